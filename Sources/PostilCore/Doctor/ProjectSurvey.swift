import PostilConfiguration
import PostilModel
import PostilStore

/// Holds what is stored against what `postil.toml` says now: the file may have changed since.
struct ProjectSurvey {
  /// How often something was met, and where first.
  private struct Tally {
    var count = 0
    var firstTask = 0
    var reason = ""
  }

  private let project: Project
  private let guidelinesVersion: String?
  private let parser = JSONParser()
  private var tasks = 0
  private var unseenFields: Set<String>
  private var removed: [String: Tally] = [:]
  private var unfit: [String: Tally] = [:]
  private var strangeSuggestions: [String: Tally] = [:]
  private var otherVersions: Set<String> = []
  private var annotationsOfOtherVersions = 0

  /// A survey that has seen nothing.
  init(_ project: Project, guidelinesVersion: String?) {
    self.project = project
    self.guidelinesVersion = guidelinesVersion
    unseenFields = Set(project.fields.map(\.name))
  }

  /// Takes a task with all that was said about it.
  mutating func add(_ row: borrowing ExportRow) {
    tasks += 1
    // Fields are only parsed until each was met once.
    if !unseenFields.isEmpty, let fields = (try? parser.parse(row.fields))?.object {
      for member in fields.members where member.value != .null { unseenFields.remove(member.key) }
    }
    for suggestion in row.suggestions where project.question(named: suggestion.question) == nil {
      Self.count(suggestion.question, row.number, in: &strangeSuggestions)
    }
    for named in row.annotations { add(named.annotation, task: row.number) }
  }

  private mutating func add(_ annotation: Annotation, task: Int) {
    for (name, answer) in annotation.answers {
      guard let question = project.question(named: name) else {
        Self.count(name, task, in: &removed)
        continue
      }
      if let reason = question.kind.problem(with: answer) { Self.count(name, task, reason, in: &unfit) }
    }
    let version = annotation.guidelinesVersion
    if let guidelinesVersion, !version.isEmpty, version != guidelinesVersion {
      otherVersions.insert(version)
      annotationsOfOtherVersions += 1
    }
  }

  private static func count(_ name: String, _ task: Int, _ reason: String = "", in tallies: inout [String: Tally]) {
    var tally = tallies[name] ?? Tally(count: 0, firstTask: task, reason: reason)
    tally.count += 1
    tallies[name] = tally
  }

  /// What does not fit.
  func findings() -> [Finding] {
    let file = ProjectFile.fileName
    var findings: [Finding] = []
    if tasks > 0 {
      for field in project.fields where unseenFields.contains(field.name) {
        let remedy = "Take the field out, or import with --map \(field.name)=COLUMN if it has another name there."
        findings.append(Finding(.warning, "no task has the field \"\(field.name)\"", at: file, remedy: remedy))
      }
    }
    for (name, tally) in removed.sorted(by: { $0.key < $1.key }) {
      let nearest = DidYouMean.nearest(to: name, among: project.questions.map(\.name))
      let message = "the question \"\(name)\" is gone, and has \(Self.answers(tally))"
      let remedy = nearest.map { "If \"\($0)\" is its new name, give it the old one back. " } ?? ""
      findings.append(
        Finding(.warning, message, at: file, remedy: remedy + "The answers are kept, and exported as they are."))
    }
    for (name, tally) in unfit.sorted(by: { $0.key < $1.key }) {
      let message = "\(Self.answers(tally)) to \"\(name)\" would not be taken now: the question \(tally.reason)"
      findings.append(
        Finding(.warning, message, at: file, remedy: "Put back what was changed, or judge those tasks again."))
    }
    for (name, tally) in strangeSuggestions.sorted(by: { $0.key < $1.key }) {
      let message =
        "\(tally.count) suggestions answer \"\(name)\", which is no question (first: task #\(tally.firstTask))"
      findings.append(Finding(.information, message, at: file, remedy: "They are not shown."))
    }
    if annotationsOfOtherVersions > 0 {
      let annotations =
        annotationsOfOtherVersions == 1 ? "1 annotation was" : "\(annotationsOfOtherVersions) annotations were"
      let versions = otherVersions.count == 1 ? "another version" : "\(otherVersions.count) other versions"
      let message = "\(annotations) made under \(versions) of the guidelines"
      let remedy = "Each annotation keeps its version; judge again what the changes concern."
      findings.append(Finding(.information, message, at: project.guidelinesPath, remedy: remedy))
    }
    return findings
  }

  private static func answers(_ tally: Tally) -> String {
    (tally.count == 1 ? "1 answer" : "\(tally.count) answers") + " (first: task #\(tally.firstTask))"
  }
}
