public import PostilConfiguration

/// `type = "edit"`: let a text stand, fail it, or mend it. The answer is `{"verdict": "pass"}`, `{"verdict": "fail",
/// "reasons": […]}` or `{"verdict": "mend", "before": …, "after": …, "distance": 12}`.
///
/// While it is being mended only the text afterwards is kept; `before` and `distance` come in with the submit.
public struct EditQuestion: QuestionKind {
  /// `edit`
  public static let typeName = "edit"
  /// Why a text may fail.
  public var reasons: [Choice]
  /// Whether it may be failed.
  public var allowsFailing: Bool
  /// Whether it may be mended.
  public var allowsMending: Bool

  /// Pass, fail or mend.
  public init(reasons: [Choice] = [], allowsFailing: Bool = true, allowsMending: Bool = true) {
    self.reasons = reasons
    self.allowsFailing = allowsFailing
    self.allowsMending = allowsMending
  }

  /// Reads `reasons`, `fail` and `mend`.
  public static func read(_ table: inout ConfigurationTable) -> EditQuestion? {
    let before = table.problems.count
    let reasons = table.value("reasons") == nil ? [] : table.choices("reasons", atLeast: 1) ?? []
    let kind = EditQuestion(
      reasons: reasons, allowsFailing: table.bool("fail") ?? true, allowsMending: table.bool("mend") ?? true)
    for reason in reasons where Verdict(rawValue: reason.name) != nil {
      table.complain("the reason \"\(reason.name)\" of \(table.place) has the name of a verdict", about: "reasons")
    }
    return table.problems.count == before ? kind : nil
  }

  /// What may be said.
  public enum Verdict: String, Sendable, Hashable, CaseIterable {
    /// Let it stand.
    case pass
    /// It is no good.
    case fail
    /// It is good after some changes.
    case mend
  }

  /// A text, or one response of a record.
  public var subjectKinds: [FieldDefinition.Kind] { [.text] }

  /// Pass, fail and mend, then the reasons to fail.
  public var choices: [Choice] {
    var choices = [Choice(name: Verdict.pass.rawValue, title: "let it stand")]
    if allowsFailing { choices.append(Choice(name: Verdict.fail.rawValue, title: "fail it")) }
    if allowsMending { choices.append(Choice(name: Verdict.mend.rawValue, title: "mend it")) }
    return allowsFailing ? choices + reasons : choices
  }

  /// The verdict of an answer.
  public static func verdict(of answer: JSONValue?) -> Verdict? {
    answer?.object?["verdict"]?.string.flatMap(Verdict.init(rawValue:))
  }

  /// The reasons of an answer.
  public static func reasons(of answer: JSONValue?) -> [String] {
    (answer?.object?["reasons"]?.array ?? []).compactMap(\.string)
  }

  /// No verdict, an unknown reason, none where there should be one, or nothing mended.
  public func problem(with answer: JSONValue) -> String? {
    guard let verdict = Self.verdict(of: answer) else { return "wants a verdict: pass, fail or mend" }
    switch verdict {
    case .pass: return nil
    case .fail:
      guard allowsFailing else { return "does not take \"fail\"" }
      let given = Self.reasons(of: answer)
      if let stranger = given.first(where: { name in !reasons.contains { $0.name == name } }) {
        return "has no reason \"\(stranger)\""
      }
      return given.isEmpty && !reasons.isEmpty ? "wants a reason to fail it" : nil
    case .mend:
      guard allowsMending else { return "does not take \"mend\"" }
      guard let after = answer.object?["after"]?.string else { return "wants the mended text" }
      return after.isEmpty ? "wants the mended text" : nil
    }
  }

  /// Also a mended text that is the old one.
  public func problem(with answer: JSONValue, about subject: Subject?) -> String? {
    if let problem = problem(with: answer) { return problem }
    guard Self.verdict(of: answer) == .mend, let before = subject?.value.string else { return nil }
    return answer.object?["after"]?.string == before ? "is mended, but nothing was changed: let it stand" : nil
  }

  /// The verdict with its reasons or the distance.
  public func summary(of answer: JSONValue) -> String {
    switch Self.verdict(of: answer) {
    case .pass: return "pass"
    case .fail:
      let titles = Self.reasons(of: answer).map { name in reasons.first { $0.name == name }?.title ?? name }
      return titles.isEmpty ? "fail" : "fail: " + titles.joined(separator: ", ")
    case .mend: return answer.object?["distance"]?.int.map { "mended, \($0) characters" } ?? "mended"
    case nil: return answer.jsonText
    }
  }

  /// `pass`, `fail`, or a list of reasons parted by `|`.
  public func answer(fromText text: String) -> JSONValue? {
    if text == Verdict.pass.rawValue || text == Verdict.fail.rawValue {
      return .object(JSONObject([("verdict", .string(text))]))
    }
    let names = text.split(separator: "|").map(String.init)
    guard !names.isEmpty, names.allSatisfy({ name in reasons.contains { $0.name == name } }) else { return nil }
    return failing(for: names)
  }

  private func failing(for names: [String]) -> JSONValue {
    let ordered = reasons.map(\.name).filter(names.contains)
    var object = JSONObject([("verdict", .string(Verdict.fail.rawValue))])
    if !ordered.isEmpty { object["reasons"] = .array(ordered.map { .string($0) }) }
    return .object(object)
  }

  /// The verdict, for tables.
  public func tableValue(of answer: JSONValue) -> JSONValue {
    Self.verdict(of: answer).map { .string($0.rawValue) } ?? answer
  }

  /// A verdict, or a reason put in or taken out. Mending begins with the text as it is.
  public func answer(choosing name: String, from current: JSONValue?, about subject: Subject?) -> JSONValue? {
    guard choices.contains(where: { $0.name == name }) else { return nil }
    switch Verdict(rawValue: name) {
    case .pass: return .object(JSONObject([("verdict", .string(name))]))
    case .fail: return failing(for: Self.reasons(of: current))
    case .mend:
      if Self.verdict(of: current) == .mend { return current }
      guard let text = subject?.value.string else { return nil }
      return .object(JSONObject([("verdict", .string(name)), ("after", .string(text))]))
    case nil:
      var names = Self.reasons(of: current)
      if let place = names.firstIndex(of: name) { names.remove(at: place) } else { names.append(name) }
      return failing(for: names)
    }
  }

  /// Letting it stand is a whole answer; failing is where no reasons are asked for.
  public func completes(choosing name: String) -> Bool {
    name == Verdict.pass.rawValue || (name == Verdict.fail.rawValue && reasons.isEmpty)
  }

  /// One key lets a text stand.
  public var completesOnChoice: Bool { true }

  /// What is being mended.
  public func text(of answer: JSONValue?, part: String, about subject: Subject?) -> String {
    answer?.object?["after"]?.string ?? subject?.value.string ?? ""
  }

  /// The mended text so far.
  public func answer(writing text: String, part: String, from current: JSONValue?, about subject: Subject?)
    -> JSONValue?
  {
    .object(JSONObject([("verdict", .string(Verdict.mend.rawValue)), ("after", .string(text))]))
  }

  /// With the old text and the edit distance.
  public func finished(_ answer: JSONValue, about subject: Subject?) -> JSONValue {
    guard Self.verdict(of: answer) == .mend, let before = subject?.value.string,
      let after = answer.object?["after"]?.string
    else { return answer }
    return .object(
      JSONObject([
        ("verdict", .string(Verdict.mend.rawValue)), ("before", .string(before)), ("after", .string(after)),
        ("distance", .integer(Int64(EditDistance.characters(before, after)))),
      ]))
  }
}
