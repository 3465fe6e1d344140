import PostilCore
import PostilScreen

/// All that the picture of the footer depends on, beside the frame. (Prompts lie over the panes, so that no picture with
/// one is kept.)
struct FooterPicture: Sendable, Equatable {
  private let context: CommandContext
  private let pending: [Key]
  private let message: SessionMessage?
  private let question: String?
  private let search: Search?
  private let hasTask: Bool
  private let isPending: Bool
  private let isZoomed: Bool
  private let isComparing: Bool
  private let own: [FooterItem]?
  private let mark: TaskMark?

  init(desk: Desk, session: Session) {
    context = desk.context
    pending = desk.pending
    message = desk.notice ?? session.message
    question = session.focusedQuestion
    search = desk.search
    hasTask = session.current != nil
    isPending = !desk.pending.isEmpty
    mark = session.current.flatMap { session.mark(of: $0.number) }
    isZoomed = desk.isZoomed
    isComparing = desk.candidates.isComparing
    own = desk.focusedQuestion(session).flatMap { QuestionPanes.pane(for: $0).footer($0, at: desk, session) }
  }
}
