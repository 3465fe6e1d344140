import PostilModel
import PostilScreen

/// The candidates of a task as they are shown: their lengths, each laid out once for a width, what differs between two.
struct CandidatesContent: Sendable {
  /// What differs between two candidates, by the number of the text, in bytes.
  struct Difference: Sendable {
    let pair: [Int]
    /// Of each text, what the other candidate lacks.
    fileprivate var ranges: [Int: [Range<Int>]] = [:]

    /// What of a text the other candidate lacks.
    func ranges(ofText text: Int) -> [Range<Int>] { ranges[text] ?? [] }
  }

  let task: Int
  let field: String
  /// The field's place among the project's.
  let fieldIndex: Int
  let list: [Candidate]
  /// Each one's length in words, from the longest form to the shortest.
  let lengths: [[String]]
  /// The number of each candidate's first text among those of all.
  private let firstTexts: [Int]
  private var layouts: [CandidateContent?]
  /// The rows that each had on the last picture.
  private(set) var pages: [Int]
  private var difference: Difference?

  init(_ list: [Candidate], task: Int, field: String, fieldIndex: Int) {
    self.list = list
    self.task = task
    self.field = field
    self.fieldIndex = fieldIndex
    var lengths: [[String]] = []
    var firstTexts: [Int] = []
    var next = 0
    for candidate in list {
      var length = TextLength()
      let texts = candidate.texts
      for text in texts { length.add(text) }
      lengths.append(length.forms)
      firstTexts.append(next)
      next += texts.count
    }
    self.lengths = lengths
    self.firstTexts = firstTexts
    layouts = Array(repeating: nil, count: list.count)
    pages = Array(repeating: 1, count: list.count)
  }

  /// The place of the candidate that a text belongs to.
  func place(ofText text: Int) -> Int { max(0, (firstTexts.firstIndex { $0 > text } ?? list.count) - 1) }

  /// The candidate laid out for a page, as it was if that was done before.
  mutating func layout(place: Int, width: Int, page: Int) -> CandidateContent {
    pages[place] = max(1, page)
    return layout(place: place, width: width)
  }

  /// The rows of a candidate in a width.
  mutating func rows(place: Int, width: Int) -> Int { layout(place: place, width: width).rows }

  private mutating func layout(place: Int, width: Int) -> CandidateContent {
    if let layout = layouts[place], layout.width == width { return layout }
    let layout = CandidateContent(list[place], width: width, field: fieldIndex, firstText: firstTexts[place])
    layouts[place] = layout
    return layout
  }

  /// The first row that a candidate's last page begins with; nil when it was never laid out.
  func lastTop(place: Int) -> Int? {
    guard layouts.indices.contains(place) else { return nil }
    return layouts[place].map { max(0, $0.rows - pages[place]) }
  }

  /// The row of a search hit in its candidate.
  func row(of hit: Search.Hit) -> Int? {
    guard hit.field == fieldIndex, !list.isEmpty else { return nil }
    let layout = layouts[place(ofText: hit.text)]
    return layout?.blocks.row(field: hit.field, text: hit.text, byte: hit.bytes.lowerBound)
  }

  // MARK: Differences

  /// What differs between two candidates; worked out once.
  mutating func difference(of pair: [Int]) -> Difference? {
    guard pair.count == 2, pair.allSatisfy(list.indices.contains) else { return nil }
    if let difference, difference.pair == pair { return difference }
    let diff = WordDiff(from: list[pair[0]].fullText, to: list[pair[1]].fullText)
    var found = Difference(pair: pair)
    spread(diff.removed, over: pair[0], into: &found)
    spread(diff.added, over: pair[1], into: &found)
    difference = found
    return found
  }

  /// Ranges of a candidate's full text as those of its texts, which stand there with two ends of lines between them.
  private func spread(_ ranges: [Range<Int>], over place: Int, into difference: inout Difference) {
    var start = 0
    for (number, text) in list[place].texts.enumerated() {
      let bytes = start..<start + text.utf8.count
      start = bytes.upperBound + 2
      for range in ranges where range.overlaps(bytes) {
        let part = range.clamped(to: bytes)
        difference.ranges[firstTexts[place] + number, default: []].append(
          part.lowerBound - bytes.lowerBound..<part.upperBound - bytes.lowerBound)
      }
    }
  }
}
