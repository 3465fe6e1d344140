import PostilModel
import PostilStore

/// Lists the tasks that a filter shows, with the drafts of a session file among the states: `state:draft` is known only
/// there.
struct QueueListing {
  let store: ProjectStore
  let annotator: String
  let drafts: Set<Int>

  /// Gives the numbers in the filter's order, in chunks. `each` returns false to stop.
  func run(_ filter: QueueFilter, each: ([Int32], _ isLast: Bool) -> Bool) throws(StoreError) {
    guard filter.states.contains(.draft) else {
      try store.numbers(matching: filter, annotator: annotator, each: each)
      return
    }
    var others = filter
    others.states.remove(.draft)
    // Those that match but for the state give the order; what the other states hold is kept beside the drafts.
    var wanted = Set(drafts.map(Int32.init))
    if !others.states.isEmpty {
      try store.numbers(matching: others, annotator: annotator) { numbers, _ in
        wanted.formUnion(numbers)
        return true
      }
    }
    var whatever = filter
    whatever.states = []
    try store.numbers(matching: whatever, annotator: annotator) { numbers, isLast in
      each(numbers.filter(wanted.contains), isLast)
    }
  }
}
