import PostilCore
import PostilModel
import PostilScreen

extension Desk {
  // MARK: Following the session

  /// Follows the session: which field's candidates are before the annotator, and how many there are.
  mutating func followCandidates(_ now: Seen, session: Session) {
    if now.task != seen.task, now.task != candidates.keptTask { candidates.beginTask() }
    if now.task != nil { candidates.keptTask = nil }
    guard let current = session.current, current.task != nil else { return }
    let asked = session.focusedQuestion.flatMap { session.project.question(named: $0) }?.about
    let fields = session.project.fields.filter { $0.kind == .candidates && current.candidates[$0.name] != nil }
    let field = (fields.first { $0.name == asked } ?? fields.first)?.name
    if field != candidates.field, candidates.field != nil, now.task == seen.task { candidates.beginTask() }
    candidates.field = field
    candidates.fieldIndex = session.project.fields.firstIndex { $0.name == field }
    candidates.count = field.flatMap { current.candidates[$0]?.count } ?? 0
    candidates.hasRankedLine = session.project.questions.contains { $0.kind is RankingQuestion && $0.about == field }
    candidates.cursor = max(0, min(candidates.cursor, candidates.count - 1))
    candidates.pair.removeAll { $0 >= candidates.count }
  }

  /// Takes what was left at the last start.
  mutating func restoreCandidates(from remembered: [String: JSONValue]) {
    candidates.restore(remembered[CandidatesState.key])
  }

  private func remember(_ session: Session) -> [Intent] {
    guard let task = session.current?.number else { return [] }
    return [.session(.remember(key: CandidatesState.key, candidates.json(task: task)))]
  }

  // MARK: Moving

  /// The place of the response under the cursor, from 0 in the order in which they are shown.
  var candidateCursor: Int {
    get { candidates.cursor }
    set { candidates.cursor = newValue }
  }

  /// The rows of the candidate under the cursor that are on the screen.
  var candidatePage: Int {
    guard let pages = cache.candidates?.pages, pages.indices.contains(candidates.cursor) else { return 1 }
    return pages[candidates.cursor]
  }

  /// Whether a step to the left or right goes to another candidate rather than to another pane.
  func stepsCandidate(by distance: Int) -> Bool {
    guard focused == .candidates else { return false }
    return nextCandidate(distance) != nil
  }

  /// The place of the candidate beside the one under the cursor; of two that are compared, the other.
  private func nextCandidate(_ distance: Int) -> Int? {
    if candidates.isComparing {
      let other = distance < 0 ? candidates.pair[0] : candidates.pair[1]
      return other == candidates.cursor ? nil : other
    }
    let next = candidates.cursor + distance
    return (0..<candidates.count).contains(next) ? next : nil
  }

  /// Goes to the candidate beside the one under the cursor.
  mutating func moveCandidate(by distance: Int, session: Session) -> [Intent] {
    guard let next = nextCandidate(distance) else { return [] }
    return goToCandidate(next, session: session)
  }

  /// Puts the cursor on the candidate at a place.
  mutating func goToCandidate(_ place: Int, session: Session) -> [Intent] {
    guard (0..<candidates.count).contains(place), place != candidates.cursor else { return [] }
    candidates.cursor = place
    return remember(session)
  }

  /// Scrolls a candidate, the one under the cursor if no place is named; or all, when they scroll together.
  mutating func scrollCandidates(by distance: Int, place: Int? = nil, session: Session) -> [Intent] {
    guard let task = session.current?.number, candidates.count > 0 else { return [] }
    let places = candidates.scrollsTogether ? Array(0..<candidates.count) : [place ?? candidates.cursor]
    var hasMoved = false
    var isLong = false
    for place in places {
      guard let last = cache.candidates?.lastTop(place: place) else { continue }
      isLong = isLong || last > 0
      let top = min(last, candidates.top(task: task, place: place))
      let row = max(0, min(last, top + distance))
      hasMoved = hasMoved || row != top
      candidates.setTop(row, task: task, place: place)
    }
    if !hasMoved, !isLong { say("All of the response is on the screen.") }
    return hasMoved ? remember(session) : []
  }

  // MARK: Commands

  /// Why a command for candidates does nothing; nil when it does something.
  func reasonForCandidates(_ command: Command) -> String? {
    if !hasCandidates { return "This project has no responses to compare." }
    if candidates.count == 0 { return "This task has no responses." }
    switch command {
    case .nextCandidate: return nextCandidate(1) == nil ? "This is the last response." : nil
    case .previousCandidate: return nextCandidate(-1) == nil ? "This is the first response." : nil
    case .arrange: return candidates.isComparing ? "Two responses are compared: \(keyText(.compareTwo)) ends it." : nil
    default: return nil
    }
  }

  /// Does a command for candidates.
  mutating func runOnCandidates(_ command: Command, session: Session) -> [Intent] {
    let shown = DeskLayout.mode(of: size) == .tabs && focused != .candidates ? setFocus(.candidates) : []
    switch command {
    case .nextCandidate: return shown + moveCandidate(by: 1, session: session)
    case .previousCandidate: return shown + moveCandidate(by: -1, session: session)
    case .arrange: arrange()
    case .zoom: zoom()
    case .compareTwo: compareTwo()
    case .scrollTogether:
      candidates.scrollsTogether.toggle()
      say(candidates.scrollsTogether ? "The responses scroll together." : "Each response scrolls by itself.")
    default: break
    }
    return shown + remember(session)
  }

  /// The next arrangement after the one on the screen.
  private mutating func arrange() {
    candidates.isZoomed = false
    let all = CandidateArrangement.allCases
    let now = layout().grid?.arrangement ?? .columns
    let next = all[((all.firstIndex(of: now) ?? 0) + 1) % all.count]
    candidates.arrangement = next
    say("Responses \(next.words).")
  }

  private mutating func zoom() {
    candidates.isZoomed = !isZoomed
    guard candidates.isZoomed else { return }
    focus = .candidates
    hasChosenPane = true
  }

  /// Whether a candidate has the whole screen: only while it has the focus, so that whatever gets it can be seen.
  var isZoomed: Bool { candidates.isZoomed && focused == .candidates && writing == nil }

  private mutating func compareTwo() {
    let cursor = candidates.cursor
    switch candidates.pair {
    case _ where candidates.isComparing: candidates.pair = []
    case _ where candidates.count == 2: candidates.pair = [0, 1]
    case [cursor]: candidates.pair = []
    case let pair where pair.count == 1:
      candidates.pair = [min(pair[0], cursor), max(pair[0], cursor)]
    default:
      guard candidates.count > 1 else { return say("There is nothing to compare it with.") }
      candidates.pair = [cursor]
      say("Response \(cursor + 1) is chosen: \(keyText(.compareTwo)) on another one compares them.")
    }
  }

  /// Ends what the candidates are shown in: a comparison first, then the zoom. Nil when they are shown as ever.
  mutating func closeCandidates(_ session: Session) -> [Intent]? {
    if !candidates.pair.isEmpty {
      candidates.pair = []
    } else if isZoomed {
      candidates.isZoomed = false
    } else {
      return nil
    }
    return remember(session)
  }
}
