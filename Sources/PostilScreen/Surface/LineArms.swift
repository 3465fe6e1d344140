/// The directions in which a drawn line leaves a cell.
struct LineArms: OptionSet, Sendable, Hashable {
  let rawValue: UInt8
  static let up = LineArms(rawValue: 1)
  static let down = LineArms(rawValue: 2)
  static let left = LineArms(rawValue: 4)
  static let right = LineArms(rawValue: 8)
  static let horizontal: LineArms = [.left, .right]
  static let vertical: LineArms = [.up, .down]
  static let all: LineArms = [.up, .down, .left, .right]

  /// Indexed by the raw value: nothing, ╵ ╷ │ ╴ ┘ ┐ ┤ ╶ └ ┌ ├ ─ ┴ ┬ ┼.
  static let characters: [UInt32] = [
    0x20, 0x2575, 0x2577, 0x2502, 0x2574, 0x2518, 0x2510, 0x2524, 0x2576, 0x2514, 0x250C, 0x251C, 0x2500, 0x2534,
    0x252C, 0x253C,
  ]
}
