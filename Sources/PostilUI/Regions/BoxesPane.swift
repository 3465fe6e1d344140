import PostilCore
import PostilModel
import PostilScreen

/// The labels with their keys and counts, the attributes, and the list of regions. The regions themselves are drawn over the
/// picture.
struct BoxesPane: QuestionPane {
  let typeName = BoxesQuestion.typeName
  let context: CommandContext? = .boxes

  /// What a view shows.
  private struct Picture {
    var kind: BoxesQuestion
    var choices: [Choice]
    var rows: [RegionRow]
    var selected: Int?
  }

  private func picture(_ view: QuestionView) -> Picture? {
    guard let kind = view.question.kind as? BoxesQuestion else { return nil }
    return Picture(kind: kind, choices: kind.keyedChoices, rows: view.regions, selected: view.region)
  }

  func titleNote(_ view: QuestionView) -> String {
    guard let kind = view.question.kind as? BoxesQuestion else { return "" }
    let count = view.regions.count { $0.place != nil }
    let proposed = view.regions.count - count
    var words = count == 0 ? "none yet" : "\(count)"
    switch (kind.minimum, kind.maximum) {
    case (0, nil): break
    case (let least, nil): words += ", at least \(least)"
    case (0, let most?): words += ", at most \(most)"
    case (let least, let most?): words += least == most ? " of \(most)" : ", \(least) to \(most)"
    }
    if proposed > 0 { words += ", \(proposed) proposed" }
    if let shape = view.penShape { words += ", next: \(shape.rawValue)" }
    return words
  }

  private func textRows(_ picture: Picture, _ view: QuestionView, width: Int) -> Int {
    guard let selected = picture.selected, picture.rows.indices.contains(selected),
      let place = picture.rows[selected].place
    else { return 0 }
    if let editor = EditorRows(view, part: BoxesQuestion.textPart(of: place), width: width) { return editor.count }
    return picture.rows[selected].region.text.isEmpty
      ? 0 : TextLayout(picture.rows[selected].region.text, width: TextPane.textWidth(width)).count
  }

  func height(_ view: QuestionView, width: Int) -> Int {
    guard let picture = picture(view) else { return 1 }
    let list = max(1, picture.rows.count)
    return picture.choices.count + (picture.choices.isEmpty ? 0 : 1) + list + textRows(picture, view, width: width)
  }

  func cursorRow(_ view: QuestionView, width: Int) -> Int {
    guard let picture = picture(view), let selected = picture.selected else { return 0 }
    return picture.choices.count + (picture.choices.isEmpty ? 0 : 1) + selected
      + textRows(picture, view, width: width)
  }

  func form(_ question: Question, part: String) -> Writing.Form? { part.isEmpty ? nil : .text(limit: nil) }

  func part(_ question: Question, at desk: Desk, _ session: Session) -> String {
    desk.selectedRow(session)?.place.map(BoxesQuestion.textPart) ?? ""
  }

  func rowCount(_ question: Question, at desk: Desk, _ session: Session) -> Int { desk.regionRows(session).count }

  // MARK: Drawing

  func draw(_ view: QuestionView, in area: Rectangle, painter: inout Painter) {
    guard let picture = picture(view) else { return }
    var y = area.y
    for (place, choice) in picture.choices.enumerated() {
      draw(choice, place, picture, view, y: y, area: area, painter: &painter)
      y += 1
    }
    if !picture.choices.isEmpty { y += 1 }
    if picture.rows.isEmpty { painter.text("no region yet", x: area.x + 4, y: y, columns: area.width - 6, .textDim) }
    for (place, row) in picture.rows.enumerated() {
      draw(row, place, picture, view, y: y, area: area, painter: &painter)
      y += 1
      if place == picture.selected { y += drawText(row, view, y: y, area: area, painter: &painter) }
    }
  }

  private func draw(
    _ choice: Choice, _ place: Int, _ picture: Picture, _ view: QuestionView, y: Int, area: Rectangle,
    painter: inout Painter
  ) {
    let isLabel = place < picture.kind.labels.count
    let key = view.keys.indices.contains(place) ? view.keys[place].map(String.init) ?? "" : ""
    let region = picture.selected.flatMap { picture.rows.indices.contains($0) ? picture.rows[$0].region : nil }
    let isOn = isLabel ? view.penLabel == choice.name : region?.attributes.contains(choice.name) == true
    painter.text(key, x: area.x + 4, y: y, columns: 2, .key)
    let title = ChoiceRows.title(choice)
    if isLabel {
      painter.swatch(Desk.color(of: choice.name, picture.kind), x: area.x + 7, y: y)
      let count = picture.rows.count { $0.place != nil && $0.region.label == choice.name }
      let end = painter.text(
        count == 0 ? "" : "\(count)", endingAt: area.right - 2, y: y, columns: 5, .textDim)
      painter.text(title, x: area.x + 9, y: y, columns: end - area.x - 10, isOn ? .labelChosen : .label)
    } else {
      painter.text("[", x: area.x + 6, y: y, .textDim)
      painter.sign(isOn ? .checked : .unchecked, x: area.x + 7, y: y, isOn ? .text : .textDim)
      painter.text("]", x: area.x + 8, y: y, .textDim)
      painter.text(title, x: area.x + 10, y: y, columns: area.width - 12, isOn ? .labelChosen : .label)
    }
    painter.target(
      Rectangle(x: area.x, y: y, width: area.width, height: 1), .regionChoice(view.question.name, place))
  }

  private func draw(
    _ row: RegionRow, _ place: Int, _ picture: Picture, _ view: QuestionView, y: Int, area: Rectangle,
    painter: inout Painter
  ) {
    let isSelected = place == picture.selected
    let base = isSelected ? painter.style(.cursor, on: painter.theme[.text]) : nil
    if let base {
      painter.fill(Rectangle(x: area.x + 1, y: y, width: area.width - 2, height: 1), base)
      painter.sign(.cursor, x: area.x + 1, y: y, .accent, on: base)
    }
    let isHidden = view.hiddenRegions.contains(row.region)
    painter.text("\(place + 1)", endingAt: area.x + 6, y: y, columns: 3, isHidden ? .textDim : .text, on: base)
    painter.swatch(Desk.color(of: row.region.label, picture.kind), x: area.x + 7, y: y, on: base)
    var words = row.region.label
    if let label = picture.kind.labels.first(where: { $0.name == words }) { words = ChoiceRows.title(label) }
    let marks = row.region.attributes.joined(separator: ", ")
    if !marks.isEmpty { words += " (\(marks))" }
    var right = area.right - 2
    if area.width >= 24 {
      let room = area.width - 13 - min(TextWidth.columns(of: words), 12)
      let place = RegionWords.place(of: row.region, columns: room)
      let position =
        isHidden ? "hidden" : row.proposal == nil ? place : RegionWords.source(row.source, columns: room)
      right = painter.text(position, endingAt: right, y: y, columns: room, .textDim, on: base) - 1
    }
    if row.proposal != nil { painter.sign(.suggestion, x: area.x + 9, y: y, .suggestion, on: base) }
    let x = area.x + (row.proposal == nil ? 9 : 11)
    painter.text(words, x: x, y: y, columns: right - x, row.proposal == nil ? .text : .suggestion, on: base)
    painter.target(
      Rectangle(x: area.x, y: y, width: area.width, height: 1), .row(question: view.question.name, row: place))
  }

  private func drawText(
    _ row: RegionRow, _ view: QuestionView, y: Int, area: Rectangle, painter: inout Painter
  ) -> Int {
    guard let place = row.place else { return 0 }
    let part = BoxesQuestion.textPart(of: place)
    if let editor = EditorRows(view, part: part, width: area.width) {
      editor.draw(view, part: part, x: area.x + 4, y: y, painter: &painter)
      return editor.count
    }
    guard !row.region.text.isEmpty else { return 0 }
    let layout = TextLayout(row.region.text, width: TextPane.textWidth(area.width))
    for line in 0..<layout.count {
      painter.sign(.entry, x: area.x + 4, y: y + line, .textDim)
      painter.line(layout, line, x: area.x + 6, y: y + line, .editor)
    }
    return layout.count
  }

  // MARK: Keys

  func run(_ command: Command, _ question: Question, at desk: inout Desk, _ session: Session) -> [Intent]? {
    desk.runOnRegions(command, session: session)
  }

  func take(row: Int, _ question: Question, at desk: inout Desk, _ session: Session) -> [Intent]? {
    desk.regions.selected = row
    desk.regions.isPicked = true
    if let row = desk.selectedRow(session) { desk.reveal(row.region) }
    return []
  }

  func takes(_ scalar: Unicode.Scalar, _ question: Question, at desk: Desk) -> Bool {
    place(of: scalar, question, at: desk) != nil
  }

  private func place(of scalar: Unicode.Scalar, _ question: Question, at desk: Desk) -> Int? {
    desk.labelKeys[question.name]?.place(of: Character(scalar))
  }

  func press(_ key: Key, _ question: Question, at desk: inout Desk, _ session: Session) -> [Intent]? {
    guard let kind = question.kind as? BoxesQuestion else { return nil }
    switch key {
    case .named(.escape):
      if desk.begunRegion(session) != nil { return desk.leaveDrawing(question, session: session) }
      if desk.regions.handle != nil {
        desk.regions.handle = nil
      } else if desk.regions.selected != nil {
        desk.regions.selected = nil
      } else {
        return nil
      }
      return []
    case .named(.enter):
      if desk.regions.handle != nil {
        desk.regions.handle = nil
        return []
      }
      guard let begun = desk.begunRegion(session) else { return nil }
      return begun.shape == .box
        ? desk.placeCorner(question, kind, session: session)
        : desk.finish(begun, question, kind, session: session)
    case .character(let scalar):
      guard let place = place(of: scalar, question, at: desk), kind.keyedChoices.indices.contains(place) else {
        return nil
      }
      if let reason = desk.disabledReason(.clearAnswer, session: session), session.readOnlyReason != nil {
        desk.say(reason)
        return []
      }
      return desk.choose(region: kind.keyedChoices[place].name, question, session: session)
    default: return nil
    }
  }

  func footer(_ question: Question, at desk: Desk, _ session: Session) -> [FooterItem]? {
    func item(_ command: Command) -> FooterItem? { desk.item(command, in: .boxes) }
    if desk.begunRegion(session) != nil {
      let end = FooterItem(keys: "Enter", label: "done")
      let back = desk.item(.deleteRegion, in: .boxes, label: "corner back")
      return [item(.placeCorner), end, back, FooterItem(keys: "Esc", label: "never mind")].compactMap { $0 }
    }
    if desk.regions.handle != nil {
      return [
        item(.pixelRight), item(.moveEdge), item(.moveRegion), FooterItem(keys: "Esc", label: "done"),
      ].compactMap { $0 }
    }
    let rows = desk.regionRows(session)
    let hasProposals = rows.contains { $0.proposal != nil }
    let chosen = desk.selectedRow(session)
    var items: [FooterItem?] = [desk.item(.submit), item(.placeCorner)]
    if hasProposals { items.append(desk.item(.takeSuggestion, label: chosen?.proposal == nil ? "take all" : "take")) }
    if (question.kind as? BoxesQuestion).map({ $0.shapes.count > 1 }) == true { items.append(item(.nextShape)) }
    if !rows.isEmpty { items.append(item(.nextRegion)) }
    if chosen != nil { items += [item(.moveRegion), item(.moveEdge), item(.deleteRegion)] }
    return items.compactMap { $0 }
  }
}
