import PostilCore
import PostilModel
import PostilScreen

/// The rows of each popup.
extension Desk {
  /// The rows of a popup, narrowed by its filter.
  func rows(of popup: Popup, session: Session, now: Timestamp) -> [PopupRow] {
    switch popup.purpose {
    case .palette: return paletteRows(popup.filter.text, session: session)
    case .help: return PopupRow.narrowed(helpRows(session), by: popup.filter.text)
    case .themes:
      return themes.map { PopupRow(keys: $0 == themeName ? PopupRow.inForce : "", text: $0, choice: .theme($0)) }
    case .sort: return sortRows(session)
    case .history: return PopupRow.narrowed(HistoryRows.rows(session, now: now), by: popup.filter.text)
    case .errorTypes: return []
    case .outline: return PopupRow.narrowed(cache.guidelines?.outline ?? [], by: popup.filter.text)
    }
  }

  private func paletteRows(_ filter: String, session: Session) -> [PopupRow] {
    let query = FuzzyMatchQuery(filter)
    let place: CommandContext = writing == nil ? .desk : .text
    let own = writing == nil ? questionContext(session) : nil
    let asked = Set(session.project.questions.compactMap { QuestionPanes.pane(for: $0).context })
    let offered = CommandTable.all.filter { row in
      guard row.group != .answering else {
        return !asked.isDisjoint(with: row.contexts) || (row.contexts.contains(.text) && writing?.isTurn == true)
      }
      if row.group == .regions { return asked.contains(.boxes) }
      if row.group == .pictures { return hasPictures }
      return row.command != .palette && row.contexts != [.review] && (row.group != .writing || writing != nil)
    }
    func row(_ index: Int, _ matches: [Range<Int>]) -> PopupRow {
      let description = offered[index]
      let reason = disabledReason(description.command, session: session)
      return PopupRow(
        keys: (own.flatMap { keymap.keys(of: description.command, in: $0).first })
          ?? (hasPictures ? keymap.keys(of: description.command, in: .pictures).first : nil)
            ?? keymap.keys(of: description.command, in: place).first ?? "",
        text: description.name.replacing("-", with: " "), detail: reason ?? description.help,
        look: reason == nil ? .plain : .dim, choice: .command(description.command), matches: matches)
    }
    if query.isEmpty { return offered.indices.map { row($0, []) } }
    let named = query.rank(offered.map { $0.name.replacing("-", with: " ") }).map { row($0.index, $0.match.ranges) }
    // A command is also found by the words that the footer and the key popup call it by.
    let others = offered.indices.filter { index in
      let isLabelled = query.match(offered[index].label) != nil
      return isLabelled && !named.contains { $0.choice == .command(offered[index].command) }
    }
    let found = named + others.map { row($0, []) }
    return found.filter { $0.look == .plain } + found.filter { $0.look != .plain }
  }

  private func sortRows(_ session: Session) -> [PopupRow] {
    let filter = session.queue.filter
    func row(_ order: QueueFilter.Order, _ isDescending: Bool, _ text: String, _ detail: String) -> PopupRow {
      let isInForce = filter.order == order && filter.isDescending == isDescending
      return PopupRow(
        keys: isInForce ? PopupRow.inForce : "", text: text, detail: detail,
        choice: .order(order, isDescending: isDescending))
    }
    return [
      session.work == nil
        ? row(.number, false, "as imported", "first to last")
        : row(.number, false, "as handed out", "what came back first"),
      row(.number, true, "last imported first", "last to first"),
      row(.id, false, "by id", "a to z"), row(.id, true, "by id, backwards", "z to a"),
      row(.changed, false, "latest change first", "what you touched lately"),
      row(.changed, true, "latest change last", "untouched tasks first"),
      row(.length, false, "longest first", "long texts"), row(.length, true, "shortest first", "short texts"),
      row(.uncertain, false, "most uncertain first", "lowest suggestion score"),
      row(.uncertain, true, "most certain first", "highest suggestion score"),
    ]
  }

  private func helpRows(_ session: Session) -> [PopupRow] {
    let isWriting = writing != nil
    var rows: [PopupRow] = isWriting ? [] : labelRows(session)
    let place: CommandContext = isWriting ? .text : .desk
    let others = CommandDescription.Group.allCases.filter { $0 != .writing }
    for group in isWriting ? [.writing] + others : others + [.writing] {
      if group == .answering {
        rows += answeringRows(session)
        continue
      }
      let context: CommandContext = group == .writing ? .text : place
      let described = CommandTable.all.filter { $0.group == group && $0.contexts.contains(context) }
      guard !described.isEmpty else { continue }
      if !rows.isEmpty { rows.append(PopupRow()) }
      rows.append(PopupRow(text: group.rawValue, look: .heading))
      if group == .writing {
        rows.append(PopupRow(keys: "Esc", text: "End writing. What you wrote is saved as you type."))
      }
      for description in described {
        let keys = keymap.keys(of: description.command, in: context)
        rows.append(PopupRow(keys: keys.joined(separator: " "), text: description.help, detail: description.name))
      }
    }
    return rows
  }

  /// The keys of the kinds of questions that the project asks, the focused one's first.
  private func answeringRows(_ session: Session) -> [PopupRow] {
    let asked = session.project.questions.compactMap { QuestionPanes.pane(for: $0).context }
    let own = questionContext(session)
    var rows: [PopupRow] = []
    if session.project.questions.contains(where: { ($0.kind as? TextQuestion)?.firstRole != nil }) {
      rows += rowsOfAnswering(in: .text, title: "While you write a conversation")
    }
    for context in [own].compactMap({ $0 }) + CommandContext.questions.filter({ asked.contains($0) && $0 != own }) {
      rows += rowsOfAnswering(in: context, title: "In \(context.rawValue)")
    }
    return rows + (hasPictures ? rowsOfAnswering(in: .pictures, title: "Pictures") : [])
  }

  private func rowsOfAnswering(in context: CommandContext, title: String) -> [PopupRow] {
    let groups: [CommandDescription.Group] = [.answering, .regions, .pictures]
    let described = CommandTable.all.filter { groups.contains($0.group) && $0.contexts.contains(context) }
    var rows = [PopupRow(), PopupRow(text: title, look: .heading)]
    if context == .ranking {
      let keys = "\(LabelKeys.digits[0]) to \(LabelKeys.digits[8]), \(LabelKeys.digits[9])"
      rows.append(PopupRow(keys: keys, text: "Rank the response of that number next; 0 is the tenth."))
      rows.append(PopupRow(keys: "Enter", text: "Rank the response under the cursor; submit when all are ranked."))
    }
    return rows
      + described.map { description in
        let keys = keymap.keys(of: description.command, in: context)
        return PopupRow(keys: keys.joined(separator: " "), text: description.help, detail: description.name)
      }
  }

  private func labelRows(_ session: Session) -> [PopupRow] {
    var rows: [PopupRow] = []
    for question in session.questions where !question.kind.keyedChoices.isEmpty {
      if !rows.isEmpty { rows.append(PopupRow()) }
      rows.append(PopupRow(text: question.title, look: .heading))
      let keys = shownKeys(of: question, session: session)
      for (place, choice) in question.kind.keyedChoices.enumerated() {
        let key = place < keys.count ? keys[place].map(String.init) : nil
        let title = choice.title.isEmpty ? choice.name : choice.title
        rows.append(PopupRow(keys: key ?? "x", text: title, detail: choice.help))
      }
    }
    return rows
  }
}
