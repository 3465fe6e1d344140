extension CommandTable {
  /// What the questions about several responses do beside the desk's own commands.
  static let answering: [CommandDescription] = ranking

  private static let ranking: [CommandDescription] = [
    .init(
      .rank, .answering, "rank", "Rank the response under the cursor next. Its number does so too.", keys: ["Space"],
      in: [.ranking]),
    .init(
      .tie, .answering, "tie", "The next one ties with the last one; when all are ranked, the last two tie.",
      keys: ["="], in: [.ranking]),
    .init(
      .rankHigher, .answering, "move up", "Move the response under the cursor up in the order.", keys: ["K"],
      in: [.ranking]),
    .init(
      .rankLower, .answering, "move down", "Move the response under the cursor down in the order.", keys: ["J"],
      in: [.ranking]),
    .init(
      .setAside, .answering, "set aside", "Set the response under the cursor aside as one that cannot be ranked.",
      keys: ["x"], in: [.ranking]),
    .init(
      .takeBack, .answering, "take back", "Take the last rank back.", keys: ["Backspace"], in: [.ranking]),
  ]
}
