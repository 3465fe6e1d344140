import ArgumentParser
import PostilPictures
import PostilScreen

/// How pictures are put on the screen.
enum PictureOption: String, CaseIterable, ExpressibleByArgument {
  /// Half and quarter blocks.
  case cells
  /// The terminal's own pixels, by sixel.
  case sixel
  /// The terminal's own pixels, by Kitty's protocol.
  case kitty

  /// What a terminal surely takes: pixels only where it says itself that it is Kitty, and nothing stands between.
  static func detected(_ variable: (String) -> String?) -> PictureOption {
    func isSet(_ name: String) -> Bool { variable(name).map { !$0.isEmpty } ?? false }
    let isBetween = isSet("TMUX") || isSet("STY")
    return !isBetween && variable("TERM") == "xterm-kitty" && isSet("KITTY_WINDOW_ID") ? .kitty : .cells
  }

  /// The means of drawing on a screen.
  func drawing(depth: ColorDepth, alphabet: Alphabet, cell: CellShape) -> PictureDrawing {
    guard depth != .mono else { return DeskPictures.drawing(depth: depth, alphabet: alphabet) }
    return switch self {
    case .cells: DeskPictures.drawing(depth: depth, alphabet: alphabet)
    case .sixel: .sixel(cell)
    case .kitty: .kitty(cell)
    }
  }
}
