import PostilCore
import PostilModel
import PostilScreen

/// The rows of each popup of the review desk.
extension ReviewDesk {
  /// The rows of a popup, narrowed by its filter.
  func rows(of popup: Popup, session: ReviewSession, now: Timestamp) -> [PopupRow] {
    switch popup.purpose {
    case .palette: paletteRows(popup.filter.text, session: session)
    case .help: PopupRow.narrowed(helpRows(session), by: popup.filter.text)
    case .themes: themes.map { PopupRow(keys: $0 == themeName ? PopupRow.inForce : "", text: $0, choice: .theme($0)) }
    case .errorTypes: PopupRow.narrowed(errorTypeRows(session), by: popup.filter.text)
    case .history: PopupRow.narrowed(HistoryRows.rows(session, now: now), by: popup.filter.text)
    case .outline: PopupRow.narrowed(cache.guidelines?.outline ?? [], by: popup.filter.text)
    case .sort: []
    }
  }

  private func errorTypeRows(_ session: ReviewSession) -> [PopupRow] {
    let none = PopupRow(text: "none", look: .dim, choice: .errorType(""))
    let types = session.project.review.errorTypes.enumerated().map { place, name in
      PopupRow(
        keys: place < 10 ? String(LabelKeys.digits[place]) : "", text: name,
        detail: name == session.errorType ? PopupRow.inForce : "", choice: .errorType(name))
    }
    return [none] + types
  }

  private func helpRows(_ session: ReviewSession) -> [PopupRow] {
    var rows: [PopupRow] = []
    let groups = [CommandDescription.Group.reviewing] + CommandDescription.Group.allCases.filter { $0 != .reviewing }
    for group in groups {
      let isAboutPictures = group == .pictures
      let described =
        isAboutPictures
        ? pictureCommands : CommandTable.all.filter { $0.group == group && $0.contexts.contains(.review) }
      let context: CommandContext = isAboutPictures ? .pictures : .review
      guard !described.isEmpty else { continue }
      if !rows.isEmpty { rows.append(PopupRow()) }
      rows.append(PopupRow(text: group.rawValue, look: .heading))
      if group == .reviewing {
        rows.append(PopupRow(keys: "1 to 9", text: "Make the answers of the person of that number the final ones."))
      }
      for description in described {
        let keys = keymap.keys(of: description.command, in: context).joined(separator: " ")
        rows.append(PopupRow(keys: keys, text: description.help, detail: description.name))
      }
    }
    return rows
  }

  private func paletteRows(_ filter: String, session: ReviewSession) -> [PopupRow] {
    let query = FuzzyMatchQuery(filter)
    let here = CommandTable.all.filter { $0.contexts.contains(.review) && $0.command != .palette }
    let offered =
      here.filter { $0.group == .reviewing } + here.filter { $0.group != .reviewing } + pictureCommands
    func row(_ index: Int, _ matches: [Range<Int>]) -> PopupRow {
      let description = offered[index]
      let reason = disabledReason(description.command, session: session)
      return PopupRow(
        keys: keymap.keys(of: description.command, in: description.group == .pictures ? .pictures : .review).first
          ?? "",
        text: description.name.replacing("-", with: " "), detail: reason ?? description.help,
        look: reason == nil ? .plain : .dim, choice: .command(description.command), matches: matches)
    }
    if query.isEmpty { return offered.indices.map { row($0, []) } }
    let named = query.rank(offered.map { $0.name.replacing("-", with: " ") }).map { row($0.index, $0.match.ranges) }
    let others = offered.indices.filter { index in
      query.match(offered[index].label) != nil
        && !named.contains { $0.choice == .command(offered[index].command) }
    }
    let found = named + others.map { row($0, []) }
    return found.filter { $0.look == .plain } + found.filter { $0.look != .plain }
  }
}
