/// Something that lies over the review desk and takes the keys while it is on top.
enum ReviewLayer: Sendable {
  /// A list that is read or chosen from.
  case popup(Popup)
  /// A line at the bottom that asks for something.
  case prompt(ReviewPrompt)

  /// True when it makes no sense for another task than the one it was opened on.
  var isBoundToTask: Bool {
    switch self {
    case .popup(let popup): popup.purpose == .errorTypes
    case .prompt(let prompt): prompt.isBoundToTask
    }
  }
}
