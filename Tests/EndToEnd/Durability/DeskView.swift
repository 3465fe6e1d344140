import PostilTestSupport

/// What can be read off a desk of 120 columns and 40 rows that would hurt to lose. What is not to be seen is nil.
struct DeskView: Equatable, CustomStringConvertible {
  /// `saved #N`; nil while a save is on its way.
  var saves: Int?
  /// `N of M`.
  var done: Int?
  /// The task before the eyes.
  var task: Int?
  /// What the queue says of each task: state, flag and label.
  var rows: [Int: String] = [:]
  /// The marker words in the text answer.
  var words: [String]?
  /// The label that is chosen.
  var label: String?
  /// The marker word of the comment.
  var comment: String?

  init() {}

  init(_ screen: TerminalScreen) {
    let top = screen.line(0)
    saves = top.firstMatch(of: /saved #(\d+)/).flatMap { Int($0.1) }
    // Before the first save there is no number.
    if saves == nil, top.contains("nothing saved yet") || top.contains("draft kept") { saves = 0 }
    done = top.firstMatch(of: /(\d+) of \d+/).flatMap { Int($0.1) }
    for line in screen.lines {
      if task == nil, let match = line.firstMatch(of: #/│  #(\d+)  /#) { task = Int(match.1) }
      // Number, sign, flag, label: `▸ 12 ✓⚑ negative Stay 12…`.
      guard let match = line.prefixMatch(of: #/  ([▸ ]) +(\d+) (.)(.) (.{8}) /#), let number = Int(match.2) else {
        continue
      }
      // A draft's label is known where the cursor is; elsewhere it depends on what this start has seen.
      let label = match.3 == "…" && match.1 != "▸" ? "" : match.5
      rows[number] = (String(match.3) + match.4 + label).replacing(" ", with: "")
    }
    words = Self.words(in: Self.questionsPane(screen).joined(separator: " "))
    label = Self.questionsPane(screen).lazy.compactMap { $0.firstMatch(of: #/● ([pnm]) /#).map { String($0.1) } }.first
    comment = Self.questionsPane(screen).lazy.compactMap { $0.firstMatch(of: /c\d+z/).map { String($0.0) } }.last
  }

  /// The marker words of a text, the last one as far as it was typed.
  static func words(in text: String) -> [String] { text.matches(of: /q\d*x?/).map { String($0.0) } }

  private static func questionsPane(_ screen: TerminalScreen) -> [String] {
    screen.lines.dropFirst(2).compactMap { line in
      guard let bar = line.lastIndex(of: "│"), line.distance(from: line.startIndex, to: bar) > 60 else { return nil }
      return String(line[line.index(after: bar)...])
    }
  }

  /// Whether a view (with what it shows) is what this one says; rows that are covered say nothing.
  func agrees(with seen: DeskView) -> Bool {
    (seen.saves == nil || seen.saves == saves) && seen.done == done && seen.task == task && seen.words == words
      && seen.label == label && seen.comment == comment && seen.rows.allSatisfy { rows[$0.key] == $0.value }
  }

  var description: String {
    let rows = rows.sorted { $0.key < $1.key }.map { "\($0.key)\($0.value)" }.joined(separator: " ")
    return
      "saves \(saves ?? -1) done \(done ?? -1) #\(task ?? 0) \(label ?? "-") \(words ?? []) \(comment ?? "-") [\(rows)]"
  }
}
