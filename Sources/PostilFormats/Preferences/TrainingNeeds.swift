public import PostilModel

/// What a training format asks of a project, and which options of the export it follows.
public struct TrainingNeeds: Sendable, Hashable {
  /// What its records are made of.
  public enum Material: Sendable, Hashable {
    /// Responses that were ranked or compared.
    case order
    /// An answer that was written or mended.
    case writing
    /// A response that was called good or bad.
    case verdict
    /// Responses that were rated.
    case ratings
    /// Regions of pictures.
    case regions
    /// Labels of whole pictures.
    case classes
    /// Whatever there is.
    case anything
  }

  /// Which of a task's judgements are written, in the manifest's words.
  public enum Judgements: String, Sendable, Hashable {
    /// Every one that was submitted.
    case all
    /// The final answer of a task that has one; else those of people; those that a file brought where nobody else has judged.
    case people = "the final answer, else of people; of files (source:…) where nobody else has judged"
    /// Of those the one that was submitted last.
    case newest =
      "the final answer, else of people the newest of a task; of files (source:…) where nobody else has judged"
    /// Of a task just one.
    case only = "the final answer, else the only one that was submitted"
  }

  /// What its records are made of.
  public var material: Material
  /// The options that it follows.
  public var options: [ExportPolicy.Option]
  /// The shapes that it knows; the first is the one without `--shape`.
  public var shapes: [ExportPolicy.Shape]
  /// Whether records need a prompt.
  public var hasPrompt: Bool
  /// Which of a task's judgements are written.
  public var judgements: Judgements

  /// Needs.
  public init(
    _ material: Material, options: [ExportPolicy.Option] = [], shapes: [ExportPolicy.Shape] = [],
    hasPrompt: Bool = true, judgements: Judgements = .people
  ) {
    self.material = material
    self.options = options
    self.shapes = shapes
    self.hasPrompt = hasPrompt
    self.judgements = judgements
  }

  /// A format that takes every project and follows no option.
  static let nothing = TrainingNeeds(.anything, hasPrompt: false)

  /// Why options do not go with the format, in words that go on after its name; nil when they do.
  func problem(with policy: ExportPolicy) -> String? {
    if let stranger = ExportPolicy.Option.allCases.first(where: policy.given.subtracting(options).contains) {
      let known = options.map { "--\($0.rawValue)" }.joined(separator: ", ")
      return "does not take --\(stranger.rawValue)" + (known.isEmpty ? "" : "; it takes \(known)")
    }
    if let shape = policy.shape, !shapes.contains(shape) {
      return "has no shape \(shape.rawValue); it has \(shapes.map(\.rawValue).joined(separator: " and "))"
    }
    if policy.shape == .messages, policy.style == .plain { return "has no plain style in the shape messages" }
    return nil
  }

  /// Why a project cannot be written, in words that go on after the format's name; nil when it can.
  func problem(with layout: ExportLayout) -> String? {
    if let problem = problem(with: layout.policy) { return problem }
    let parts = TrainingLayout(layout)
    if hasPrompt, parts.prompt == nil { return "wants a prompt: a field of type chat or text, and there is none" }
    switch material {
    case .anything: return nil
    case .regions: return Self.problem(withRegionsOf: layout)
    case .classes: return Self.problem(withClassesOf: layout)
    case .order:
      guard parts.orders.isEmpty else { return nil }
      return "wants a question of type ranking or comparison about candidates, and there is none"
    case .writing:
      return parts.writings.isEmpty ? "wants a question of type text or edit, and there is none" : nil
    case .verdict:
      guard parts.judgings.isEmpty else { return nil }
      return "wants a question of type edit, ranking or comparison, or a label of two, and there is none"
    case .ratings:
      return parts.ratings.isEmpty ? "wants a question of type ratings about candidates, and there is none" : nil
    }
  }

  private static func problem(withRegionsOf layout: ExportLayout) -> String? {
    let hasPicture = layout.fields.contains { $0.kind == .image }
    let hasBoxes = layout.questions.contains { $0.kind is BoxesQuestion }
    if hasPicture, hasBoxes { return nil }
    return "wants a field of type image and a question of type boxes, and there is none"
  }

  private static func problem(withClassesOf layout: ExportLayout) -> String? {
    let hasPicture = layout.fields.contains { $0.kind == .image }
    if hasPicture, PictureFolderReader.question(among: layout.questions) != nil { return nil }
    return "wants a field of type image and a question of type label or labels, and there is none"
  }

  /// What a manifest says of how judgements became records.
  public func manifest(_ layout: ExportLayout) -> JSONObject {
    let policy = layout.policy
    var object = JSONObject()
    object["judgements"] = .string((layout.annotator.map { "of \($0)" } ?? judgements.rawValue))
    for option in options {
      let value: JSONValue =
        switch option {
        case .pairs: .string(policy.pairs.rawValue)
        case .ties: .string(policy.ties.rawValue)
        case .margin: .bool(policy.hasMargin)
        case .shape: (policy.shape ?? shapes.first).map { .string($0.rawValue) } ?? .null
        case .style: .string(policy.style.rawValue)
        }
      object[option.rawValue] = value
    }
    return object
  }
}
