import PostilCore
import PostilModel

extension Desk: LayeredDesk {
  static func outside(_ intent: Intent) -> Intent { intent }

  var popupExtent: PopupExtent {
    get { cache.popup }
    set { cache.popup = newValue }
  }

  mutating func take(_ choice: PopupRow.Choice, session: Session) -> [Intent] {
    switch choice {
    case .command(let command): return run(command, session: session)
    case .theme(let name):
      themeName = name
      return [.setTheme(name), .session(.remember(key: "theme", .string(name)))]
    case .order(let order, let isDescending):
      var filter = session.queue.filter
      filter.order = order
      filter.isDescending = isDescending
      return [.session(.setFilter(filter))]
    case .heading(let line):
      guidelinesTop = line
      return []
    case .errorType: return []
    }
  }
}
