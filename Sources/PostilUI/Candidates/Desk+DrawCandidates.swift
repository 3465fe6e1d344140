import PostilCore
import PostilModel
import PostilScreen

extension Desk {
  /// Draws the candidates in the cells of their grid; cells whose part of the last picture is still true stay.
  mutating func drawCandidates(
    in area: Rectangle, layout: DeskLayout, session: Session, _ painter: inout Painter
  ) {
    guard let grid = layout.grid, let current = session.current, layCandidates(session) else {
      cache.candidatePictures = []
      painter.clear(area)
      return drawNoCandidates(in: area.inset(left: 2, top: 1, right: 2), session: session, &painter)
    }
    revealPlace()
    let places = candidates.places(cells: grid.cells.count)
    if let tabs = grid.tabs {
      painter.clear(tabs)
      drawTabs(places, in: tabs, &painter)
    }
    let isKept = painter.isOverLast && cache.candidatePictures.count == places.count
    var pictures = zip(grid.cells, places).map { cell, place in
      lay(place, in: cell, current: current, session: session)
    }
    tellLengths(&pictures, in: grid.cells)
    for (index, picture) in pictures.enumerated() {
      let cell = grid.cells[index]
      painter.clip = cell
      painter.target(cell, .candidate(picture.place))
      if isKept, cache.candidatePictures[index] == picture { continue }
      painter.clear(cell)
      draw(picture, in: cell, &painter)
    }
    cache.candidatePictures = pictures
  }

  /// Fetches the candidates' texts for this task, as they were laid out before. False when there is nothing to show.
  mutating func layCandidates(_ session: Session) -> Bool {
    guard let current = session.current, let field = candidates.field, let list = current.candidates[field],
      !list.isEmpty, let index = candidates.fieldIndex
    else { return false }
    if let kept = cache.candidates, kept.task == current.number, kept.field == field, kept.list.count == list.count {
      return true
    }
    cache.candidates = CandidatesContent(list, task: current.number, field: field, fieldIndex: index)
    return true
  }

  private func drawNoCandidates(in area: Rectangle, session: Session, _ painter: inout Painter) {
    guard let current = session.current else { return }
    guard let task = current.task else {
      painter.text("The responses are being read" + painter.alphabet.string(.ellipsis), x: area.x, y: area.y, .textDim)
      return
    }
    var words = "This task has no responses."
    if let field = session.project.fields.first(where: { $0.kind == .candidates }), let value = task.fields[field.name]
    {
      do throws(CandidateList.Problem) { _ = try CandidateList.read(value) } catch {
        words = "The responses cannot be shown: the field “\(field.name)” \(error.reason)."
      }
    }
    let layout = TextLayout(words, width: min(area.width, DeskLayout.measure))
    for line in 0..<min(layout.count, area.height) {
      painter.line(layout, line, x: area.x, y: area.y + line, .messageWarning)
    }
  }

  /// The places of all candidates; those on the screen in brackets.
  private func drawTabs(_ places: [Int], in area: Rectangle, _ painter: inout Painter) {
    painter.clip = area
    var x = area.x + 1
    for place in 0..<candidates.count {
      let isShown = places.contains(place)
      let text = isShown ? "[\(place + 1)]" : " \(place + 1) "
      let role: Role = place == candidates.cursor ? .titleFocused : isShown ? .title : .textDim
      let used = painter.text(text, x: x, y: area.y, columns: area.right - x, role)
      painter.target(Rectangle(x: x, y: area.y, width: used, height: 1), .candidate(place))
      x += used + 1
    }
    let keys = "\(keyText(.previousCandidate)) \(keyText(.nextCandidate))"
    if area.right - x > keys.utf8.count + 2 {
      painter.text(keys, endingAt: area.right - 1, y: area.y, columns: keys.utf8.count, .textDim)
    }
  }

  // MARK: One cell

  /// The area of a cell's text.
  func body(of cell: Rectangle, hasMetadata: Bool) -> Rectangle {
    let margin = cell.width >= 36 ? 2 : 1
    let head = 1 + (hasMetadata ? 1 : 0) + (cell.height >= 9 ? 1 : 0)
    return cell.inset(left: 2, top: min(head, max(1, cell.height - 1)), right: margin)
  }

  /// Lays a candidate out for its cell, scrolls it to a hit that is looked for, and says what is to be drawn.
  private mutating func lay(
    _ place: Int, in cell: Rectangle, current: CurrentTask, session: Session
  ) -> CandidatePicture {
    let field = candidates.field ?? ""
    let candidate = current.candidates[field]?[place]
    let metadata = candidate.map { Self.metadata(of: $0, session: session) } ?? ""
    let body = body(of: cell, hasMetadata: !metadata.isEmpty)
    _ = cache.candidates?.layout(place: place, width: min(body.width, DeskLayout.measure), page: body.height)
    revealRow(place, task: current.number)
    return CandidatePicture(
      task: current.number, field: field, place: place,
      top: min(candidates.top(task: current.number, place: place), cache.candidates?.lastTop(place: place) ?? 0),
      isCursor: place == candidates.cursor,
      rank: candidate.map { RankWords.words(of: field, id: $0.id, place: place, session: session) } ?? "",
      isChosen: candidates.pair == [place], pair: candidates.isComparing ? candidates.pair : [], metadata: metadata,
      search: search?.scope == .task ? search : nil)
  }

  /// What is known of a candidate, on one line: only when the task was submitted, and never in a blind project.
  static func metadata(of candidate: Candidate, session: Session) -> String {
    guard session.current?.stored.state == .submitted, !session.project.isBlind else { return "" }
    return candidate.metadata.members.map { $0.key + " " + ($0.value.string ?? $0.value.jsonText) }
      .joined(separator: " · ")
  }

  private mutating func draw(_ picture: CandidatePicture, in cell: Rectangle, _ painter: inout Painter) {
    guard var content = cache.candidates else { return }
    cache.candidates = nil
    defer { cache.candidates = content }
    drawHead(picture, in: cell, &painter)
    if !picture.metadata.isEmpty, cell.height > 2 {
      painter.text(picture.metadata, x: cell.x + 2, y: cell.y + 1, columns: cell.width - 4, .textDim)
    }
    let body = body(of: cell, hasMetadata: !picture.metadata.isEmpty)
    let difference = content.difference(of: picture.pair)
    let layout = content.layout(place: picture.place, width: min(body.width, DeskLayout.measure), page: body.height)
    let theme = painter.theme
    let changed = Self.style(ofChangesAt: picture.place, in: picture.pair, theme: theme)
    layout.blocks.draw(from: picture.top, in: body, painter: &painter) { block in
      let hits = picture.search?.highlights(field: block.field, text: block.text ?? 0, theme: theme) ?? []
      guard let ranges = difference?.ranges(ofText: block.text ?? 0) else { return hits }
      let marks = ranges.map { Highlight($0, style: changed) }
      return hits.isEmpty ? marks : Highlight.layered([marks, hits])
    }
    guard layout.rows > body.height else { return }
    drawMore(
      above: picture.top > 0, below: picture.top + body.height < layout.rows, in: body, x: cell.right - 1, &painter)
  }

  /// How words look that only one of two compared candidates has. Nothing was struck out, so nothing is shown so: the left
  /// one's have the colour of what a revision removed, the right one's that of what it added, and both are underlined.
  private static func style(ofChangesAt place: Int, in pair: [Int], theme: StyleSheet) -> Style {
    var style = theme.overlay(place == pair.first ? .diffRemoved : .diffAdded)
    style.attributes.remove(.strikethrough)
    style.attributes.insert(.underline)
    return style
  }

  /// `▸ 2   first      148 words`
  private func drawHead(_ picture: CandidatePicture, in cell: Rectangle, _ painter: inout Painter) {
    let isFocused = picture.isCursor && focused == .candidates
    if picture.isCursor { painter.sign(.cursor, x: cell.x, y: cell.y, isFocused ? .accent : .textDim) }
    painter.text("\(picture.place + 1)", x: cell.x + 2, y: cell.y, isFocused ? .titleFocused : .candidateHead)
    let room = cell.width - 7
    painter.text(picture.rank, x: cell.x + 5, y: cell.y, columns: room, .candidateRanked)
    if picture.isChosen {
      let x = cell.x + 5 + (picture.rank.isEmpty ? 0 : picture.rank.utf8.count + 2)
      painter.text("chosen", x: x, y: cell.y, columns: cell.right - x - 1, .accent)
    }
    painter.text(
      picture.length, endingAt: cell.right - (cell.width >= 36 ? 2 : 1), y: cell.y, columns: room, .textDim)
  }

  /// Gives all pictures their lengths in the longest form for which each has room behind its rank.
  private func tellLengths(_ pictures: inout [CandidatePicture], in cells: [Rectangle]) {
    guard let lengths = cache.candidates?.lengths else { return }
    var form = 0
    for (picture, cell) in zip(pictures, cells) {
      var room = cell.width - 7 - (picture.rank.isEmpty ? 0 : picture.rank.utf8.count + 2)
      if picture.isChosen { room -= 8 }
      let forms = lengths[picture.place]
      while form < forms.count - 1, TextWidth.columns(of: forms[form]) > room { form += 1 }
    }
    for index in pictures.indices { pictures[index].length = lengths[pictures[index].place][form] }
  }

  // MARK: Hits of a search

  /// Goes to the candidate of the hit that is to be shown.
  private mutating func revealPlace() {
    guard let hit = wantedHit, let content = cache.candidates else { return }
    candidates.cursor = min(candidates.count - 1, content.place(ofText: hit.text))
  }

  /// Scrolls to the hit that is to be shown, if it is in this candidate.
  private mutating func revealRow(_ place: Int, task: Int) {
    guard let hit = wantedHit, place == candidates.cursor, let content = cache.candidates,
      let row = content.row(of: hit)
    else { return }
    search?.wantsReveal = false
    let top = candidates.top(task: task, place: place)
    let page = content.pages[place]
    if row < top || row >= top + page { candidates.setTop(max(0, row - page / 3), task: task, place: place) }
  }

  private var wantedHit: Search.Hit? {
    guard let search, search.scope == .task, search.wantsReveal, let hit = search.currentHit else { return nil }
    return hit.field == cache.candidates?.fieldIndex ? hit : nil
  }
}
