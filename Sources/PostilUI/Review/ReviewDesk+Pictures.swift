import PostilCore
import PostilModel
import PostilPictures
import PostilScreen

/// The pictures before a reviewer, with what each annotator marked on them.
extension ReviewDesk {
  /// Follows the session: the pictures of the task before the eyes.
  mutating func followPictures(_ session: ReviewSession, isOtherTask: Bool) {
    guard hasPictures else { return }
    let items = session.task.map { PictureItem.items(of: $0.task, project: session.project) } ?? []
    guard isOtherTask || items != pictures.items else { return }
    pictures.begin(items, task: session.current)
    lookAtQuestion()
  }

  /// Keys are about the picture of the question under the cursor.
  mutating func lookAtQuestion() {
    guard let rows = matrix?.rows, rows.indices.contains(row), let about = rows[row].question.about,
      let picture = pictures.items.firstIndex(where: { $0.field == about })
    else { return }
    pictures.focused = picture
  }

  /// Whether the task before the eyes has a picture to show.
  var hasPicture: Bool { !pictures.items.isEmpty }

  /// Whether the pictures have the whole screen.
  var isPictureWhole: Bool {
    if let answering { return answering.desk.pictures.isZoomed && answering.desk.focused == .task }
    return pictures.isZoomed && hasPicture
  }

  // MARK: Commands

  /// Why a command for pictures does nothing; nil when it does something.
  func reasonForPictures(_ command: Command) -> String? {
    if !hasPictures { return "This project has no pictures." }
    return pictures.reason(against: command)
  }

  /// The commands for pictures that this desk has.
  var pictureCommands: [CommandDescription] {
    hasPictures ? CommandTable.all.filter { $0.group == .pictures && offers($0.command) } : []
  }

  /// Whether this desk has a command for pictures.
  func offers(_ command: Command) -> Bool { command != .contactSheet || pictures.hasSheet }

  /// The contexts whose keys hold now, those that lie over others first.
  var contexts: [CommandContext] { hasPictures && context == .review ? [.pictures, .review] : [context] }

  /// What keys mean now.
  func match(_ keys: [Key]) -> Keymap.Match {
    contexts.lazy.map { keymap.match(keys, in: $0) }.first { $0 != .none } ?? .none
  }

  // MARK: Drawing

  /// Draws the pictures with what was marked on them; while an answer of one's own is given, that one's regions over what
  /// the others marked.
  mutating func drawPictures(in area: Rectangle, session: ReviewSession, _ painter: inout Painter) {
    guard var own = answering else {
      pictures.draw(in: area, over: AnswerMarks(matrix, on: pictures.items, row: row, column: column), &painter)
      wantedPictures = pictures.wanted + ahead(of: session, in: area, painter.pictures)
      return
    }
    let question = own.answer.session.focusedQuestion ?? ""
    let marks = AnswerMarks(matrix, on: own.desk.pictures.items, row: row, column: column, question: question)
      .without(Region.list(own.answer.session.current?.answers[question]))
    own.desk.drawPictures(in: area, session: own.answer.session, beneath: marks, &painter)
    wantedPictures = own.desk.pictures.wanted
    answering = own
  }

  /// The pictures of the tasks that come next, as they will be asked for where as much is said about them. In real pixels what
  /// was marked is part of the picture, and is not drawn ahead.
  private func ahead(of session: ReviewSession, in area: Rectangle, _ book: PictureBook?) -> [PictureRequest] {
    guard let book, book.drawing.isCells else { return [] }
    return session.next.flatMap { record -> [PictureRequest] in
      let items = PictureItem.items(of: record, project: session.project)
      return items.isEmpty ? [] : pictures.requests(for: items, ofTask: record.number, in: area, book)
    }.filter { book.answer(to: $0) == nil }
  }
}
