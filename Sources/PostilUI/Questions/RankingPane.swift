import PostilCore
import PostilModel
import PostilScreen

/// The order so far where it stands nowhere else, then a row for each response: those that are ranked from best to worst, those that are not, those set
/// aside. Responses are named by their places on the screen.
struct RankingPane: QuestionPane {
  let typeName = RankingQuestion.typeName
  let context: CommandContext? = .ranking

  /// One row: a response with its rank.
  private struct Row {
    /// The response's place, from 0.
    var place: Int
    /// What stands before it: `1`, `=`, nothing.
    var mark: String
    /// The rank that a response dropped here gets; nil for none.
    var tier: Int?
    var isRanked: Bool
    var note: String
  }

  /// The order as `2 > 4 = 1`, by places, and `…` while it is not whole.
  static func text(of order: WeakOrder, about subject: Subject?, isWhole: Bool, ellipsis: String = "…") -> String {
    let text = order.text { id in subject?.place(of: id).map(String.init) ?? id }
    return isWhole || text.isEmpty ? text : text + " " + ellipsis
  }

  private static func isWhole(_ view: QuestionView) -> Bool {
    view.answer.map { view.question.kind.problem(with: $0, about: view.subject) == nil } ?? false
  }

  private static func order(_ view: QuestionView) -> WeakOrder { view.answer.flatMap(WeakOrder.init) ?? WeakOrder() }

  private static func head(_ view: QuestionView, width: Int, ellipsis: String = "…") -> TextLayout? {
    if view.hasRankedLine { return nil }
    let order = order(view)
    var text = text(of: order, about: view.subject, isWhole: isWhole(view), ellipsis: ellipsis)
    if text.isEmpty { text = "nothing ranked yet" }
    return TextLayout(text, width: max(4, width - 4))
  }

  /// The places of the responses in the order of the rows.
  static func places(of order: WeakOrder, about subject: Subject?) -> [Int] { rows(order, about: subject).map(\.place) }

  private static func rows(_ order: WeakOrder, about subject: Subject?) -> [Row] {
    let ids = subject?.ids ?? []
    var rows: [Row] = []
    var rank = 1
    for (index, tier) in order.tiers.enumerated() {
      for (step, id) in tier.enumerated() {
        guard let place = ids.firstIndex(of: id) else { continue }
        rows.append(Row(place: place, mark: step == 0 ? String(rank) : "=", tier: index, isRanked: true, note: ""))
      }
      rank += tier.count
    }
    for (place, id) in ids.enumerated() where order.rank(of: id) == nil && !order.isSetAside(id) {
      rows.append(Row(place: place, mark: "", tier: order.tiers.count, isRanked: false, note: ""))
    }
    for aside in order.setAside {
      guard let place = ids.firstIndex(of: aside.id) else { continue }
      let note = aside.reason.isEmpty ? "set aside" : "set aside: " + aside.reason
      rows.append(Row(place: place, mark: "x", tier: nil, isRanked: false, note: note))
    }
    return rows
  }

  private func headRows(_ view: QuestionView, width: Int) -> Int { Self.head(view, width: width)?.count ?? 0 }

  func height(_ view: QuestionView, width: Int) -> Int {
    headRows(view, width: width) + (view.subject?.candidates.count ?? 0) + (view.suggestions.isEmpty ? 0 : 1)
  }

  func cursorRow(_ view: QuestionView, width: Int) -> Int {
    let places = Self.places(of: Self.order(view), about: view.subject)
    return headRows(view, width: width) + (places.firstIndex(of: view.candidate) ?? 0)
  }

  func draw(_ view: QuestionView, in area: Rectangle, painter: inout Painter) {
    let order = Self.order(view)
    let head = Self.head(view, width: area.width, ellipsis: painter.alphabet.string(.ellipsis))
    let top = area.y + (head?.count ?? 0)
    if let head {
      for line in 0..<head.count {
        painter.line(head, line, x: area.x + 4, y: area.y + line, order.isEmpty ? .textDim : .textStrong)
      }
    }
    for (index, row) in Self.rows(order, about: view.subject).enumerated() {
      draw(row, y: top + index, view: view, area: area, painter: &painter)
    }
    guard !view.suggestions.isEmpty else { return }
    let proposals = view.suggestions.map { suggestion in
      let order = WeakOrder(suggestion.answer) ?? WeakOrder()
      return Self.text(of: order, about: view.subject, isWhole: true) + "  " + QuestionView.source(of: suggestion)
    }
    painter.sign(.suggestion, x: area.x + 4, y: area.bottom - 1, .suggestion)
    painter.text(
      proposals.joined(separator: ", "), x: area.x + 6, y: area.bottom - 1, columns: area.width - 7, .suggestion)
  }

  private func draw(_ row: Row, y: Int, view: QuestionView, area: Rectangle, painter: inout Painter) {
    guard let candidate = view.subject?.candidates[row.place] else { return }
    let whole = Rectangle(x: area.x, y: y, width: area.width, height: 1)
    painter.target(whole, .ranked(question: view.question.name, candidate: row.place, tier: row.tier))
    let isCursor = view.isFocused && row.place == view.candidate
    let hasFocus = view.cursor != nil
    var base: Style?
    if isCursor {
      let look = painter.style(hasFocus ? .cursor : .cursorInactive, on: painter.theme[.text])
      painter.fill(whole.inset(left: 1, right: 1), look)
      painter.sign(.cursor, x: area.x + 1, y: y, hasFocus ? .accent : .textDim, on: look)
      base = look
    }
    if let drag = view.drag, drag.question == view.question.name {
      if !isCursor, row.tier != nil, drag.isOver(row.place, of: drag.question) {
        let look = painter.style(.cursorInactive, on: painter.theme[.text])
        painter.fill(whole.inset(left: 1, right: 1), look)
        base = look
      }
      if drag.candidate == row.place { painter.sign(.arrowRight, x: area.x + 1, y: y, .accent, on: base) }
    }
    let markEnd = area.x + 5
    if row.mark.isEmpty {
      painter.sign(.open, x: markEnd - 1, y: y, .textDim, on: base)
    } else {
      painter.text(row.mark, endingAt: markEnd, y: y, columns: 2, row.isRanked ? .candidateRanked : .textDim, on: base)
    }
    let name = String(row.place + 1)
    painter.text(name, endingAt: markEnd + 4, y: y, columns: 2, .key, on: base)
    let words = row.note.isEmpty ? Self.opening(of: candidate) : row.note
    painter.text(words, x: markEnd + 6, y: y, columns: area.right - markEnd - 8, .textDim, on: base)
  }

  /// The first words of a response, as far as they may fit on a row.
  static func opening(of candidate: Candidate) -> String {
    let text = candidate.turns?.first { $0.standardRole == .assistant }?.content ?? candidate.fullText
    let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
    let line = text.utf8.drop(while: blanks.contains).prefix(200).prefix { $0 != 0x0A && $0 != 0x0D }
    return String(decoding: line, as: UTF8.self)
  }

  func run(_ command: Command, _ question: Question, at desk: inout Desk, _ session: Session) -> [Intent]? {
    switch command {
    case .rank: desk.rankAtCursor(question, session: session)
    case .tie: desk.tie(question, session: session)
    case .rankHigher: desk.moveRank(by: -1, question, session: session)
    case .rankLower: desk.moveRank(by: 1, question, session: session)
    case .setAside: desk.askToSetAside(question, session: session)
    case .takeBack: desk.takeRankBack(question, session: session)
    case .down where desk.focused == .questions: desk.moveOverRanks(by: 1, question, session: session)
    case .up where desk.focused == .questions: desk.moveOverRanks(by: -1, question, session: session)
    default: nil
    }
  }

  func press(_ key: Key, _ question: Question, at desk: inout Desk, _ session: Session) -> [Intent]? {
    if key == .named(.enter), session.readOnlyReason == nil, !desk.isRankingWhole(question, session: session) {
      return desk.run(.rank, session: session)
    }
    guard case .character(let scalar) = key, let digit = LabelKeys.digits.firstIndex(of: Character(scalar)) else {
      return nil
    }
    return desk.rank(place: digit, question, session: session)
  }

  func takes(_ scalar: Unicode.Scalar, _ question: Question, at desk: Desk) -> Bool {
    "0"..."9" ~= scalar
  }

  func footer(_ question: Question, at desk: Desk, _ session: Session) -> [FooterItem]? {
    guard let kind = question.kind as? RankingQuestion, let subject = session.subject(of: question) else { return nil }
    var items: [FooterItem?] = []
    let order = session.current?.answers[question.name].flatMap(WeakOrder.init) ?? WeakOrder()
    let tie = kind.allowsTies ? desk.item(.tie, in: .ranking) : nil
    if desk.isRankingWhole(question, session: session) {
      let keys = desk.item(.submit)
      let move = [desk.item(.rankHigher, in: .ranking), desk.item(.rankLower, in: .ranking)].compactMap { $0?.keys }
      items = [keys, FooterItem(keys: move.joined(separator: " "), label: "move it", command: .rankHigher), tie]
    } else {
      func isLeft(_ place: Int) -> Bool {
        guard subject.ids.indices.contains(place) else { return false }
        return order.rank(of: subject.ids[place]) == nil && !order.isSetAside(subject.ids[place])
      }
      let digits = LabelKeys.digits.prefix(subject.candidates.count).enumerated().filter { isLeft($0.offset) }
      let keys = digits.map { String($0.element) }
      let shown = keys.count > 5 ? "\(keys[0]) to \(keys[keys.count - 1])" : keys.joined(separator: " ")
      items = [
        FooterItem(keys: shown, label: order.tiers.isEmpty ? "best one" : order.isTying ? "ties with it" : "next"), tie,
        isLeft(desk.candidateCursor) ? FooterItem(keys: "Enter", label: "rank \(desk.candidateCursor + 1)") : nil,
        kind.allowsSettingAside ? desk.item(.setAside, in: .ranking) : nil,
      ]
    }
    return (items + [desk.item(.takeBack, in: .ranking)]).compactMap { $0 }
  }
}
