import PostilModel

extension Candidate {
  /// What it says, text by text: its turns, or its one text.
  var texts: [String] { turns.map { $0.map(\.content) } ?? [text] }
}
