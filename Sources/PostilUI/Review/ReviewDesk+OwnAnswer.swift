public import PostilCore
import PostilModel
import PostilScreen

/// An answer of the reviewer's own: begun, left, gone on with, and made the final one.
extension ReviewDesk {
  /// Begins an answer of one's own, or goes on with the one that was left here.
  mutating func beginAnswer(_ session: ReviewSession) {
    guard let own = ownAnswer(session) else { return }
    if own.answer.isBegun {
      say("Your answer as you left it. \(keyText(.undo)) takes back what you did, step by step.")
    }
    answering = own
  }

  /// The same, beginning with what the person under the cursor has answered.
  mutating func mendAnswer(_ session: ReviewSession) {
    guard let person, var own = ownAnswer(session) else { return }
    let question = matrix.flatMap { $0.rows.indices.contains(row) ? $0.rows[row].question.name : nil }
    own.begin(with: person.annotation, of: person.name, question: question)
    answering = own
  }

  private func ownAnswer(_ session: ReviewSession) -> OwnAnswering? {
    guard let task = session.task else { return nil }
    let number = task.task.number
    var own =
      leftAnswers[number]
      ?? OwnAnswering(
        OwnAnswer(task, project: session.project, reviewer: session.reviewer, at: OwnAnswering.anyTime),
        keymap: keymap, size: size)
    own.desk.size = size
    own.desk.isMouseOn = isMouseOn
    own.desk.places[number] = places[number]
    own.desk.pictures.goOn(as: pictures)
    own.desk.pictures.isZoomed = false
    own.desk.followRegionPicture()
    return own
  }

  /// Takes a key for an answer of one's own.
  mutating func handleOwnAnswer(_ key: Key, session: ReviewSession) -> [ReviewIntent] {
    guard var own = answering else { return [] }
    if own.isLeft(by: key) {
      say(
        own.answer.isBegun
          ? "Your answer is not final yet. \(keyText(.ownAnswer)) goes on with it."
          : "No answer of your own was given.")
      putAnswerAside()
      return []
    }
    let outside = own.handle(key)
    return follow(own, outside)
  }

  /// Leaves the answer of one's own. What was done in it is kept while this desk is open.
  mutating func putAnswerAside() {
    guard let own = answering else { return }
    answering = nil
    guard let number = own.answer.session.current?.number else { return }
    pictures.goOn(as: own.desk.pictures)
    if own.answer.isBegun { leftAnswers[number] = own }
  }

  /// Takes back what an external editor wrote into an answer of one's own; nil when it was left without saving.
  public mutating func externalEdit(question: String, text: String?, session: ReviewSession) -> [ReviewIntent] {
    guard var own = answering else { return [] }
    let intents = own.desk.externalEdit(question: question, text: text, session: own.answer.session)
    let outside = own.perform(intents)
    return follow(own, outside)
  }

  /// Goes on after something was done to an answer of one's own: once it is submitted, it is the final answer.
  mutating func follow(_ own: OwnAnswering, _ outside: [Intent]) -> [ReviewIntent] {
    let number = own.answer.session.current?.number
    if let number { places[number] = own.desk.places[number] }
    guard let answers = own.answer.finished else {
      answering = own
      // Leaving the questions leaves the answer only.
      let leaves = outside.contains(.quit(0)) && own.isAtRest
      return (leaves ? [.quit(0)] : outside.filter { $0 != .quit(0) }).map { .outside($0) }
    }
    answering = nil
    pictures.goOn(as: own.desk.pictures)
    if let number { leftAnswers[number] = nil }
    return outside.filter { $0 != .quit(0) }.map { .outside($0) } + [.review(.resolve(answers))]
  }
}
