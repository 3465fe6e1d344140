import PostilCore
import PostilModel
import PostilScreen

/// All that the picture of the queue depends on. While it is the same, the pane is not drawn again: most keys change
/// nothing there, and its rows are the larger part of a frame.
struct QueuePicture: Sendable, Equatable {
  private let area: Rectangle
  private let hasTitle: Bool
  private let isFocused: Bool
  private let theme: StyleSheet
  private let alphabet: Alphabet
  private let cursor: Int
  private let revision: Int
  private let draftsRevision: Int
  private let openCount: Int
  private let currentTask: Int?
  private let currentAnswer: String

  init(in area: Rectangle, hasTitle: Bool, isFocused: Bool, session: Session, painter: Painter) {
    self.area = area
    self.hasTitle = hasTitle
    self.isFocused = isFocused
    theme = painter.theme
    alphabet = painter.alphabet
    cursor = session.queue.cursor
    revision = session.queue.revision
    draftsRevision = session.draftsRevision
    openCount = session.openCount
    currentTask = session.current?.number
    let answer = QueueRow.answer(session.current?.answers ?? [:], project: session.project)
    currentAnswer = TextWidth.truncate(answer, to: QueueRow.widestAnswer)
  }
}
