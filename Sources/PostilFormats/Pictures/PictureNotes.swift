/// What an import leaves out of files of pictures, or finds in them, counted by what it is.
final class PictureNotes {
  private struct Note {
    let words: String
    var count = 0
    /// The file that the first is in.
    let first: String
    /// The first few in words, if they are told.
    var examples: [String] = []
  }

  private static let mostExamples = 3
  private static let mostSentences = 100
  private var notes: [Note] = []
  private var places: [String: Int] = [:]

  /// Counts something; the number goes after the words.
  ///
  /// - Parameter example: what there is to say of this one.
  func note(_ words: String, in place: String, example: String? = nil, count: Int = 1) {
    guard count > 0 else { return }
    let index = places[words] ?? notes.count
    if index == notes.count {
      places[words] = index
      notes.append(Note(words: words, first: place))
    }
    notes[index].count += count
    if let example, notes[index].examples.count < Self.mostExamples { notes[index].examples.append(example) }
  }

  /// A sentence each; a file may have a hundred thousand attributes, so that the last may be how many more there are.
  var sentences: [String] {
    let more = notes.count - Self.mostSentences
    return notes.prefix(Self.mostSentences).map(Self.sentence)
      + (more > 0 ? ["\(more) more things of the kind were found"] : [])
  }

  private static func sentence(_ note: Note) -> String {
    let first = note.first.isEmpty ? "" : ", the first in \(note.first)"
    let examples = note.examples.isEmpty ? "" : " (\(note.examples.joined(separator: "; ")))"
    return "\(note.words): \(note.count)\(first)\(examples)"
  }
}
