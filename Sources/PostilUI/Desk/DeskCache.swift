import PostilModel
import PostilScreen

/// Texts laid out for the last picture, and how much of each pane it showed: what scrolling and search go by.
struct DeskCache: Sendable {
  /// A heading of the guidelines.
  struct Heading: Sendable, Hashable {
    var level: Int
    var text: String
    /// The row where it stands.
    var line: Int
  }

  /// The last picture, while nothing lay over its panes, and its frame.
  var surface: Surface?
  var frame: FramePicture?
  /// What the queue's part of it was drawn from, and what clicks there mean.
  var queue: (picture: QueuePicture, targets: [ClickTarget])?
  /// What its footer was drawn from, and what clicks there mean.
  var footer: (picture: FooterPicture, targets: [ClickTarget])?
  /// What the task's part of it was drawn from.
  var task: TaskPicture?
  var content: TaskContent?
  /// The candidates, laid out, and what each cell's part of the picture was drawn from.
  var candidates: CandidatesContent?
  var candidatePictures: [CandidatePicture] = []
  /// The rows of a body that holds pictures, and those of tasks' texts in a width.
  var pictureBody = 0
  var textRows: [Int: (width: Int, rows: Int)] = [:]
  /// Rows of the task's text in all, and those that a page shows.
  var taskRows = 0
  var taskPage = 1
  /// Rows of the questions with the notes below them, and those that their pane shows.
  var questionsRows = 0
  var questionsPage = 1
  var guidelines: GuidelinesContent?
  var guidelinesPage = 1
  /// What was mended in the current task.
  var mended: MendedText?
  var popup = PopupExtent()

  var guidelinesRows: Int { guidelines?.lines.count ?? 0 }
  var guidelineHeadings: [Heading] { guidelines?.headings ?? [] }

  /// The row of a search hit.
  func row(of hit: Search.Hit, scope: Search.Scope) -> Int? {
    scope == .guidelines ? hit.text : content?.row(of: hit) ?? candidates?.row(of: hit)
  }
}
