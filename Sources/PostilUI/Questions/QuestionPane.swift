import PostilCore
import PostilModel
import PostilScreen

/// How one kind of question is shown below its title. A new kind is one type that conforms and one line in
/// `QuestionPanes.all`.
protocol QuestionPane: Sendable {
  /// The name of the kind, as in `QuestionKind.typeName`.
  var typeName: String { get }

  /// The rows that it takes in a width.
  func height(_ view: QuestionView, width: Int) -> Int

  /// Draws it, `area.height` rows high as `height` said; parts of the area may lie outside of the painter's clip.
  func draw(_ view: QuestionView, in area: Rectangle, painter: inout Painter)

  /// The row where the cursor stands, so that it can be scrolled to.
  func cursorRow(_ view: QuestionView, width: Int) -> Int

  /// How the answer is written; nil when it is chosen.
  func form(_ question: Question) -> Writing.Form?

  /// How a part of the answer is written; nil when it is chosen.
  func form(_ question: Question, part: String) -> Writing.Form?

  /// The part that is written when writing begins.
  func part(_ question: Question, at desk: Desk, _ session: Session) -> String

  /// What Enter on a line of a part leads to when the line has ended.
  func afterLine(_ part: String, _ question: Question, at desk: inout Desk, _ session: Session) -> [Intent]

  /// Whether a character begins to write, so that no Enter is needed before.
  func beginsWriting(_ scalar: Unicode.Scalar) -> Bool

  /// The rows that the cursor walks over.
  func rowCount(_ question: Question, at desk: Desk, _ session: Session) -> Int

  /// What choosing one of the question's choices leads to; nil for the answer alone.
  func choose(_ name: String, _ question: Question, at desk: inout Desk, _ session: Session) -> [Intent]?

  /// What a click on a row leads to, or choosing it; nil for nothing.
  func take(row: Int, _ question: Question, at desk: inout Desk, _ session: Session) -> [Intent]?

  /// The choice that the cursor begins with when the question gets the focus.
  func cursorStart(_ question: Question, answer: JSONValue?) -> Int

  /// What is said after the question's title: which response it is about now, say.
  func titleNote(_ view: QuestionView) -> String

  /// Whether whole texts are written or read in it, so that it should have half of the screen.
  func wantsRoom(_ question: Question, _ session: Session) -> Bool

  /// The keys that such a question lays over the desk's; nil for none.
  var context: CommandContext? { get }

  /// What a command does while this question has the focus; nil where it does what it does at every question.
  func run(_ command: Command, _ question: Question, at desk: inout Desk, _ session: Session) -> [Intent]?

  /// What a key does that is no command's; nil for nothing. Enter comes before its command.
  func press(_ key: Key, _ question: Question, at desk: inout Desk, _ session: Session) -> [Intent]?

  /// Whether `press` takes a character. Asked for every choice that is drawn, so it tries nothing and changes nothing.
  func takes(_ scalar: Unicode.Scalar, _ question: Question, at desk: Desk) -> Bool

  /// The keys of the moment, for the footer; nil for those of the choices.
  func footer(_ question: Question, at desk: Desk, _ session: Session) -> [FooterItem]?
}

extension QuestionPane {
  func cursorRow(_ view: QuestionView, width: Int) -> Int { 0 }
  func form(_ question: Question) -> Writing.Form? { nil }
  func form(_ question: Question, part: String) -> Writing.Form? { form(question) }
  func part(_ question: Question, at desk: Desk, _ session: Session) -> String { "" }
  func afterLine(_ part: String, _ question: Question, at desk: inout Desk, _ session: Session) -> [Intent] { [] }
  func beginsWriting(_ scalar: Unicode.Scalar) -> Bool { false }
  func rowCount(_ question: Question, at desk: Desk, _ session: Session) -> Int { question.kind.choices.count }
  func choose(_ name: String, _ question: Question, at desk: inout Desk, _ session: Session) -> [Intent]? { nil }
  func take(row: Int, _ question: Question, at desk: inout Desk, _ session: Session) -> [Intent]? { nil }
  func cursorStart(_ question: Question, answer: JSONValue?) -> Int { 0 }
  func titleNote(_ view: QuestionView) -> String { "" }
  func wantsRoom(_ question: Question, _ session: Session) -> Bool { false }
  var context: CommandContext? { nil }
  func run(_ command: Command, _ question: Question, at desk: inout Desk, _ session: Session) -> [Intent]? { nil }
  func press(_ key: Key, _ question: Question, at desk: inout Desk, _ session: Session) -> [Intent]? { nil }
  func takes(_ scalar: Unicode.Scalar, _ question: Question, at desk: Desk) -> Bool { false }
  func footer(_ question: Question, at desk: Desk, _ session: Session) -> [FooterItem]? { nil }
}

/// The question kinds that can be shown.
enum QuestionPanes {
  static let all: [any QuestionPane] = [
    LabelPane(), LabelsPane(), RatingPane(), NumberPane(), TextPane(), RankingPane(), ComparisonPane(),
    RatingsPane(), EditPane(), RemarksPane(), BoxesPane(),
  ]
  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.typeName, $0) })

  /// The pane of a question; kinds without one of their own are shown as their answer's text.
  static func pane(for question: Question) -> any QuestionPane {
    if (question.kind as? TextQuestion)?.firstRole != nil { return ConversationPane() }
    return byName[type(of: question.kind).typeName] ?? PlainPane()
  }

  /// How a question's answer is written; nil when it is chosen.
  static func form(of question: Question) -> Writing.Form? { pane(for: question).form(question) }
}
