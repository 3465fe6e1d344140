extension CommandTable {
  /// What the questions about several responses do beside the desk's own commands.
  static let answering: [CommandDescription] = ranking + ratings + remarks + turns

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
      .takeBack, .answering, "take back", "Take the last rank back; in a grid, the rating under the cursor.",
      keys: ["Backspace"], in: [.ranking, .ratings]),
  ]

  private static let ratings: [CommandDescription] = [
    .init(
      .raise, .answering, "one more", "Raise the rating under the cursor by one step.", keys: ["+"], in: [.ratings]),
    .init(
      .lower, .answering, "one less", "Lower the rating under the cursor by one step.", keys: ["-"], in: [.ratings]),
  ]

  private static let turns: [CommandDescription] = [
    .init(
      .nextTurn, .answering, "next turn", "End this turn of a conversation and begin the next.", keys: ["M-j"],
      in: [.text]),
    .init(.previousTurn, .answering, "previous turn", "Go back to the turn before.", keys: ["M-k"], in: [.text]),
  ]

  private static let remarks: [CommandDescription] = [
    .init(.writeNote, .answering, "note", "Write a note on the response.", keys: ["M"], in: [.remarks]),
    .init(
      .addEvidence, .answering, "evidence",
      "Add a claim of the response and a source for it. While a search is on, its words are the quote.", keys: ["E"],
      in: [.remarks]),
    .init(.supported, .answering, "supported", "The source supports the claim.", keys: ["+"], in: [.remarks]),
    .init(.refuted, .answering, "refuted", "The source refutes the claim.", keys: ["-"], in: [.remarks]),
    .init(.notEnough, .answering, "not enough", "The source does not settle the claim.", keys: ["~"], in: [.remarks]),
    .init(
      .deleteEvidence, .answering, "delete claim", "Delete the claim under the cursor.", keys: ["g d"], in: [.remarks]),
  ]
}
