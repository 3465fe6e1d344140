import PostilCore
import PostilModel
import PostilScreen

/// The steps of a ranking. Each is one answer to the session: saved at once, and one step for undo.
extension Desk {
  private func order(of question: Question, _ session: Session) -> WeakOrder {
    session.current?.answers[question.name].flatMap(WeakOrder.init) ?? WeakOrder()
  }

  /// Whether all are ranked that should be.
  func isRankingWhole(_ question: Question, session: Session) -> Bool {
    guard let answer = session.current?.answers[question.name] else { return false }
    return question.kind.problem(with: answer, about: session.subject(of: question)) == nil
  }

  /// Hands a changed order to the session. Where all are to be ranked, the last one is implied.
  private func give(
    _ order: WeakOrder, to question: Question, label: String, implies: Bool = false, session: Session
  ) -> [Intent] {
    var order = order
    let ids = session.subject(of: question)?.ids ?? []
    if implies, let kind = question.kind as? RankingQuestion, kind.top.map({ $0 >= ids.count }) ?? true {
      order.rankImplied(of: ids)
    }
    let answer = order.isEmpty ? nil : order.json
    let focus: [Intent] = session.focusedQuestion == question.name ? [] : [.session(.focus(question: question.name))]
    return focus + [.session(.answer(question: question.name, answer, label: label))]
  }

  /// Ranks the response at a place next.
  mutating func rank(place: Int, _ question: Question, session: Session) -> [Intent] {
    if let reason = disabledReason(.rank, session: session) {
      say(reason)
      return []
    }
    guard let ids = session.subject(of: question)?.ids, let kind = question.kind as? RankingQuestion else { return [] }
    guard ids.indices.contains(place) else {
      say("There are only \(ids.count) responses.")
      return []
    }
    var order = order(of: question, session)
    let id = ids[place]
    if let top = kind.top, !order.isTying, order.rank(of: id) == nil, order.ranked.count >= min(top, ids.count) {
      let best = order.ranked.count == 1 ? "The best one is" : "The best \(order.ranked.count) are"
      say("\(best) ranked: \(keyText(.submit)) submits, \(ownKey(.takeBack, session)) takes the last one back.")
      return []
    }
    let before = order
    order.rankNext(id)
    guard order != before else {
      say("Response \(place + 1) is ranked last already.")
      return []
    }
    return give(order, to: question, label: "rank \(place + 1)", implies: true, session: session)
  }

  /// Ranks the response under the cursor next, and goes on to one that has no rank.
  mutating func rankAtCursor(_ question: Question, session: Session) -> [Intent] {
    guard let ids = session.subject(of: question)?.ids, ids.indices.contains(candidateCursor) else { return [] }
    let order = order(of: question, session)
    func isLeft(_ place: Int) -> Bool { order.rank(of: ids[place]) == nil && !order.isSetAside(ids[place]) }
    guard order.rank(of: ids[candidateCursor]) == nil else {
      let left = ids.indices.filter(isLeft).map { String($0 + 1) }
      let rest =
        left.isEmpty ? "\(keyText(.submit)) submits." : "Not ranked yet: \(left.joined(separator: " "))."
      say("Response \(candidateCursor + 1) is ranked already. \(rest)")
      return []
    }
    let intents = rank(place: candidateCursor, question, session: session)
    if !intents.isEmpty {
      let others = ids.indices.filter { $0 != candidateCursor && isLeft($0) }
      candidateCursor = others.first { $0 > candidateCursor } ?? others.first ?? candidateCursor
    }
    return intents
  }

  /// Ties the next with the last, or the last two.
  mutating func tie(_ question: Question, session: Session) -> [Intent] {
    guard (question.kind as? RankingQuestion)?.allowsTies == true else {
      say("“\(question.title)” takes no ties.")
      return []
    }
    var order = order(of: question, session)
    guard order.tie(among: session.subject(of: question)?.ids ?? []) else {
      say(order.tiers.isEmpty ? "Rank one first: the next one ties with it then." : "They all tie already.")
      return []
    }
    return give(order, to: question, label: "tie", session: session)
  }

  /// Moves the response under the cursor up (negative) or down in the order.
  mutating func moveRank(by step: Int, _ question: Question, session: Session) -> [Intent] {
    guard let ids = session.subject(of: question)?.ids, ids.indices.contains(candidateCursor) else { return [] }
    var order = order(of: question, session)
    let name = candidateCursor + 1
    guard order.rank(of: ids[candidateCursor]) != nil else {
      if let top = (question.kind as? RankingQuestion)?.top, order.ranked.count >= top, !order.isTying {
        say("Response \(name) has no rank: the best \(top == 1 ? "one is" : "\(top) are") ranked.")
      } else {
        say("Response \(name) has no rank yet: \(rankingKey(question, session)) ranks it next.")
      }
      return []
    }
    guard order.move(ids[candidateCursor], by: step) else {
      say("Response \(name) is \(step < 0 ? "first" : "last") already.")
      return []
    }
    return give(order, to: question, label: "move \(name) \(step < 0 ? "up" : "down")", session: session)
  }

  /// Asks why the response under the cursor is set aside.
  mutating func askToSetAside(_ question: Question, session: Session) -> [Intent] {
    guard (question.kind as? RankingQuestion)?.allowsSettingAside == true else {
      say("“\(question.title)” wants all responses ranked: none can be set aside.")
      return []
    }
    guard let ids = session.subject(of: question)?.ids, ids.indices.contains(candidateCursor) else { return [] }
    let purpose = Prompt.Purpose.setAside(
      question: question.name, candidate: ids[candidateCursor], number: candidateCursor + 1)
    return ask(purpose, session: session)
  }

  /// Sets a response aside for a reason.
  mutating func setAside(_ candidate: String, of name: String, reason: String, session: Session) -> [Intent] {
    guard let question = session.project.question(named: name),
      let number = session.subject(of: question)?.place(of: candidate)
    else { return [] }
    var order = order(of: question, session)
    order.setAside(candidate, reason: reason)
    return give(order, to: question, label: "set \(number) aside", implies: true, session: session)
  }

  /// Takes the last rank back.
  mutating func takeRankBack(_ question: Question, session: Session) -> [Intent] {
    var order = order(of: question, session)
    let before = order
    order.removeLast(among: session.subject(of: question)?.ids ?? [])
    guard order != before else {
      say("No rank is there to take back. \(keyText(.undo)) undoes other steps.")
      return []
    }
    return give(order, to: question, label: "take a rank back", session: session)
  }

  /// Moves the cursor over the rows; nil at their ends, where the next question is.
  mutating func moveOverRanks(by step: Int, _ question: Question, session: Session) -> [Intent]? {
    let places = RankingPane.places(of: order(of: question, session), about: session.subject(of: question))
    guard let row = places.firstIndex(of: candidateCursor), places.indices.contains(row + step) else { return nil }
    candidateCursor = places[row + step]
    return []
  }

  /// The key that ranks the response under the cursor: a blank turns the page while the responses have the focus, and
  /// Enter submits what is whole.
  private func rankingKey(_ question: Question, _ session: Session) -> String {
    if focused == .questions { return ownKey(.rank, session) }
    if isRankingWhole(question, session: session), candidateCursor < LabelKeys.digits.count {
      return String(LabelKeys.digits[candidateCursor])
    }
    return "Enter"
  }

  /// The first key of a command in the focused question's own context.
  func ownKey(_ command: Command, _ session: Session) -> String {
    questionContext(session).flatMap { keymap.keys(of: command, in: $0).first } ?? keyText(command)
  }

  // MARK: The mouse

  /// What a press on a response's row, or on a response in its own pane, takes hold of; nil where nothing ranks it.
  func drag(from action: ClickTarget.Action, session: Session) -> CandidateDrag? {
    switch action {
    case .ranked(let name, let place, _):
      return CandidateDrag(question: name, candidate: place, isFromPane: false)
    case .candidate(let place):
      return candidates.field.flatMap { RankWords.question(of: $0, session: session) }.map {
        CandidateDrag(question: $0.name, candidate: place, isFromPane: true)
      }
    default: return nil
    }
  }

  /// The mouse moves with its button down.
  mutating func follow(_ mouse: Key.Mouse) {
    guard var drag else { return }
    drag.isMoved = true
    drag.over = hits(mouse).first?.action
    self.drag = drag
  }

  /// The button was let go: that response gets the cursor and its pane the focus, and what was dragged onto a row of the
  /// ranking gets that row's rank.
  mutating func drop(at mouse: Key.Mouse, session: Session) -> [Intent] {
    guard var drag else { return [] }
    self.drag = nil
    guard layers.isEmpty else { return [] }
    drag.over = hits(mouse).first?.action
    var intents = writing == nil ? [] : endWriting()
    if drag.isFromPane {
      intents += setFocus(.candidates) + goToCandidate(drag.candidate, session: session)
    } else {
      candidateCursor = drag.candidate
      intents += setFocus(.questions)
    }
    let given = rank(drag, session: session)
    if given.isEmpty, !drag.isFromPane, session.focusedQuestion != drag.question {
      intents.append(.session(.focus(question: drag.question)))
    }
    return intents + given
  }

  /// Gives what was dragged the rank of the row, or of the response, that it was let go on.
  private func rank(_ drag: CandidateDrag, session: Session) -> [Intent] {
    guard session.readOnlyReason == nil,
      let question = session.project.question(named: drag.question),
      let ids = session.subject(of: question)?.ids, ids.indices.contains(drag.candidate)
    else { return [] }
    var order = order(of: question, session)
    var tier = drag.tier(in: question.name)
    // On another response in its own pane: that one's rank.
    if drag.isMoved, case .candidate(let other) = drag.over, ids.indices.contains(other) {
      tier = order.rank(of: ids[other])
    }
    guard let tier else { return [] }
    let before = order
    order.place(ids[drag.candidate], atTier: tier)
    guard order != before else { return [] }
    return give(order, to: question, label: "move \(drag.candidate + 1)", implies: true, session: session)
  }
}
