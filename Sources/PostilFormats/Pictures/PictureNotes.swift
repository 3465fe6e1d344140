/// What an import leaves out of files of pictures, counted by what it is.
final class PictureNotes {
  private var notes: [(words: String, count: Int, first: String)] = []

  /// Counts something that is not taken; the words go on after its number.
  func note(_ words: String, in place: String) {
    if let index = notes.firstIndex(where: { $0.words == words }) {
      notes[index].count += 1
    } else {
      notes.append((words, 1, place))
    }
  }

  /// A sentence each.
  var sentences: [String] {
    notes.map { "\($0.words): \($0.count)" + ($0.first.isEmpty ? "" : ", the first in \($0.first)") }
  }
}
