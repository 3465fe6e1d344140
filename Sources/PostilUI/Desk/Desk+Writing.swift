public import PostilCore
import PostilModel
import PostilScreen

extension Desk {
  /// The text that stands for an answer, or for a part of it.
  func text(of question: Question, _ part: String, _ session: Session) -> String {
    question.kind.text(
      of: session.current?.answers[question.name], part: part, about: session.subject(of: question))
  }

  /// Begins to write the answer to a question or a part of it, if it is one that is written. Which part, the question's
  /// cursor tells when it is not named.
  mutating func beginWriting(_ question: Question, part: String? = nil, session: Session) -> [Intent] {
    if let reason = session.readOnlyReason {
      say(reason, .warning)
      return []
    }
    guard let current = session.current, current.isLoaded else { return [] }
    let pane = QuestionPanes.pane(for: question)
    let part = part ?? pane.part(question, at: self, session)
    let text = text(of: question, part, session)
    let content: Writing.Content
    switch pane.form(question, part: part) {
    case .text(let limit):
      var buffer = EditorBuffer(text, limit: limit)
      buffer.killRing = killRing
      content = .text(buffer)
    case .line: content = .line(LineInput(text))
    case nil: return []
    }
    writing = Writing(task: current.number, question: question.name, part: part, content: content, told: text)
    hasChosenPane = true
    focus = .questions
    guard session.focusedQuestion != question.name else { return [] }
    expected = (question.name, Int(part) ?? 0)
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
    return [.session(.edit(question: writing.question, text: text, part: writing.part))]
  }

  /// Puts words in the place of what is written.
  mutating func fill(_ words: String) -> [Intent] {
    guard var writing else { return [] }
    switch writing.content {
    case .line: writing.content = .line(LineInput(words))
    case .text(var buffer):
      buffer.replaceAll(with: words)
      writing.content = .text(buffer)
    }
    self.writing = writing
    return tell()
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
        if dropped > 0 {
          let words = dropped == 1 ? "1 control character was" : "\(dropped) control characters were"
          say("\(words) left out of what you pasted.")
        }
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
    guard writing.part.isEmpty else {
      return endWriting()
        + QuestionPanes.pane(for: question).afterLine(writing.part, question, at: &self, session)
    }
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
    guard let question = session.project.question(named: writing.question) else { return }
    let stands = text(of: question, writing.part, session)
    guard stands != writing.told else { return }
    switch writing.content {
    case .text(var buffer):
      buffer.replaceAll(with: stands)
      writing.content = .text(buffer)
    // What the question does not take is not with the session, and stays on the screen.
    case .line(let entry):
      if writing.part.isEmpty {
        guard let typed = question.kind.answer(fromText: entry.text), stands != Writing.text(of: typed) else { return }
      }
      writing.content = .line(LineInput(stands))
    }
    writing.told = stands
    self.writing = writing
  }

  /// What an external editor wrote; nil when it was left without saving.
  public mutating func externalEdit(question: String, text: String?, session: Session) -> [Intent] {
    guard let text, let found = session.project.question(named: question) else { return [] }
    var intents: [Intent] = []
    if writing?.question != question || writing?.part != externalPart {
      intents += beginWriting(found, part: externalPart, session: session)
    }
    guard case .text = writing?.content else { return intents }
    // Editors end a file with an end of line that nobody typed.
    return intents + fill(text.hasSuffix("\n") ? String(text.dropLast()) : text)
  }
}
