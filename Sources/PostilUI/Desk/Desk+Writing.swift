public import PostilCore
import PostilModel
import PostilScreen

extension Desk {
  /// Begins to write the answer to a question, if it is one that is written.
  mutating func beginWriting(_ question: Question, session: Session) -> [Intent] {
    if let reason = session.readOnlyReason {
      say(reason, .warning)
      return []
    }
    guard let current = session.current, current.isLoaded else { return [] }
    let text = Writing.text(of: current.answers[question.name])
    let content: Writing.Content
    switch QuestionPanes.form(of: question) {
    case .text(let limit):
      var buffer = EditorBuffer(text, limit: limit)
      buffer.killRing = killRing
      content = .text(buffer)
    case .line: content = .line(LineInput(text))
    case nil: return []
    }
    writing = Writing(task: current.number, question: question.name, content: content, told: text)
    hasChosenPane = true
    focus = .questions
    guard session.focusedQuestion != question.name else { return [] }
    expected = (question.name, 0)
    return [.session(.focus(question: question.name))]
  }

  /// Ends the writing; all of it is with the session already.
  mutating func endWriting() -> [Intent] {
    guard let writing else { return [] }
    if case .text(let buffer) = writing.content { killRing = buffer.killRing }
    self.writing = nil
    return [.session(.endEdit)]
  }

  /// A key for what is being written.
  mutating func write(_ key: Key, session: Session) -> [Intent] {
    guard var writing else { return [] }
    switch writing.content {
    case .line(var entry):
      if key == .named(.enter) { return enterLine(entry.text, session: session) }
      guard entry.takes(key) else { return refuse(key) }
      writing.content = .line(entry)
    case .text(var buffer):
      guard edit(&buffer, key) else { return refuse(key) }
      writing.content = .text(buffer)
    }
    self.writing = writing
    return tell()
  }

  /// Hands what is written to the session, if it has changed.
  private mutating func tell() -> [Intent] {
    guard var writing else { return [] }
    let text = writing.text
    guard text != writing.told else { return [] }
    writing.told = text
    self.writing = writing
    return [.session(.edit(question: writing.question, text: text))]
  }

  private mutating func refuse(_ key: Key) -> [Intent] {
    if let text = KeyStroke.text(key) { say("\(text) is no key while you write. Esc ends writing.") }
    return []
  }

  private mutating func edit(_ buffer: inout EditorBuffer, _ key: Key) -> Bool {
    switch key {
    case .character(let scalar): buffer.insert(scalar)
    case .named(.space): buffer.insert(" ")
    case .paste(let text):
      switch buffer.paste(text) {
      case .inserted(let dropped):
        if dropped > 0 { say("\(dropped) control characters were left out of what you pasted.") }
      case .refused(let bytes, let limit):
        say("That is too much to paste: \(bytes) bytes, at most \(limit). Nothing was pasted.", .warning)
      }
    default: return false
    }
    return true
  }

  /// Does what a command says to what is being written.
  mutating func edit(_ command: EditorCommand, session: Session) -> [Intent] {
    guard var writing else { return [] }
    switch writing.content {
    case .line(var entry):
      switch entry.apply(command) {
      case .accepted: return enterLine(entry.text, session: session)
      case .ignored: say("That works only in texts of several lines.")
      default: writing.content = .line(entry)
      }
    case .text(var buffer):
      buffer.apply(command)
      writing.content = .text(buffer)
    }
    self.writing = writing
    return tell()
  }

  /// Enter on a line: it must be an answer that the question takes, then on to the next question.
  private mutating func enterLine(_ text: String, session: Session) -> [Intent] {
    guard let writing, let question = session.project.question(named: writing.question) else { return [] }
    if !text.isEmpty, let problem = question.kind.problem(withText: text) {
      say("“\(question.title)” \(problem).", .warning)
      return []
    }
    return endWriting() + moveQuestion(by: 1, session: session, stops: true)
  }

  /// Follows the session while something is written: an undo may have changed the text.
  mutating func followWriting(_ session: Session) {
    guard var writing else { return }
    guard session.current?.number == writing.task else {
      self.writing = nil
      return
    }
    let stands = Writing.text(of: session.current?.answers[writing.question])
    guard stands != writing.told else { return }
    switch writing.content {
    case .text(var buffer):
      buffer.replaceAll(with: stands)
      writing.content = .text(buffer)
    // What the question does not take is not with the session, and stays on the screen.
    case .line(let entry):
      guard session.project.question(named: writing.question)?.kind.answer(fromText: entry.text) != nil else { return }
      guard
        stands != Writing.text(of: session.project.question(named: writing.question)?.kind.answer(fromText: entry.text))
      else { return }
      writing.content = .line(LineInput(stands))
    }
    writing.told = stands
    self.writing = writing
  }

  /// What an external editor wrote; nil when it was left without saving.
  public mutating func externalEdit(question: String, text: String?, session: Session) -> [Intent] {
    guard let text, let found = session.project.question(named: question), case .text = QuestionPanes.form(of: found)
    else { return [] }
    var intents: [Intent] = []
    if writing?.question != question { intents += beginWriting(found, session: session) }
    guard var writing, case .text(var buffer) = writing.content else { return intents }
    // Editors end a file with an end of line that nobody typed.
    buffer.replaceAll(with: text.hasSuffix("\n") ? String(text.dropLast()) : text)
    writing.content = .text(buffer)
    self.writing = writing
    return intents + tell()
  }
}
