import PostilCore
import PostilModel
import PostilScreen

/// The cells of a grid of ratings. Each rating is one answer to the session, and one step for undo.
extension Desk {
  private func cell(_ question: Question, _ session: Session) -> (id: String, aspect: Choice)? {
    guard let kind = question.kind as? RatingsQuestion, let ids = session.subject(of: question)?.ids,
      ids.indices.contains(candidateCursor), kind.aspects.indices.contains(choiceCursor)
    else { return nil }
    return (ids[candidateCursor], kind.aspects[choiceCursor])
  }

  /// Rates the cell under the cursor, or clears it.
  mutating func rate(_ step: Int?, _ question: Question, goesOn: Bool = false, session: Session) -> [Intent] {
    if let reason = disabledReason(.takeBack, session: session) {
      say(reason)
      return []
    }
    guard let cell = cell(question, session) else { return [] }
    let answer = session.current?.answers[question.name]
    let name = "\(cell.aspect.title) of \(candidateCursor + 1)"
    if step == nil, RatingsQuestion.step(answer, candidate: cell.id, aspect: cell.aspect.name) == nil {
      say("No rating stands for \(name).")
      return []
    }
    let rated = RatingsQuestion.answer(answer, setting: step, candidate: cell.id, aspect: cell.aspect.name)
    let isSeen = targets.contains {
      $0.action == .cell(question: question.name, candidate: candidateCursor, aspect: choiceCursor)
    }
    let told = Self.words(cell.aspect, of: candidateCursor) + ": " + (step.map(String.init) ?? "cleared") + "."
    if goesOn { goOn(question, rated, session: session) }
    if !isSeen { say(told + next(after: cell, question, session)) }
    let label = step.map { "\(name): \($0)" } ?? "clear \(name)"
    return [.session(.answer(question: question.name, rated, label: label))]
  }

  private static func words(_ aspect: Choice, of place: Int) -> String { "\(aspect.title) of response \(place + 1)" }

  /// What the next digit rates, in words, where the grid cannot be seen.
  private func next(after rated: (id: String, aspect: Choice), _ question: Question, _ session: Session) -> String {
    guard let cell = cell(question, session) else { return "" }
    if cell.id != rated.id { return " Next: \(Self.words(cell.aspect, of: candidateCursor))." }
    return cell.aspect.name == rated.aspect.name ? "" : " Next: \(cell.aspect.title)."
  }

  /// Raises or lowers the rating under the cursor; one that is missing begins in the middle.
  mutating func rate(by distance: Int, _ question: Question, session: Session) -> [Intent] {
    guard let cell = cell(question, session), let scale = (question.kind as? RatingsQuestion)?.scale else { return [] }
    let stands = RatingsQuestion.step(
      session.current?.answers[question.name], candidate: cell.id, aspect: cell.aspect.name)
    guard let stands else { return rate((scale.lowest + scale.highest) / 2, question, session: session) }
    let step = stands + distance
    guard (scale.lowest...scale.highest).contains(step) else {
      say("\(stands) is the \(distance > 0 ? "highest" : "lowest") step.")
      return []
    }
    return rate(step, question, session: session)
  }

  /// After the last cell of the grid comes the first one that is missing.
  private mutating func goOn(_ question: Question, _ answer: JSONValue?, session: Session) {
    if goToCell(1, question, session: session) { return }
    guard let kind = question.kind as? RatingsQuestion, let ids = session.subject(of: question)?.ids else { return }
    for (place, id) in ids.enumerated() {
      let missing = kind.aspects.firstIndex {
        RatingsQuestion.step(answer, candidate: id, aspect: $0.name) == nil
      }
      guard let missing else { continue }
      candidateCursor = place
      choiceCursor = missing
      return
    }
  }

  /// Goes to the cell below, or to the first aspect of the next response; false at the end.
  mutating func goToCell(_ step: Int, _ question: Question, session: Session) -> Bool {
    guard let kind = question.kind as? RatingsQuestion, let ids = session.subject(of: question)?.ids else {
      return false
    }
    let place = candidateCursor * kind.aspects.count + choiceCursor + step
    guard (0..<ids.count * kind.aspects.count).contains(place) else { return false }
    candidateCursor = place / kind.aspects.count
    choiceCursor = place % kind.aspects.count
    return true
  }
}
