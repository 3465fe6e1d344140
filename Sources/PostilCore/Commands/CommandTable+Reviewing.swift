extension CommandTable {
  /// What a lead does at the review desk.
  static let reviewing: [CommandDescription] = [
    row(.acceptMajority, "accept majority", "Make what more than half of them said the final answer, and go on.", "a"),
    row(
      .acceptPerson, "accept theirs",
      "Make the answers of the person under the cursor the final ones. Their number does so too.", "Enter"),
    row(.ownAnswer, "own answer", "Give an answer of your own as the final one.", "e"),
    row(
      .mendAnswer, "mend theirs",
      "Give an answer of your own that begins with that of the person under the cursor.", "E"),
    row(
      .sendBack, "send back", "Send the answers of the person under the cursor back to them, with a comment.", "b"),
    row(.askOneMore, "ask one more", "Ask one more person for an answer to this task.", "t"),
    row(
      .toggleGold, "gold", "Make this task gold by its final answer, or an ordinary one again.", "*"),
    row(.errorType, "error type", "Say what was wrong, from the project's list of error types.", "x"),
    row(.reopen, "reopen", "Take the final answer away: the task is to settle again.", "R"),
    row(.toggleChecked, "checked", "Note that you checked this task and it is right, or take that back.", "c"),
    row(
      .acceptUnanimous, "accept unanimous",
      "Accept all tasks about which all said the same, once enough of them were checked.", "U"),
    row(.overview, "overview", "How the work goes: progress, agreement, people. Open it or close it.", "o"),
  ]

  private static func row(_ command: Command, _ label: String, _ help: String, _ keys: String...) -> CommandDescription
  {
    .init(command, .reviewing, label, help, keys: keys, in: [.review])
  }
}
