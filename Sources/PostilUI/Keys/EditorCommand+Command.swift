import PostilCore
import PostilScreen

extension EditorCommand {
  /// What a command of the table means to an editor; nil when it means nothing there.
  init?(_ command: Command) {
    guard let found = Self.byCommand[command] else { return nil }
    self = found
  }

  private static let byCommand: [Command: EditorCommand] = Dictionary(
    uniqueKeysWithValues: allCases.compactMap { editing in Command(rawValue: editing.rawValue).map { ($0, editing) } })
}
