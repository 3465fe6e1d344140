import PostilCore
import PostilModel

/// All that the picture of the task depends on, beside the frame.
struct TaskPicture: Sendable, Equatable {
  private let number: Int?
  private let isRead: Bool
  private let state: AnnotationState?
  private let isFlagged: Bool
  private let top: Int
  private let search: Search?
  private let isQueueWhole: Bool
  private let total: Int
  private let mark: TaskMark?
  private let nothingLeft: NothingLeftWords?
  private let isSettling: Bool

  init(session: Session, top: Int, search: Search?) {
    number = session.current?.number
    isRead = session.current?.task != nil
    state = session.current?.state
    isFlagged = session.current?.stored.isFlagged ?? false
    self.top = top
    self.search = search
    isQueueWhole = session.queue.isComplete
    total = session.progress.total
    mark = number.flatMap { session.mark(of: $0) }
    nothingLeft = session.work?.nothingLeft
    isSettling = number == nil && session.isSettling
  }
}
