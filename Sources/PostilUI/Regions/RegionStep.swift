import PostilCore

/// A step of the cursor in a picture, or of what is moved.
struct RegionStep: Sendable, Hashable {
  /// How far: cells as they are on the screen, or pixels of the picture.
  enum Unit: Sendable, Hashable {
    case cells(Int)
    case pixel
  }

  var across: Int
  var down: Int
  var unit: Unit

  /// The step that a command makes; nil for other commands.
  init?(_ command: Command) {
    switch command {
    case .cursorLeft: self.init(-1, 0, .cells(1))
    case .cursorRight: self.init(1, 0, .cells(1))
    case .cursorUp: self.init(0, -1, .cells(1))
    case .cursorDown: self.init(0, 1, .cells(1))
    case .cursorFarLeft: self.init(-1, 0, .cells(10))
    case .cursorFarRight: self.init(1, 0, .cells(10))
    case .cursorFarUp: self.init(0, -1, .cells(10))
    case .cursorFarDown: self.init(0, 1, .cells(10))
    case .pixelLeft: self.init(-1, 0, .pixel)
    case .pixelRight: self.init(1, 0, .pixel)
    case .pixelUp: self.init(0, -1, .pixel)
    case .pixelDown: self.init(0, 1, .pixel)
    default: return nil
    }
  }

  private init(_ across: Int, _ down: Int, _ unit: Unit) {
    self.across = across
    self.down = down
    self.unit = unit
  }
}
