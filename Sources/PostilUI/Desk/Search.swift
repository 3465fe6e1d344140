import PostilCore
import PostilModel
import PostilScreen

/// A search in the texts of a task or in the guidelines.
struct Search: Sendable, Hashable {
  /// Where the search looks.
  enum Scope: Sendable, Hashable { case task, guidelines }

  /// A place where the words stand.
  struct Hit: Sendable, Hashable {
    /// The field's place among the project's fields; 0 in the guidelines.
    var field: Int
    /// The text within the field: a turn of a chat, a line of the guidelines; of candidates, the texts of all in the order
    /// in which they are shown.
    var text: Int
    /// The bytes in that text, or those of its first line where it goes over the end of one.
    var bytes: Range<Int>
  }

  /// What of a hit stands on a further line of the guidelines.
  private struct Tail: Sendable, Hashable {
    /// The hit's place among all.
    var hit: Int
    /// The bytes of the line.
    var bytes: Range<Int>
  }

  /// More hits than this are not counted.
  static let limit = 10_000

  let scope: Scope
  var words: String
  private(set) var hits: [Hit] = []
  private var tails: [Int: [Tail]] = [:]
  var current = 0
  /// True while the words are being typed.
  var isTyping = false
  /// Asks the next picture to show the current hit.
  var wantsReveal = false

  init(scope: Scope, words: String) {
    self.scope = scope
    self.words = words
  }

  /// Looks through a task's texts.
  mutating func find(in session: Session, task: Int) {
    guard scope == .task else { return }
    find(in: session.current?.task, project: session.project) { field in
      (session.current?.candidates[field.name] ?? []).flatMap(\.texts)
    }
  }

  /// Looks through a record's texts.
  ///
  /// - Parameter candidates: the texts of the candidates in a field, as they are shown.
  mutating func find(
    in record: AnnotationTask?, project: Project, candidates: (FieldDefinition) -> [String]
  ) {
    hits = []
    current = 0
    guard let record, !words.isEmpty else { return }
    let wanted = TextSearch(words)
    for (field, definition) in project.fields.enumerated() {
      guard let value = record.fields[definition.name] else { continue }
      let texts =
        definition.kind == .candidates
        ? candidates(definition)
        : FieldPanes.pane(for: definition.kind).texts(of: value)
      for (text, string) in texts.enumerated() {
        for bytes in wanted.matches(in: string, limit: Self.limit - hits.count) {
          hits.append(Hit(field: field, text: text, bytes: bytes))
        }
      }
    }
  }

  /// Looks through the guidelines as they are laid out.
  mutating func find(in guidelines: GuidelinesContent?) {
    hits = []
    tails = [:]
    current = 0
    for (index, hit) in (guidelines?.search(words) ?? []).enumerated() {
      hits.append(Hit(field: 0, text: hit.line, bytes: hit.parts[0].range))
      for part in hit.parts.dropFirst() { tails[part.line, default: []].append(Tail(hit: index, bytes: part.range)) }
    }
  }

  /// The hit under the cursor.
  var currentHit: Hit? { current < hits.count ? hits[current] : nil }

  /// Where the search stands, for the message line.
  var place: String {
    let count = hits.count == Self.limit ? "\(Self.limit) or more" : "\(hits.count)"
    return hits.isEmpty ? "not found" : "\(current + 1) of \(count)"
  }

  /// How the hits in one text look, to be laid over it.
  func highlights(field: Int, text: Int, theme: StyleSheet) -> [Highlight] {
    hits(field: field, text: text).map {
      Highlight($0.bytes, style: theme.overlay($0.isCurrent ? .searchCurrent : .searchHit))
    }
  }

  /// The bytes of the hits in one text, and whether each is the current one's.
  func hits(field: Int, text: Int) -> [(bytes: Range<Int>, isCurrent: Bool)] {
    // Hits are in the order of the texts: the first of this text is found by halving.
    var low = 0
    var high = hits.count
    while low < high {
      let middle = (low + high) / 2
      if (hits[middle].field, hits[middle].text) < (field, text) { low = middle + 1 } else { high = middle }
    }
    var result = (tails[text] ?? []).map { (bytes: $0.bytes, isCurrent: $0.hit == current) }
    while low < hits.count, hits[low].field == field, hits[low].text == text {
      result.append((hits[low].bytes, low == current))
      low += 1
    }
    return result
  }
}
