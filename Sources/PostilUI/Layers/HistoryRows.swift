import PostilCore
import PostilModel

/// The history of a task as rows: who, when, what, and what each revision changed.
enum HistoryRows {
  /// What the rows are made of.
  private struct Source {
    var project: Project
    var messages: [ThreadMessage]
    /// The heading of a message, and what it says.
    var head: (ThreadMessage) -> String
    var words: (ThreadMessage) -> String
    var now: Timestamp
    /// Who has done nothing where there is nothing to tell.
    var nobody = "Nobody has done"
  }

  /// One line of the log.
  private enum Entry {
    case annotated(AnnotationEvent)
    case decided(ManagementEvent)

    var number: Int {
      switch self {
      case .annotated(let event): event.number
      case .decided(let event): event.number
      }
    }

    var at: Timestamp {
      switch self {
      case .annotated(let event): event.at
      case .decided(let event): event.at
      }
    }
  }

  /// The rows at the annotating desk.
  static func rows(_ session: Session, now: Timestamp) -> [PopupRow] {
    guard let number = session.current?.number else { return [] }
    guard let history = session.history, history.task == number else { return reading }
    let source = Source(
      project: session.project, messages: session.current?.messages ?? [],
      head: { ThreadStrip.head($0, session) }, words: { ThreadStrip.words(of: $0, session) }, now: now,
      nobody: "You have not done")
    return rows(history.events.map(Entry.annotated), source, task: number) + verdict(session)
  }

  /// What was told of the known answer.
  private static func verdict(_ session: Session) -> [PopupRow] {
    guard let verdict = session.verdictWords else { return [] }
    return [
      PopupRow(), PopupRow(text: "The known answer", look: .heading),
      PopupRow(text: "  " + (verdict.isRight ? "You had it right: " : "Not quite: ") + verdict.words),
    ]
  }

  /// The rows at the review desk: what was decided stands among the answers.
  static func rows(_ session: ReviewSession, now: Timestamp) -> [PopupRow] {
    guard let number = session.current else { return [] }
    guard let log = session.history, log.task == number else { return reading }
    let source = Source(
      project: session.project, messages: session.task?.messages ?? [], head: CellValue.head, words: \.text, now: now)
    let decisions = log.decisions.filter { words(for: $0) != nil }.map(Entry.decided)
    let entries = (log.events.map(Entry.annotated) + decisions).sorted { $0.number < $1.number }
    return rows(entries, source, task: number)
  }

  private static let reading = [PopupRow(text: "The history is being read…", look: .dim)]

  private static func rows(_ entries: [Entry], _ source: Source, task number: Int) -> [PopupRow] {
    var messages = source.messages
    guard !entries.isEmpty || !messages.isEmpty else {
      return [PopupRow(text: "\(source.nobody) anything to #\(number) yet.", look: .dim)]
    }
    var rows: [PopupRow] = []
    var before: [String: Annotation] = [:]
    for entry in entries {
      let earlier = messages.prefix { $0.at <= entry.at && !isOf(entry, $0) }
      for message in earlier { rows += self.rows(of: message, source, isFirst: rows.isEmpty) }
      messages.removeFirst(earlier.count)
      if !rows.isEmpty { rows.append(PopupRow()) }
      let when = RelativeTime.text(from: entry.at, to: source.now)
      switch entry {
      case .annotated(let event):
        let seconds = event.annotation.activeMilliseconds / 1000
        rows.append(
          PopupRow(
            keys: "#\(event.number)",
            text: "\(event.annotator) \(words(for: event.kind)), revision \(event.annotation.revision)",
            detail: "\(when) · \(date(event.at)) · \(seconds) s in all", look: .heading))
        let changes = changes(from: before[event.annotator], to: event.annotation, project: source.project)
        rows += changes.isEmpty ? [PopupRow(text: "  nothing changed", look: .dim)] : changes
        before[event.annotator] = event.annotation
      case .decided(let event):
        rows.append(
          PopupRow(
            keys: "#\(event.number)", text: "\(event.by) \(words(for: event) ?? "")",
            detail: "\(when) · \(date(event.at))", look: .heading))
        rows += decided(event, source.project)
      }
    }
    for message in messages { rows += self.rows(of: message, source, isFirst: rows.isEmpty) }
    return rows
  }

  /// A reply is told after the save that it came with.
  private static func isOf(_ entry: Entry, _ message: ThreadMessage) -> Bool {
    message.kind == .reply && message.at == entry.at
  }

  /// What somebody wrote about the task.
  private static func rows(of message: ThreadMessage, _ source: Source, isFirst: Bool) -> [PopupRow] {
    let when = RelativeTime.text(from: message.at, to: source.now)
    let words = source.words(message).split(separator: "\n", omittingEmptySubsequences: false)
    return (isFirst ? [] : [PopupRow()])
      + [PopupRow(text: source.head(message), detail: "\(when) · \(date(message.at))", look: .heading)]
      + words.filter { !$0.isEmpty }.map { PopupRow(text: "  " + $0) }
  }

  /// What was decided; nil for what stands in the thread.
  private static func words(for event: ManagementEvent) -> String? {
    switch event.kind {
    case .resolved: "settled it: \(event.told["method"]?.string ?? "")"
    case .unresolved: "reopened it"
    case .sendBackDropped: "took back what was sent back"
    case .wanted: "changed how many answers it wants"
    case .gold: "made it gold"
    case .goldDropped: "made it an ordinary task"
    case .checked: event.told["checked"] == false ? "took the check away" : "checked it"
    case .person, .actedAs, .sentBack, .replied, .asked, .askDropped, .answered: nil
    }
  }

  /// The answers that were decided upon.
  private static func decided(_ event: ManagementEvent, _ project: Project) -> [PopupRow] {
    guard [.resolved, .gold].contains(event.kind), let answers = event.told["answers"]?.object else { return [] }
    return project.questions.compactMap { question in
      answers[question.name].map { PopupRow(text: "  \(question.name): \(question.kind.summary(of: $0))") }
    }
  }

  private static func words(for kind: AnnotationEvent.Kind) -> String {
    switch kind {
    case .submitted: "submitted"
    case .revised: "revised"
    case .skipped: "skipped"
    case .marked: "marked"
    case .retracted: "undid"
    case .restored: "redid"
    case .imported: "imported"
    }
  }

  /// `2026-01-31 09:05` in UTC.
  private static func date(_ time: Timestamp) -> String {
    time.iso8601.prefix(16).replacing("T", with: " ") + " UTC"
  }

  private static func changes(from old: Annotation?, to new: Annotation, project: Project) -> [PopupRow] {
    let old = old ?? Annotation()
    var rows: [PopupRow] = []
    func add(_ name: String, _ before: String, _ after: String) {
      guard before != after else { return }
      let words = before.isEmpty ? after : "\(before) → \(after.isEmpty ? "nothing" : after)"
      rows.append(PopupRow(text: "  \(name): \(words)", look: before.isEmpty ? .plain : .changed))
    }
    add("state", old.revision == 0 ? "" : old.state.rawValue, new.state.rawValue)
    let asked = project.questions.map(\.name)
    let others = Set(old.answers.keys).union(new.answers.keys).subtracting(asked).sorted()
    for name in asked + others {
      let question = project.question(named: name)
      func text(_ annotation: Annotation) -> String {
        guard let value = annotation.answers[name] else { return "" }
        let shown = question?.about.flatMap { annotation.shown[$0] } ?? []
        // Responses are named by their places, as on the screen.
        func place(_ id: String) -> String { shown.firstIndex(of: id).map { String($0 + 1) } ?? id }
        return question?.kind.summary(of: value, naming: place) ?? value.jsonText
      }
      add(name, text(old), text(new))
    }
    add("unsure", old.isFlagged ? "yes" : "", new.isFlagged ? "yes" : "")
    add("comment", old.comment, new.comment)
    add("reason", old.skipReason, new.skipReason)
    add("guidelines", old.guidelinesVersion, new.guidelinesVersion)
    return rows
  }
}
