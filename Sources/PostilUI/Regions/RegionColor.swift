import PostilScreen

/// The colour of a label's regions. It lies over pictures, so it is no theme's: each has a light and a dark form, and the one
/// that stands out is drawn.
struct RegionColor: Sendable, Hashable {
  /// The label's place among the question's; after eight the colours begin again.
  let place: Int

  private static let light: [Int16] = [117, 210, 156, 221, 177, 87, 215, 231]
  private static let dark: [Int16] = [20, 124, 22, 94, 90, 23, 130, 16]
  /// The same as 0xRRGGBB, where a terminal shows real pixels.
  private static let pixels: [UInt32] = [
    0x3D9BFF, 0xFF4D4D, 0x3DD65C, 0xFFC72E, 0xD861FF, 0x2EDCDC, 0xFF8C2E, 0xFFFFFF,
  ]

  private var index: Int { place % Self.light.count }

  /// For lists.
  var style: Style { Style(foreground: Self.light[index]) }
  /// For numbers: dark on the colour.
  var label: Style { Style(foreground: 16, background: Self.light[index]) }
  /// As red, green and blue.
  var rgb: UInt32 { Self.pixels[index] }

  /// The form that stands out from a colour of the palette; −1 counts as dark.
  func line(over background: Int16) -> Int16 {
    guard background >= 0 else { return Self.light[index] }
    let color = ColorPalette.rgb(Int(background))
    let lightness = (Int(color.red) * 77 + Int(color.green) * 150 + Int(color.blue) * 29) >> 8
    return lightness > 110 ? Self.dark[index] : Self.light[index]
  }
}
