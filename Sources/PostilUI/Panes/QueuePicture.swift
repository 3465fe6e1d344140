import PostilCore
import PostilModel
import PostilScreen

/// All that the picture of the queue depends on, beside the frame. While it is the same, the pane is not drawn again: most
/// keys change nothing there, and its rows are the larger part of a picture.
struct QueuePicture: Sendable, Equatable {
  private let cursor: Int
  private let revision: Int
  private let draftsRevision: Int
  private let openCount: Int
  private let currentTask: Int?
  private let currentAnswer: String
  private let sentBack: [Int]
  private let answered: [Int]?
  private let asked: Set<Int>?
  private let nothingLeft: NothingLeftWords?

  init(session: Session) {
    cursor = session.queue.cursor
    revision = session.queue.revision
    draftsRevision = session.draftsRevision
    openCount = session.openCount
    currentTask = session.current?.number
    sentBack = session.sentBack
    answered = session.work?.answered
    asked = session.work?.asked
    nothingLeft = session.work?.nothingLeft
    let answer = QueueRow.answer(session.current?.answers ?? [:], project: session.project)
    currentAnswer = TextWidth.truncate(answer, to: QueueRow.widestAnswer)
  }
}
