import PostilModel

/// The order of an annotator's queue. A look at the project costs what has changed, however much they have done.
extension AssignedWork {
  /// Notes what they have said something about.
  mutating func take(touched assigned: Assigned) {
    if assigned.isWhole {
      touched = Set(assigned.touched)
      touched.formUnion(assigned.sentBack)
      untouched = Set(order.filter { !touched.contains($0) })
      return
    }
    touched.formUnion(assigned.touched)
    untouched.subtract(assigned.touched)
  }

  /// Takes a new order of the queue. The same one costs nothing, and one that grows at its end what is new.
  mutating func take(order new: [Int]) {
    guard new != order else { return }
    if new.count >= order.count, new.starts(with: order) {
      for task in new[order.count...] where !touched.contains(task) { untouched.insert(task) }
    } else {
      untouched = Set(new.filter { !touched.contains($0) })
    }
    order = new
  }

  /// The order of the queue: what came back, then what was answered, then what the annotator has said something about,
  /// then what is theirs for a while. Between two orders only what is new or gone changes.
  ///
  /// - Parameter kept: Tasks that stay in view whatever the project says.
  func order(of assigned: Assigned, kept: Set<Int>) -> [Int] {
    let top = sentBack + answered
    let leases = assigned.leases.map(\.task)
    if wantsOrder {
      let others = kept.subtracting(leases).sorted()
      return Self.unique(top + assigned.touched + others + leases)
    }
    let held = Set(leases)
    let isSame =
      order.starts(with: top)
      && untouched.allSatisfy { held.contains($0) || kept.contains($0) || top.contains($0) }
      && leases.allSatisfy { untouched.contains($0) || order.contains($0) }
    if isSame { return order }
    let theirs = order.filter { touched.contains($0) || held.contains($0) || kept.contains($0) }
    return Self.unique(top + theirs + leases)
  }

  /// Each task once, at its first place.
  static func unique(_ tasks: [Int]) -> [Int] {
    var seen: Set<Int> = []
    return tasks.filter { seen.insert($0).inserted }
  }
}
