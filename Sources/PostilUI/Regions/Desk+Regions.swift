import PostilCore
import PostilModel
import PostilPictures
import PostilScreen

/// Regions of a picture by keyboard: a cursor in pixels, corners, a list, and what is proposed. Each change is one answer to
/// the session, so undo and autosave are those of every answer.
extension Desk {
  /// Follows the session: whether a question for regions has the focus, and which picture it is about.
  mutating func followRegions(_ now: Seen, session: Session) {
    if now.task != seen.task {
      regions.begin()
      if let task = now.task { regions.restore(session.remembered[RegionsState.key], task: task) }
    }
    let question = focusedQuestion(session).flatMap { $0.kind is BoxesQuestion ? $0 : nil }
    if regions.question != question?.name {
      regions.question = question?.name
      regions.corners = []
      regions.handle = nil
    }
    let items = session.current?.task.map { PictureItem.items(of: $0, project: session.project) } ?? []
    regions.picture = question.flatMap { question in items.firstIndex { $0.field == question.about } }
    followRegionPicture()
    if let selected = regions.selected, selected >= regionRows(session).count { regions.selected = nil }
  }

  /// Keys are about the picture of the question for regions.
  mutating func followRegionPicture() {
    if let picture = regions.picture { pictures.focused = picture }
  }

  /// The question for regions that has the focus, and its kind.
  func boxes(_ session: Session) -> (question: Question, kind: BoxesQuestion)? {
    guard let question = focusedQuestion(session), let kind = question.kind as? BoxesQuestion else { return nil }
    return (question, kind)
  }

  /// The list of regions of the focused question.
  func regionRows(_ session: Session) -> [RegionRow] {
    boxes(session).map { regionRows(of: $0.question, session) } ?? []
  }

  /// The list of regions of a question.
  func regionRows(of question: Question, _ session: Session) -> [RegionRow] {
    guard let current = session.current else { return [] }
    return RegionRow.list(
      answer: current.answers[question.name],
      suggestions: (current.task?.suggestions ?? []).filter { $0.question == question.name },
      settled: regions.settled, isSaid: current.stored.state == .submitted)
  }

  /// Why a command for regions does nothing; nil when it does something.
  func reasonForRegions(_ command: Command, session: Session) -> String? {
    guard let kind = boxes(session)?.kind else { return "This question asks for no regions." }
    // Where another pane hides the picture, it is brought up first.
    let isHidden = DeskLayout.mode(of: size) == .tabs && focused == .questions
    let isPlaced = isHidden || regions.picture.map { pictures.slots[$0]?.frame != nil } == true
    switch command {
    case .nextRegion, .previousRegion: return regionRows(session).isEmpty ? "There is no region yet." : nil
    case .nextShape: return kind.shapes.count < 2 ? "This question asks for one shape only." : nil
    case .moveRegion, .deleteRegion, .hideRegion:
      if command == .deleteRegion, !regions.corners.isEmpty { return nil }
      return regions.selected == nil ? "No region is chosen: \(regionKey(.nextRegion)) goes to the next one." : nil
    case .moveEdge:
      guard let selected = selectedRow(session) else {
        return "No region is chosen: \(regionKey(.nextRegion)) goes to the next one."
      }
      return selected.region.shape == .box ? nil : "Only a box has sides to move: \(regionKey(.moveRegion)) moves it."
    case .regionEarlier, .regionLater, .writeRegion:
      if command == .writeRegion, !kind.takesText { return "Nothing is written about regions here." }
      return selectedRow(session)?.place == nil ? "No region of yours is chosen." : nil
    case .hideOthers: return nil
    default: return isPlaced ? nil : "The picture is not there yet."
    }
  }

  private func regionKey(_ command: Command) -> String {
    keymap.keys(of: command, in: .boxes).first ?? ":\(command.rawValue)"
  }

  /// The row that keys are about.
  func selectedRow(_ session: Session) -> RegionRow? {
    let rows = regionRows(session)
    return regions.selected.flatMap { rows.indices.contains($0) ? rows[$0] : nil }
  }

  /// Does a command for regions; nil for others.
  mutating func runOnRegions(_ command: Command, session: Session) -> [Intent]? {
    guard let (question, kind) = boxes(session) else { return nil }
    if let step = RegionStep(command) { return bringUpPicture() + move(step, question, session: session) }
    switch command {
    case .placeCorner: return bringUpPicture() + placeCorner(question, kind, session: session)
    case .nextShape:
      regions.corners = []
      regions.shape = (regions.shape + 1) % kind.shapes.count
      say("The next region is a \(kind.shapes[regions.shape].rawValue).")
      return []
    case .nextRegion: return stepRegion(by: 1, session: session)
    case .previousRegion: return stepRegion(by: -1, session: session)
    case .moveRegion: return hold(regions.handle == .whole ? nil : .whole, session: session)
    case .moveEdge: return hold(nextEdge, session: session)
    case .deleteRegion: return deleteRegion(question, session: session)
    case .hideRegion:
      if let selected = regions.selected { regions.hidden.formSymmetricDifference([selected]) }
      return []
    case .hideOthers:
      let all = Set(regionRows(session).indices).subtracting([regions.selected].compactMap { $0 })
      let areHidden = regions.hidden == all && regions.hidesOthers
      (regions.hidden, regions.hidesOthers) = areHidden ? ([], false) : (all, true)
      return []
    case .regionEarlier: return reorder(by: -1, question, session: session)
    case .regionLater: return reorder(by: 1, question, session: session)
    case .writeRegion:
      guard let place = selectedRow(session)?.place else { return [] }
      return beginWriting(question, part: BoxesQuestion.textPart(of: place), session: session)
    case .takeSuggestion: return takeProposals(question, session: session)
    default: return nil
    }
  }

  /// Where one pane is seen at a time, what is drawn is seen.
  private mutating func bringUpPicture() -> [Intent] {
    DeskLayout.mode(of: size) == .tabs && focused == .questions ? setFocus(.task) : []
  }

  private var nextEdge: RegionsState.Handle {
    switch regions.handle {
    case .left?: .top
    case .top?: .right
    case .right?: .bottom
    default: .left
    }
  }

  private mutating func hold(_ handle: RegionsState.Handle?, session: Session) -> [Intent] {
    regions.handle = handle
    // A proposal that is moved is taken first: what a person changes is theirs.
    guard handle != nil, let row = selectedRow(session), row.proposal != nil, let (question, _) = boxes(session) else {
      return []
    }
    return take([row], question, session: session)
  }

  // MARK: The answer

  /// Hands changed regions to the session.
  func answer(_ list: [Region], _ question: Question, label: String) -> [Intent] {
    // An empty list is an answer of its own: there is nothing to mark.
    [.session(.answer(question: question.name, Region.answer(list), label: label))]
  }

  func ownRegions(_ question: Question, _ session: Session) -> [Region] {
    Region.list(session.current?.answers[question.name])
  }

  /// Adds a region that was drawn, and chooses it.
  mutating func add(_ region: Region, _ question: Question, session: Session) -> [Intent] {
    var list = ownRegions(question, session)
    if let most = (question.kind as? BoxesQuestion)?.maximum, list.count >= most {
      say("This question takes at most \(most): delete one first.", .warning)
      return []
    }
    list.append(region)
    regions.selected = list.count - 1
    regions.showAll()
    return answer(list, question, label: "region \(list.count)")
  }

  private mutating func deleteRegion(_ question: Question, session: Session) -> [Intent] {
    if !regions.corners.isEmpty {
      regions.corners.removeLast()
      return []
    }
    guard let row = selectedRow(session) else { return [] }
    regions.handle = nil
    if let proposal = row.proposal {
      regions.settled.insert(proposal)
      return keepSettled(session)
    }
    guard let place = row.place else { return [] }
    var list = ownRegions(question, session)
    list.remove(at: place)
    regions.selected = list.isEmpty ? nil : min(place, list.count - 1)
    return answer(list, question, label: "region \(place + 1) deleted")
  }

  private func keepSettled(_ session: Session) -> [Intent] {
    guard let task = session.current?.number else { return [] }
    return [.session(.remember(key: RegionsState.key, regions.json(task: task)))]
  }

  /// Takes the chosen proposal, or all of them when none is chosen.
  private mutating func takeProposals(_ question: Question, session: Session) -> [Intent] {
    let rows = regionRows(session)
    if let row = selectedRow(session), row.proposal != nil { return take([row], question, session: session) }
    let proposed = rows.filter { $0.proposal != nil }
    guard !proposed.isEmpty else {
      say("Nothing more is proposed.")
      return []
    }
    return take(proposed, question, session: session)
  }

  private mutating func take(_ rows: [RegionRow], _ question: Question, session: Session) -> [Intent] {
    regions.settled.formUnion(rows.compactMap(\.proposal))
    let list = ownRegions(question, session) + rows.map(\.region)
    if rows.count == 1 { regions.selected = list.count - 1 } else { regions.selected = nil }
    regions.showAll()
    let words = rows.count == 1 ? "region \(list.count) taken" : "\(rows.count) regions taken"
    return answer(list, question, label: words) + keepSettled(session)
  }

  private mutating func reorder(by distance: Int, _ question: Question, session: Session) -> [Intent] {
    guard let place = selectedRow(session)?.place else { return [] }
    var list = ownRegions(question, session)
    guard list.indices.contains(place + distance) else { return [] }
    list.swapAt(place, place + distance)
    regions.selected = place + distance
    return answer(list, question, label: "order of regions")
  }

  /// Gives the chosen region a label or an attribute; with none chosen, the label is that of the next one.
  mutating func choose(region name: String, _ question: Question, session: Session) -> [Intent] {
    guard let kind = question.kind as? BoxesQuestion else { return [] }
    let isLabel = kind.labels.contains { $0.name == name }
    if isLabel { regions.label = name }
    guard let row = selectedRow(session), regions.corners.isEmpty else {
      if isLabel { say("The next region is “\(kind.labels.first { $0.name == name }?.title ?? name)”.") }
      return []
    }
    var list = ownRegions(question, session)
    if row.proposal != nil {
      regions.settled.formUnion([row.proposal].compactMap { $0 })
      list.append(row.region)
      regions.selected = list.count - 1
    }
    guard let place = row.place ?? list.indices.last else { return [] }
    if isLabel {
      list[place].label = name
    } else if let index = list[place].attributes.firstIndex(of: name) {
      list[place].attributes.remove(at: index)
    } else {
      list[place].attributes = kind.attributes.map(\.name).filter { (list[place].attributes + [name]).contains($0) }
    }
    return answer(list, question, label: "\(name) on region \(place + 1)") + keepSettled(session)
  }

  private mutating func stepRegion(by distance: Int, session: Session) -> [Intent] {
    let count = regionRows(session).count
    guard count > 0 else { return [] }
    regions.handle = nil
    regions.corners = []
    let start = regions.selected ?? (distance > 0 ? -1 : count)
    regions.selected = (start + distance + count) % count
    if let row = selectedRow(session) { reveal(row.region) }
    return []
  }
}
