import PostilConfiguration

/// Reads the tables of `postil.toml` into a project and remembers where things stand.
struct ProjectReader {
  private(set) var questionLines: [String: Int] = [:]
  private(set) var labelLines: [String: [String: Int]] = [:]
  private var fieldLines: [String: Int] = [:]
  private var fields: [FieldDefinition] = []
  private var questions: [Question] = []
  private var names: [String] = []

  /// The project; nil when something was wrong. A new key of `[project]` is a getter here and a property of `Project`.
  mutating func read(_ top: inout ConfigurationTable) -> Project? {
    let before = top.problems.count
    var project = Self.readHeader(&top)
    let assignment = AssignmentPlan.read(&top, annotatorsPerTask: project?.annotatorsPerTask ?? 1)
    project?.assignment = assignment
    project?.review = ReviewPlan.read(&top)
    fields = top.tables("field") { readField(&$0, number: $1 + 1) }
    if !top.keys.contains("field") {
      top.complain("no [[field]]: nothing would be shown", hint: Self.fieldExample)
    }
    _ = top.tables("question") { readQuestion(&$0, number: $1 + 1) }
    if !top.keys.contains("question") {
      top.complain("no [[question]]: nothing would be asked", hint: Self.questionExample)
    }
    project?.fields = fields
    project?.questions = questions
    return top.problems.count == before ? project : nil
  }

  private static let fieldExample = "For example: [[field]], and below it name = \"text\""
  private static let questionExample = """
    For example: [[question]], and below it name = "feeling", type = "label", labels = ["good", "bad"], each on a line
    """

  private static func readHeader(_ top: inout ConfigurationTable) -> Project? {
    guard top.value("project") != nil else {
      top.complain("no [project]", hint: "Begin with [project], and below it name = \"…\"")
      return nil
    }
    return top.table("project", place: "[project]") { table in
      let name = table.heading("name")
      if !table.keys.contains("name") { table.complainAboutAbsence(of: "name") }
      let guidelines = readGuidelinesPath(&table)
      let annotators = table.integer("annotators_per_task", in: 1...1000) ?? 1
      let advance = table.word("advance", as: Project.Advance.self, called: "advance word") ?? .auto
      let isBlind = table.bool("blind") ?? false
      guard let name else { return nil }
      return Project(
        name: name, guidelinesPath: guidelines ?? "guidelines.md", annotatorsPerTask: annotators, advance: advance,
        isBlind: isBlind, fields: [], questions: [])
    }
  }

  private static func readGuidelinesPath(_ table: inout ConfigurationTable) -> String? {
    guard let path = table.heading("guidelines") else { return nil }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    if path.hasPrefix("/") || path.hasPrefix("~") || parts.contains("..") {
      let hint = "Give a path below the project's folder, such as \"guidelines.md\""
      table.complain("the guidelines \"\(path)\" are outside the project", about: "guidelines", hint: hint)
      return nil
    }
    return path
  }

  private mutating func readField(_ table: inout ConfigurationTable, number: Int) -> FieldDefinition? {
    let field = FieldDefinition.read(&table, number: number)
    guard let name = field?.name else { return nil }
    if let line = fieldLines[name] {
      table.complain("the field \"\(name)\" is there twice, first on line \(line)", about: "name")
      return nil
    }
    fieldLines[name] = table.line
    return field
  }

  private mutating func readQuestion(_ table: inout ConfigurationTable, number: Int) -> Question? {
    var question = Question.read(&table, number: number)
    // A question that could not be read still counts as there: others may hang on it.
    let written = table.value("name")?.json.string
    defer { if let written { names.append(written) } }
    settleSubject(of: &question, &table)
    settleFirstRole(of: &question, table)
    guard let question else { return nil }
    if let line = questionLines[question.name] {
      table.complain("the question \"\(question.name)\" is there twice, first on line \(line)", about: "name")
      return nil
    }
    if let line = fieldLines[question.name] {
      let message = "the question \"\(question.name)\" has the name of the field on line \(line)"
      table.complain(message, about: "name", hint: "Exported tables have a column for each: choose another name.")
      return nil
    }
    if let condition = question.condition { check(condition, &table) }
    questionLines[question.name] = table.line
    labelLines[question.name] = Self.labelLines(&table, of: question)
    questions.append(question)
    return question
  }

  /// Finds the field that a question is about: the one that it names, else the first of a kind that it can be about.
  private func settleSubject(of question: inout Question?, _ table: inout ConfigurationTable) {
    guard let kinds = question?.kind.subjectKinds, !kinds.isEmpty else { return }
    let fitting = fields.filter { kinds.contains($0.kind) }.map(\.name)
    let words = kinds.map { "type = \"\($0.rawValue)\"" }.joined(separator: " or ")
    guard let name = question?.about else {
      question?.about = fitting.first
      guard fitting.isEmpty else { return }
      let hint = "Write a [[field]] with \(words) before it."
      table.complain("\(table.place) is about a field with \(words), and there is none", about: "type", hint: hint)
      question = nil
      return
    }
    guard !fitting.contains(name) else { return }
    let hint = fitting.isEmpty ? "No field has \(words)." : "Fields with \(words): \(fitting.joined(separator: ", "))"
    table.complain(
      "\(table.place) is about \"\(name)\", which is no field that it can be about", about: "about",
      suggestion: DidYouMean.nearest(to: name, among: fitting), hint: hint)
    question = nil
  }

  /// A conversation that is written where there is a prompt goes on from it, so the assistant begins unless it is said
  /// otherwise.
  private func settleFirstRole(of question: inout Question?, _ table: ConfigurationTable) {
    guard var kind = question?.kind as? TextQuestion, kind.firstRole != nil, !table.keys.contains("begins"),
      fields.contains(where: { $0.kind == .chat })
    else { return }
    kind.firstRole = .assistant
    question?.kind = kind
  }

  private func check(_ condition: Condition, _ table: inout ConfigurationTable) {
    guard let other = questions.first(where: { $0.name == condition.question }) else {
      guard !names.contains(condition.question) else { return }
      let hint =
        names.isEmpty ? "No question stands before it." : "Questions before it: \(names.joined(separator: ", "))"
      table.complain(
        "\"when\" of \(table.place) names \"\(condition.question)\", which is no question before it", about: "when",
        suggestion: DidYouMean.nearest(to: condition.question, among: names), hint: hint)
      return
    }
    for value in condition.values {
      guard let reason = other.kind.problem(withCondition: value) else { continue }
      let known = other.kind.choices.map(\.name)
      table.complain(
        "\"when\" of \(table.place) can never hold: question \"\(other.name)\" \(reason)", about: "when",
        suggestion: value.string.flatMap { DidYouMean.nearest(to: $0, among: known) },
        hint: known.isEmpty ? "" : "Known answers: \(known.joined(separator: ", "))")
    }
  }

  private static func labelLines(_ table: inout ConfigurationTable, of question: Question) -> [String: Int] {
    // Only kinds that have read "labels" get here with that key: for all others it would be an unknown one.
    guard table.keys.contains("labels"), let elements = table.list("labels") else { return [:] }
    return Dictionary(zip(question.kind.choices.map(\.name), elements.map(\.line)), uniquingKeysWith: { one, _ in one })
  }
}
