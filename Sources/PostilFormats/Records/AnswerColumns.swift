import PostilModel

/// Which columns of answers on their own mean what: a task, who answered, and a column a question.
struct AnswerColumns {
  /// What a column holds.
  enum Meaning: Hashable {
    case task, annotator, seconds, savedAt, explanation, qualification
    /// The answer to a question, by its place.
    case question(Int)
  }

  /// The keys, with quotes, by place.
  let keys: [[UInt8]]
  /// By place. Of two places of one meaning the earlier is looked at first.
  let meanings: [Meaning]
  private let names: [String]
  private let layout: RecordLayout

  init(_ layout: RecordLayout) {
    var columns: [(String, Meaning)] = []
    func add(_ names: [String], _ meaning: Meaning) {
      for name in names where !columns.contains(where: { $0.0 == name }) { columns.append((name, meaning)) }
    }
    for (place, question) in layout.questions.enumerated() {
      add([layout.column(for: question.name)], .question(place))
    }
    add(layout.mapping["id"].map { [$0] } ?? ["task", "id"], .task)
    if layout.purpose == .annotations {
      add(layout.mapping["annotator"].map { [$0] } ?? ["annotator", "worker"], .annotator)
      add(["seconds"], .seconds)
      add(["saved_at"], .savedAt)
    } else {
      add(["explanation"], .explanation)
      add(["qualification"], .qualification)
    }
    if layout.questions.count == 1 {
      add(layout.purpose == .annotations ? ["label"] : ["gold", "label", "answer"], .question(0))
    }
    names = columns.map(\.0)
    meanings = columns.map(\.1)
    keys = names.map { Array(jsonKey: $0) }
    self.layout = layout
  }

  /// Why a header cannot be one, in words that go on after the file's name; nil when it can.
  func problem(withHeader header: [String]) -> String? {
    let found = Set(names.indices.filter { header.contains(names[$0]) }.map { meanings[$0] })
    let columns = header.joined(separator: ", ")
    if !found.contains(.task) { return "there is no column \"task\" or \"id\"; it has \(columns)" }
    if layout.purpose == .annotations, !found.contains(.annotator) {
      return "there is no column \"annotator\" or \"worker\"; it has \(columns)"
    }
    if found.contains(where: { if case .question = $0 { true } else { false } }) { return nil }
    let questions = layout.questions.map(\.name)
    return "there is no column for a question (\(questions.joined(separator: ", "))); it has \(columns)"
  }
}
