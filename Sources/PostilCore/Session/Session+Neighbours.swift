public import PostilModel

extension Session {
  /// The record at a place of the queue; nil while it has not been read.
  public func record(at rank: Int) -> AnnotationTask? {
    guard let number = queue.number(at: rank) else { return nil }
    return number == current?.number ? current?.task : loaded[number]?.task
  }

  /// The records around the current one that have been read: the next ones in their order, then the one before.
  public var neighbours: [AnnotationTask] {
    let places = [1, 2, 3, -1].map { queue.cursor + $0 }
    return places.compactMap { place in place < 0 ? nil : queue.number(at: place).flatMap { loaded[$0]?.task } }
  }
}
