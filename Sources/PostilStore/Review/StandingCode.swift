import PostilModel

extension TaskStanding.State {
  /// The state's number in the tables; never to be changed.
  var code: Int {
    switch self {
    case .waiting: 0
    case .toSettle: 1
    case .unanimous: 2
    case .resolved: 3
    case .sentBack: 4
    }
  }

  /// The state of a number in the tables.
  init(code: Int) { self = Self.allCases.first { $0.code == code } ?? .waiting }
}
