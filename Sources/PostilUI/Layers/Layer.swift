/// Something that lies over the desk and takes the keys while it is on top.
enum Layer: Sendable {
  /// A list that is read or chosen from.
  case popup(Popup)
  /// A line at the bottom that asks for something.
  case prompt(Prompt)
  /// The five keys that matter, shown once.
  case firstRun

  /// True when it makes no sense for another task than the one it was opened on.
  var isBoundToTask: Bool {
    switch self {
    case .popup(let popup): [.history, .errorTypes].contains(popup.purpose)
    case .prompt(let prompt): prompt.purpose.isBoundToTask
    case .firstRun: false
    }
  }
}
