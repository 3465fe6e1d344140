import PostilModel

extension AnnotationState {
  /// The state's number in the tables; never to be changed.
  var code: Int {
    switch self {
    case .open: 0
    case .draft: 1
    case .submitted: 2
    case .skipped: 3
    }
  }

  /// The state of a number in the tables.
  init(code: Int) {
    self = [.open, .draft, .submitted, .skipped].first { $0.code == code } ?? .open
  }

  /// Submitted or skipped: not to be offered again.
  var isDone: Bool { self == .submitted || self == .skipped }
}
