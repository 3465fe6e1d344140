import PostilCore
import PostilModel

/// The history of a task as rows: who, when, what, and what each revision changed.
enum HistoryRows {
  static func rows(_ session: Session, now: Timestamp) -> [PopupRow] {
    guard let number = session.current?.number else { return [] }
    guard let history = session.history, history.task == number else {
      return [PopupRow(text: "The history is being read…", look: .dim)]
    }
    var messages = session.current?.messages ?? []
    guard !history.events.isEmpty || !messages.isEmpty else {
      return [PopupRow(text: "You have not done anything to #\(number) yet.", look: .dim)]
    }
    var rows: [PopupRow] = []
    var before: [String: Annotation] = [:]
    for event in history.events {
      let earlier = messages.prefix { $0.at <= event.at && !isOf(event, $0) }
      for message in earlier { rows += self.rows(of: message, session, now: now, isFirst: rows.isEmpty) }
      messages.removeFirst(earlier.count)
      if !rows.isEmpty { rows.append(PopupRow()) }
      let when = RelativeTime.text(from: event.at, to: now)
      let seconds = event.annotation.activeMilliseconds / 1000
      rows.append(
        PopupRow(
          keys: "#\(event.number)",
          text: "\(event.annotator) \(words(for: event.kind)), revision \(event.annotation.revision)",
          detail: "\(when) · \(date(event.at)) · \(seconds) s in all", look: .heading))
      let changes = changes(from: before[event.annotator], to: event.annotation, project: session.project)
      rows += changes.isEmpty ? [PopupRow(text: "  nothing changed", look: .dim)] : changes
      before[event.annotator] = event.annotation
    }
    for message in messages { rows += self.rows(of: message, session, now: now, isFirst: rows.isEmpty) }
    return rows + verdict(session)
  }

  /// What was told of the known answer.
  private static func verdict(_ session: Session) -> [PopupRow] {
    guard let verdict = session.verdictWords else { return [] }
    return [
      PopupRow(), PopupRow(text: "The known answer", look: .heading),
      PopupRow(text: "  " + (verdict.isRight ? "You had it right: " : "Not quite: ") + verdict.words),
    ]
  }

  /// A reply is told after the save that it came with.
  private static func isOf(_ event: AnnotationEvent, _ message: ThreadMessage) -> Bool {
    message.kind == .reply && message.at == event.at
  }

  /// What somebody wrote about the task.
  private static func rows(
    of message: ThreadMessage, _ session: Session, now: Timestamp, isFirst: Bool
  ) -> [PopupRow] {
    let when = RelativeTime.text(from: message.at, to: now)
    let words = ThreadStrip.words(of: message, session).split(separator: "\n", omittingEmptySubsequences: false)
    return (isFirst ? [] : [PopupRow()])
      + [PopupRow(text: ThreadStrip.head(message, session), detail: "\(when) · \(date(message.at))", look: .heading)]
      + words.filter { !$0.isEmpty }.map { PopupRow(text: "  " + $0) }
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
