public import PostilCore
import PostilModel
public import PostilScreen

extension Desk {
  /// Takes a key and says what it leads to, in order.
  public mutating func handle(_ key: Key, session: Session) -> [Intent] {
    if case .resize(let size) = key {
      self.size = size
      return []
    }
    notice = nil
    let wasScrolling = isScrollingQuestions
    isScrollingQuestions = false
    defer { if !pending.isEmpty || !layers.isEmpty || drag != nil { isScrollingQuestions = wasScrolling } }
    var intents: [Intent] = session.message == nil ? [] : [.session(.dismissMessage)]
    if case .mouse(let mouse) = key {
      // Reports of a mouse that drags nothing change nothing, so that what is said stays to be read.
      intents += handle(mouse, session: session)
    } else {
      drag = nil
      intents += dispatch(KeyStroke.normal(key), session: session)
    }
    return stoppedFromLosing(intents, session: session)
  }

  /// Leaving would lose what is only in memory: that wants to be asked for twice.
  private mutating func stoppedFromLosing(_ intents: [Intent], session: Session) -> [Intent] {
    guard case .unsafe(let reason) = session.saving, intents.contains(.quit(0)), !hasBeenWarned else { return intents }
    hasBeenWarned = true
    say("Your last changes are NOT SAVED: \(reason). Make room, or leave once more to lose them.", .error)
    return intents.filter { $0 != .quit(0) }
  }

  private mutating func dispatch(_ key: Key, session: Session) -> [Intent] {
    if case .paste = key { return paste(key, session: session) }
    if DeskLayout.mode(of: size) == .tooSmall { return TooSmallPicture.intent(of: key).map { [$0] } ?? [] }
    if case .firstRun = layers.last {
      layers.removeLast()
      // The hint is closed by any key, and the key that closes it does nothing else: nobody judges unseen.
      return key == .control("c") ? [.quit(0)] : []
    }
    let context = context
    if !pending.isEmpty, key == .named(.escape) {
      pending = []
      return []
    }
    let keys = pending + [key]
    if pending.isEmpty, let intents = beforeCommands(key, context: context, session: session) { return intents }
    switch match(keys, in: context, session: session) {
    case .command(let command):
      pending = []
      return run(command, session: session)
    case .prefix:
      pending = keys
      return []
    case .none: break
    }
    if !pending.isEmpty {
      say("\(KeyStroke.text(keys)) is no key here.")
      pending = []
      return []
    }
    return afterCommands(key, context: context, session: session)
  }

  /// Keys that the place takes before the keymap is asked; nil when it leaves them.
  private mutating func beforeCommands(_ key: Key, context: CommandContext, session: Session) -> [Intent]? {
    switch context {
    case .prompt:
      if case .popup = layers.last { return handleFiltering(key, session: session) }
      return handlePrompt(key, session: session)
    case .popup: return handlePopup(key, session: session)
    case .text: return key == .named(.escape) ? endWriting() : nil
    case .desk, .ranking, .ratings, .remarks, .boxes, .pictures, .review: return handleDesk(key, session: session)
    }
  }

  private mutating func afterCommands(_ key: Key, context: CommandContext, session: Session) -> [Intent] {
    if context == .text { return write(key, session: session) }
    if let text = KeyStroke.text(key), context == .desk {
      // Where no task is, labels have no keys: what is told is why.
      let reason = session.current == nil ? disabledReason(.submit, session: session) : nil
      say(reason ?? "\(text) is no key here. ? shows all keys.")
    }
    return []
  }

  /// Keys of the desk that are no commands: labels, numbers, and Esc.
  private mutating func handleDesk(_ key: Key, session: Session) -> [Intent]? {
    if key == .named(.escape) {
      if let question = focusedQuestion(session), isShown(question),
        let intents = QuestionPanes.pane(for: question).press(key, question, at: &self, session)
      {
        return intents
      }
      if search != nil {
        search = nil
        say("The search ended.")
      } else if pictures.look.cursor != nil {
        pictures.look.cursor = nil
      } else if pictures.isZoomed, focused == .task {
        pictures.isZoomed = false
      }
      return []
    }
    if pictures.sheet != nil, key == .named(.enter) { return closeSheet() }
    if let question = focusedQuestion(session), isShown(question),
      let intents = QuestionPanes.pane(for: question).press(key, question, at: &self, session)
    {
      return intents
    }
    if key == .named(.space), focused == .questions, questionContext(session) == nil {
      return run(.choose, session: session)
    }
    if key == .named(.enter), let question = focusedQuestion(session), QuestionPanes.form(of: question) != nil {
      return beginWriting(question, session: session)
    }
    guard case .character(let scalar) = key else { return nil }
    if let question = focusedQuestion(session), QuestionPanes.pane(for: question).beginsWriting(scalar) {
      return beginWriting(question, session: session) + write(key, session: session)
    }
    guard let (question, place) = choice(of: scalar, session: session) else { return nil }
    return choose(question.kind.choices[place].name, of: question, session: session)
  }

  /// Whether a question's own keys mean something here: on a sheet of pictures what they move over is not seen.
  func isShown(_ question: Question) -> Bool {
    pictures.sheet == nil || QuestionPanes.pane(for: question).context == nil
  }

  /// The choice that a key gives at the desk: the focused question's, else that of the first asked question that asks for
  /// the key. Nil where the key is a command's, or begins to write.
  private func choice(of scalar: Unicode.Scalar, session: Session) -> (question: Question, place: Int)? {
    switch match([.character(scalar)], in: .desk, session: session) {
    case .command(.nextHit), .command(.previousHit): if search != nil { return nil }
    case .command, .prefix: return nil
    case .none: break
    }
    let key = Character(scalar)
    if let question = focusedQuestion(session), isShown(question) {
      let pane = QuestionPanes.pane(for: question)
      if pane.takes(scalar, question, at: self) || pane.beginsWriting(scalar) { return nil }
      if !question.kind.choices.isEmpty, let place = labelKeys[question.name]?.place(of: key) {
        return (question, place)
      }
    }
    for question in session.questions {
      if let place = question.kind.choices.firstIndex(where: { $0.key == key }) { return (question, place) }
    }
    for question in session.questions where !question.kind.choices.isEmpty {
      if let place = labelKeys[question.name]?.place(of: key) { return (question, place) }
    }
    return nil
  }

  /// Chooses one of a question's choices.
  mutating func choose(_ name: String, of question: Question, session: Session) -> [Intent] {
    if session.standsBy(name, for: question.name) { return ask(.reply, session: session) }
    return QuestionPanes.pane(for: question).choose(name, question, at: &self, session)
      ?? [.session(.choose(question: question.name, choice: name))]
  }

  /// What keys mean: at the desk the focused question's own keys lie over those for pictures, and these over the others.
  func match(_ keys: [Key], in context: CommandContext, session: Session) -> Keymap.Match {
    for place in contexts(session) {
      // A space turns the page while the text has the focus; where regions are drawn, it draws.
      let isPageTurned = keys == [.named(.space)] && focused != .questions && place != .boxes
      if isPageTurned, CommandContext.questions.contains(place) { continue }
      let found = keymap.match(keys, in: place)
      if found != .none { return found }
    }
    return .none
  }

  /// The contexts whose keys hold now, those that lie over others first.
  func contexts(_ session: Session) -> [CommandContext] {
    guard context == .desk else { return [context] }
    return [questionContext(session), hasPictures ? .pictures : nil, .desk].compactMap { $0 }
  }

  /// The context of the focused question's own keys, if it has some.
  func questionContext(_ session: Session) -> CommandContext? {
    // On a sheet of pictures the keys move over the pictures.
    if pictures.sheet != nil { return nil }
    return focusedQuestion(session).flatMap { QuestionPanes.pane(for: $0).context }
  }

  /// The keys to show before a question's choices: each gives its choice here and now. A digit stands for a label's key
  /// that means something else at the moment, unless the digit does too.
  func shownKeys(of question: Question, session: Session) -> [Character?] {
    guard let keys = labelKeys[question.name] else { return [] }
    // Keys of a question that is not answered by one choice are its pane's, and work while it has the focus.
    if question.kind.choices.isEmpty {
      return session.focusedQuestion == question.name ? keys.shown : keys.shown.map { _ in nil }
    }
    func gives(_ key: Character, _ place: Int) -> Bool {
      guard let scalar = key.unicodeScalars.first, let found = choice(of: scalar, session: session) else {
        return false
      }
      return found.question.name == question.name && found.place == place
    }
    return keys.shown.enumerated().map { place, key in
      if let key, gives(key, place) { return key }
      return LabelKeys.digits.first { keys.place(of: $0) == place && gives($0, place) }
    }
  }

  /// The focused question.
  func focusedQuestion(_ session: Session) -> Question? {
    session.focusedQuestion.flatMap { session.project.question(named: $0) }
  }

  private mutating func paste(_ key: Key, session: Session) -> [Intent] {
    pending = []
    switch context {
    case .prompt:
      if case .popup = layers.last { return handleFiltering(key, session: session) ?? [] }
      return handlePrompt(key, session: session) ?? []
    case .text: return write(key, session: session)
    case .desk, .popup, .ranking, .ratings, .remarks, .boxes, .pictures, .review:
      say("Pasted text goes into a text answer or a prompt only. Nothing was done.")
      return []
    }
  }
}
