public import PostilConfiguration

/// `type = "remarks"`: labels, a note and evidence for each candidate that wants them. The answer is an object of `Remarks`
/// by candidate: `{"a": {"labels": ["spam"], "note": "…", "evidence": […]}}`.
public struct RemarksQuestion: QuestionKind {
  /// `remarks`
  public static let typeName = "remarks"
  /// The labels that a candidate may have.
  public var labels: [Choice]
  /// Whether a note may be written about each.
  public var takesNotes: Bool
  /// Whether claims may be held against sources.
  public var takesEvidence: Bool

  /// Remarks of some sorts.
  public init(labels: [Choice] = [], takesNotes: Bool = true, takesEvidence: Bool = false) {
    self.labels = labels
    self.takesNotes = takesNotes
    self.takesEvidence = takesEvidence
  }

  /// Reads `labels`, `note` and `evidence`.
  public static func read(_ table: inout ConfigurationTable) -> RemarksQuestion? {
    let before = table.problems.count
    let labels = table.value("labels") == nil ? [] : table.choices("labels", atLeast: 1) ?? []
    let kind = RemarksQuestion(
      labels: labels, takesNotes: table.bool("note") ?? true, takesEvidence: table.bool("evidence") ?? false)
    if labels.isEmpty, !kind.takesNotes, !kind.takesEvidence, table.problems.count == before {
      table.complain("\(table.place) takes neither labels nor a note nor evidence", about: "type")
    }
    return table.problems.count == before ? kind : nil
  }

  /// The labels.
  public var keyedChoices: [Choice] { labels }

  /// Candidates.
  public var subjectKinds: [FieldDefinition.Kind] { [.candidates] }

  /// Not an object, an unknown label, or a sort of remark that is not asked for.
  public func problem(with answer: JSONValue) -> String? {
    guard let all = answer.object else { return "wants remarks by response" }
    for member in all.members {
      guard member.value.object != nil else { return "wants an object for \"\(member.key)\"" }
      let remarks = Remarks(answer, candidate: member.key)
      if let stranger = remarks.labels.first(where: { name in !labels.contains { $0.name == name } }) {
        return "has no label \"\(stranger)\""
      }
      if !takesNotes, !remarks.note.isEmpty { return "takes no note" }
      if !takesEvidence, !remarks.evidence.isEmpty { return "takes no evidence" }
      if remarks.evidence.contains(where: { $0.quote.isEmpty }) { return "has evidence without a quote" }
      if remarks.evidence.contains(where: { $0.verdict == nil }) { return "has evidence without a verdict" }
    }
    return nil
  }

  /// Also remarks about a candidate that the task does not have, or a quote that is not in it.
  public func problem(with answer: JSONValue, about subject: Subject?) -> String? {
    guard let candidates = subject?.candidates, !candidates.isEmpty else { return problem(with: answer) }
    if let stranger = answer.object?.keys.first(where: { id in !candidates.contains { $0.id == id } }) {
      return "names the response \"\(stranger)\", which this task does not have"
    }
    for (place, candidate) in candidates.enumerated() {
      guard let one = answer.object?[candidate.id] else { continue }
      if let problem = problem(with: .object(JSONObject([(candidate.id, one)]))) {
        return "\(problem) at response \(place + 1)"
      }
      let words = Self.words(of: candidate.fullText)
      let claims = Remarks(answer, candidate: candidate.id).evidence
      if let stray = claims.first(where: { !words.contains(Self.words(of: $0.quote)) }) {
        return "quotes “\(stray.quote.prefix(40))”, which response \(place + 1) does not say"
      }
    }
    return problem(with: answer)
  }

  /// A text with one blank for all blanks and line ends, as a quote may be broken otherwise.
  private static func words(of text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// `a: spam, note; b: 2 claims`
  public func summary(of answer: JSONValue) -> String { summary(of: answer) { $0 } }

  /// `1: spam, note; 2: 2 claims`
  public func summary(of answer: JSONValue, naming name: (String) -> String) -> String {
    (answer.object?.keys ?? []).map { id in
      let remarks = Remarks(answer, candidate: id)
      var parts = remarks.labels.map { name in labels.first { $0.name == name }?.title ?? name }
      if !remarks.note.isEmpty { parts.append("note") }
      if !remarks.evidence.isEmpty { parts.append("\(remarks.evidence.count) claims") }
      return "\(name(id)): \(parts.joined(separator: ", "))"
    }.joined(separator: "; ")
  }

  /// `on 2`: about how many responses something was remarked.
  public func brief(of answer: JSONValue) -> String { "on \(answer.object?.members.count ?? 0)" }

  /// No text stands for remarks.
  public func answer(fromText text: String) -> JSONValue? { nil }

  /// As JSON text, for tables.
  public func tableValue(of answer: JSONValue) -> JSONValue { .string(answer.jsonText) }

  /// What is written: `note:ID`, `quote:ID:PLACE` or `source:ID:PLACE`, places from 0.
  private struct Part {
    var sort: Substring
    var place: Int
    var id: String

    /// `note::ID`, `quote:0:ID`: the id last, as it may hold colons itself.
    init?(_ text: String) {
      let parts = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3 else { return nil }
      sort = parts[0]
      place = Int(parts[1]) ?? 0
      id = String(parts[2])
    }
  }

  /// The name of a part that is written, for `text(of:part:about:)`: the note about a candidate.
  public static func notePart(of candidate: String) -> String { "note::\(candidate)" }
  /// The words of a claim, from 0.
  public static func quotePart(of candidate: String, claim: Int) -> String { "quote:\(claim):\(candidate)" }
  /// The source of a claim, from 0.
  public static func sourcePart(of candidate: String, claim: Int) -> String { "source:\(claim):\(candidate)" }

  /// The note, the quote or the source.
  public func text(of answer: JSONValue?, part: String, about subject: Subject?) -> String {
    guard let part = Part(part) else { return "" }
    let remarks = Remarks(answer, candidate: part.id)
    if part.sort == "note" { return remarks.note }
    guard remarks.evidence.indices.contains(part.place) else { return "" }
    return part.sort == "quote" ? remarks.evidence[part.place].quote : remarks.evidence[part.place].source
  }

  /// With another note, quote or source.
  public func answer(writing text: String, part: String, from current: JSONValue?, about subject: Subject?)
    -> JSONValue?
  {
    guard let part = Part(part) else { return current }
    var remarks = Remarks(current, candidate: part.id)
    if part.sort == "note" {
      remarks.note = text
    } else {
      while remarks.evidence.count <= part.place { remarks.evidence.append(.init(quote: "")) }
      if part.sort == "quote" { remarks.evidence[part.place].quote = text }
      if part.sort == "source" { remarks.evidence[part.place].source = text }
    }
    return remarks.answer(current, candidate: part.id)
  }

  /// Without claims of which nothing was said.
  public func finished(_ answer: JSONValue, about subject: Subject?) -> JSONValue {
    var result: JSONValue? = answer
    for id in answer.object?.keys ?? [] {
      var remarks = Remarks(answer, candidate: id)
      remarks.evidence.removeAll { $0.quote.isEmpty && $0.source.isEmpty && $0.verdict == nil }
      result = remarks.answer(result, candidate: id)
    }
    return result ?? .object(JSONObject())
  }
}
