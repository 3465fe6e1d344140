import PostilScreen

/// The signs that a region's lines are made of, and their look.
struct RegionPen {
  let color: RegionColor
  /// The chosen one has heavy lines.
  let isHeavy: Bool
  /// What is proposed has broken lines.
  let isBroken: Bool
  /// The side that is moved; it is drawn double.
  let handle: RegionsState.Handle?

  private func isHeld(_ side: RegionsState.Handle) -> Bool { handle == side || handle == .whole }

  func horizontal(_ alphabet: Alphabet, _ side: RegionsState.Handle, isEnd: Bool) -> UInt32 {
    if alphabet == .ascii { return isHeld(side) ? 0x3D : isBroken ? 0x2E : 0x2D }
    if isHeld(side) { return 0x2550 }
    if isBroken { return isHeavy ? 0x2505 : 0x2504 }
    return isHeavy ? 0x2501 : 0x2500
  }

  func vertical(_ alphabet: Alphabet, _ side: RegionsState.Handle) -> UInt32 {
    if alphabet == .ascii { return isHeld(side) ? 0x48 : isBroken ? 0x3A : 0x7C }
    if isHeld(side) { return 0x2551 }
    if isBroken { return isHeavy ? 0x2507 : 0x2506 }
    return isHeavy ? 0x2503 : 0x2502
  }

  /// Upper left, upper right, lower left, lower right.
  func corner(_ alphabet: Alphabet, _ place: Int) -> UInt32 {
    if alphabet == .ascii { return 0x2B }
    let light: [UInt32] = [0x250C, 0x2510, 0x2514, 0x2518]
    let heavy: [UInt32] = [0x250F, 0x2513, 0x2517, 0x251B]
    return isHeavy ? heavy[place] : light[place]
  }

  /// A corner of a line, or a point.
  func corner(_ alphabet: Alphabet) -> UInt32 { alphabet == .ascii ? 0x4F : 0x25CF }

  /// The same of what is only hinted at.
  func hollow(_ alphabet: Alphabet) -> UInt32 { alphabet == .ascii ? 0x6F : 0x25CB }

  func dot(_ alphabet: Alphabet) -> UInt32 { alphabet == .ascii ? (isBroken ? 0x2E : 0x2A) : isBroken ? 0xB7 : 0x2022 }

  /// Puts a sign over the picture; the picture's colour stays behind it.
  func put(_ scalar: UInt32, x: Int, y: Int, _ painter: inout Painter) {
    painter.putOver(scalar, color, isBold: isHeavy, x: x, y: y)
  }

  /// Writes a number on its region's colour, so that it is read on any picture.
  func write(_ text: String, x: Int, y: Int, _ painter: inout Painter) {
    var style = painter.hasColors ? color.label : Style(attributes: .reverse)
    if isHeavy { style.attributes.insert(.bold) }
    for (index, byte) in text.utf8.enumerated() {
      painter.put(Cell(scalar: UInt32(byte), style: style), x: x + index, y: y)
    }
  }
}
