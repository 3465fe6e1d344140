/// What is remarked about one candidate: labels, a note, and evidence for what it claims.
///
/// As JSON: `{"labels": ["spam"], "note": "…", "evidence": [{"quote": "…", "source": "…", "verdict": "refuted"}]}`, each
/// part only where there is something.
public struct Remarks: Sendable, Hashable {
  /// What a source says about a claim.
  public enum Verdict: String, Sendable, Hashable, CaseIterable {
    case supported
    case refuted
    /// The source does not settle it.
    case notEnough = "not_enough"

    /// In words.
    public var title: String { self == .notEnough ? "not enough to tell" : rawValue }
  }

  /// One claim of the candidate, held against a source.
  public struct Evidence: Sendable, Hashable {
    /// The candidate's own words.
    public var quote: String
    /// Where it was looked up.
    public var source: String
    /// What the source says; nil while that is not settled.
    public var verdict: Verdict?

    /// A claim, a source, and what it says.
    public init(quote: String, source: String = "", verdict: Verdict? = nil) {
      self.quote = quote
      self.source = source
      self.verdict = verdict
    }
  }

  /// Labels by name.
  public var labels: [String] = []
  /// A remark in words.
  public var note = ""
  /// Claims that were looked up.
  public var evidence: [Evidence] = []

  /// Nothing remarked.
  public init() {}

  /// True when nothing is remarked.
  public var isEmpty: Bool { self == Remarks() }

  /// The remarks of one candidate in an answer.
  public init(_ answer: JSONValue?, candidate: String) {
    guard let object = answer?.object?[candidate]?.object else { return }
    labels = (object["labels"]?.array ?? []).compactMap(\.string)
    note = object["note"]?.string ?? ""
    evidence = (object["evidence"]?.array ?? []).compactMap(\.object).map { claim in
      Evidence(
        quote: claim["quote"]?.string ?? "", source: claim["source"]?.string ?? "",
        verdict: claim["verdict"]?.string.flatMap(Verdict.init(rawValue:)))
    }
  }

  /// An answer with these remarks about one candidate; nil when nothing is remarked about any.
  public func answer(_ answer: JSONValue?, candidate: String) -> JSONValue? {
    var all = answer?.object ?? JSONObject()
    all[candidate] = isEmpty ? nil : json
    return all.isEmpty ? nil : .object(all)
  }

  private var json: JSONValue {
    var object = JSONObject()
    if !labels.isEmpty { object["labels"] = .array(labels.map { .string($0) }) }
    if !note.isEmpty { object["note"] = .string(note) }
    if !evidence.isEmpty {
      object["evidence"] = .array(
        evidence.map { claim in
          var object = JSONObject([("quote", .string(claim.quote)), ("source", .string(claim.source))])
          object["verdict"] = claim.verdict.map { .string($0.rawValue) }
          return .object(object)
        })
    }
    return .object(object)
  }
}
