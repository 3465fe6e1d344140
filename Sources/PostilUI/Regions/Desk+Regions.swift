import PostilCore
import PostilModel
import PostilPictures
import PostilScreen

/// Regions of a picture by keyboard: a cursor in pixels, corners, a list, and what is proposed. Each change is one answer to
/// the session, so undo and autosave are those of every answer.
extension Desk {
  /// Follows the session: whether a question for regions has the focus, and which picture it is about.
  mutating func followRegions(_ now: Seen, session: Session) {
    if now.task != seen.task { regions.begin() }
    let question = focusedQuestion(session).flatMap { $0.kind is BoxesQuestion ? $0 : nil }
    if regions.question != question?.name {
      regions.question = question?.name
      regions.handle = nil
      regions.drag = nil
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

  /// The question whose regions are drawn over a picture: the one in the focus, else the first that is about it, so that
  /// nobody judges without them.
  func boxes(on picture: Int, _ session: Session) -> (question: Question, kind: BoxesQuestion)? {
    let field = pictures.items[picture].field
    let asked = session.questions.filter { $0.kind is BoxesQuestion && $0.about == field }
    guard let question = asked.first(where: { $0.name == regions.question }) ?? asked.first,
      let kind = question.kind as? BoxesQuestion
    else { return nil }
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
      draft: RegionDraft(current.answers[question.name]),
      suggestions: (current.task?.suggestions ?? []).filter { $0.question == question.name },
      isSaid: current.stored.state == .submitted)
  }

  /// The answer to a question as it stands, with what is half drawn.
  func regionDraft(_ question: Question, _ session: Session) -> RegionDraft {
    RegionDraft(session.current?.answers[question.name])
  }

  /// What is being drawn for the question in the focus.
  func begunRegion(_ session: Session) -> RegionDraft.Begun? {
    boxes(session).flatMap { regionDraft($0.question, session).begun }
  }

  /// What is drawn next.
  func penShape(_ kind: BoxesQuestion) -> RegionShape { kind.shapes[min(regions.shape, kind.shapes.count - 1)] }

  /// The label that is given next; empty where regions have none.
  func penLabel(_ question: Question, _ kind: BoxesQuestion) -> String {
    let chosen = regions.part(of: question.name).label
    return kind.labels.first { $0.name == chosen }?.name ?? kind.labels.first?.name ?? ""
  }

  /// Why a command for regions does nothing; nil when it does something.
  func reasonForRegions(_ command: Command, session: Session) -> String? {
    guard let kind = boxes(session)?.kind else { return "This question asks for no regions." }
    // Where another pane hides the picture, it is brought up first.
    let isHidden = DeskLayout.mode(of: size) == .tabs && focused == .questions
    let isPlaced = isHidden || regions.picture.map { pictures.slots[$0]?.frame != nil } == true
    if command == .nextShape, kind.shapes.count < 2 { return "This question asks for one shape only." }
    let goesOn: [Command] = [.placeCorner, .deleteRegion, .hideRegion, .hideOthers]
    if RegionStep(command) == nil, !goesOn.contains(command), let begun = begunRegion(session) {
      return "A \(begun.shape.rawValue) is half drawn: Enter ends it, Esc leaves it."
    }
    switch command {
    case .nextRegion, .previousRegion: return regionRows(session).isEmpty ? "There is no region yet." : nil
    case .nextShape: return nil
    case .moveRegion, .deleteRegion, .hideRegion:
      if command == .deleteRegion, begunRegion(session) != nil { return nil }
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
      regions.shape = (regions.shape + 1) % kind.shapes.count
      say("The next region is a \(kind.shapes[regions.shape].rawValue).")
      return []
    case .nextRegion: return stepRegion(by: 1, session: session)
    case .previousRegion: return stepRegion(by: -1, session: session)
    case .moveRegion: return hold(regions.handle == .whole ? nil : .whole, session: session)
    case .moveEdge: return hold(nextEdge, session: session)
    case .deleteRegion: return deleteRegion(question, session: session)
    case .hideRegion:
      if let row = selectedRow(session) { regions.hidden.formSymmetricDifference([row.region]) }
      return []
    case .hideOthers:
      let all = Set(regionRows(session).map(\.region)).subtracting([selectedRow(session)?.region].compactMap { $0 })
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
    regions.isPicked = true
    // A proposal that is moved is taken first: what a person changes is theirs.
    guard handle != nil, let row = selectedRow(session), row.proposal != nil, let (question, _) = boxes(session) else {
      return []
    }
    return take([row], question, session: session)
  }

  // MARK: The answer

  /// Changes the answer as one step of undo.
  func answer(
    _ question: Question, _ session: Session, label: String, _ change: (inout RegionDraft) -> Void
  ) -> [Intent] {
    var draft = regionDraft(question, session)
    change(&draft)
    return [.session(.answer(question: question.name, draft.json, label: label))]
  }

  /// Changes the answer as a part of the step that is under way: a drawing, a drag.
  func goOn(
    _ question: Question, _ session: Session, part: String, label: String, _ change: (inout RegionDraft) -> Void
  ) -> [Intent] {
    var draft = regionDraft(question, session)
    change(&draft)
    return [.session(.change(question: question.name, draft.json, part: part, label: label))]
  }

  func ownRegions(_ question: Question, _ session: Session) -> [Region] {
    regionDraft(question, session).regions ?? []
  }

  /// Adds a region that was drawn, and chooses it. With its corners it is one step of undo.
  mutating func add(_ region: Region, _ question: Question, session: Session) -> [Intent] {
    let count = ownRegions(question, session).count
    if let most = (question.kind as? BoxesQuestion)?.maximum, count >= most {
      say("This question takes at most \(most): delete one first.", .warning)
      return []
    }
    regions.selected = count
    regions.isPicked = false
    regions.showAll()
    return goOn(question, session, part: Self.drawing, label: "region \(count + 1)") { draft in
      draft.begun = nil
      draft.regions = (draft.regions ?? []) + [region]
    } + [.session(.endEdit)]
  }

  /// The part of an answer that drawing changes.
  static let drawing = "drawing"

  /// Leaves what is half drawn.
  func leaveDrawing(_ question: Question, session: Session) -> [Intent] {
    answer(question, session, label: "drawing left") { $0.begun = nil }
  }

  private mutating func deleteRegion(_ question: Question, session: Session) -> [Intent] {
    if begunRegion(session) != nil {
      return goOn(question, session, part: Self.drawing, label: "a corner less") { draft in
        draft.begun?.points.removeLast()
        if draft.begun?.points.isEmpty == true { draft.begun = nil }
      }
    }
    guard let row = selectedRow(session) else { return [] }
    regions.handle = nil
    if let proposal = row.proposal {
      return answer(question, session, label: "proposal rejected") { $0.settled.insert(proposal) }
    }
    guard let place = row.place else { return [] }
    let left = ownRegions(question, session).count - 1
    regions.selected = left == 0 ? nil : min(place, left - 1)
    // An empty list is an answer of its own: there is nothing to mark.
    return answer(question, session, label: "region \(place + 1) deleted") { $0.regions?.remove(at: place) }
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
    let count = ownRegions(question, session).count
    if let most = (question.kind as? BoxesQuestion)?.maximum, count + rows.count > most {
      let next = regionKey(.nextRegion)
      let hint = count < most ? "\(next) goes from one to the next." : "delete one first."
      say("This question takes at most \(most) regions: \(hint)", .warning)
      return []
    }
    regions.selected = rows.count == 1 ? count : nil
    regions.showAll()
    let words = rows.count == 1 ? "region \(count + 1) taken" : "\(rows.count) regions taken"
    return answer(question, session, label: words) { draft in
      draft.settled.formUnion(rows.compactMap(\.proposal))
      draft.regions = (draft.regions ?? []) + rows.map(\.region)
    }
  }

  private mutating func reorder(by distance: Int, _ question: Question, session: Session) -> [Intent] {
    guard let place = selectedRow(session)?.place,
      ownRegions(question, session).indices.contains(place + distance)
    else { return [] }
    regions.selected = place + distance
    return answer(question, session, label: "order of regions") { $0.regions?.swapAt(place, place + distance) }
  }

  /// Gives the chosen region a label or an attribute; with none chosen, the label is that of the next one.
  mutating func choose(region name: String, _ question: Question, session: Session) -> [Intent] {
    guard let kind = question.kind as? BoxesQuestion else { return [] }
    let isLabel = kind.labels.contains { $0.name == name }
    if isLabel { regions.label = name }
    guard let row = selectedRow(session), begunRegion(session) == nil, regions.isPicked || !isLabel else {
      if isLabel { say("The next region is “\(kind.labels.first { $0.name == name }?.title ?? name)”.") }
      return []
    }
    // What a person changes of a proposal is theirs.
    if row.proposal != nil, take([row], question, session: session).isEmpty { return [] }
    let place = row.place ?? ownRegions(question, session).count
    return answer(question, session, label: "\(name) on region \(place + 1)") { draft in
      if let proposal = row.proposal {
        draft.settled.insert(proposal)
        draft.regions = (draft.regions ?? []) + [row.region]
      }
      guard var region = draft.regions?[place] else { return }
      if isLabel {
        region.label = name
      } else if let index = region.attributes.firstIndex(of: name) {
        region.attributes.remove(at: index)
      } else {
        region.attributes = kind.attributes.map(\.name).filter { (region.attributes + [name]).contains($0) }
      }
      draft.regions?[place] = region
    }
  }

  private mutating func stepRegion(by distance: Int, session: Session) -> [Intent] {
    let count = regionRows(session).count
    guard count > 0 else { return [] }
    regions.handle = nil
    let start = regions.selected ?? (distance > 0 ? -1 : count)
    regions.selected = (start + distance + count) % count
    regions.isPicked = true
    if let row = selectedRow(session) { reveal(row.region) }
    return []
  }
}
