import PostilCore
import PostilModel
import PostilScreen

extension Desk {
  /// Opens a prompt.
  mutating func ask(_ purpose: Prompt.Purpose, session: Session) -> [Intent] {
    var prompt = Prompt(purpose)
    switch purpose {
    case .comment: prompt.entry = LineInput(session.current?.stored.comment ?? "")
    case .skip: prompt.entry = LineInput(session.current?.stored.skipReason ?? "")
    case .filter:
      prompt.entry = LineInput(QueueFilterParser(questions: session.project.questions).text(of: session.queue.filter))
      prompt.isSelected = !prompt.entry.isEmpty
    case .search:
      prompt.formerSearch = search
      prompt.formerPlace = searchPlace(session)
      prompt.formerCandidates = hasCandidates ? candidates : nil
    case .ask: prompt.entry = LineInput(session.unsentNote ?? "")
    case .goTo, .reply, .sendBack: break
    case .setAside(let question, let candidate, _):
      let order = session.current?.answers[question].flatMap(WeakOrder.init)
      prompt.entry = LineInput(order?.setAside.first { $0.id == candidate }?.reason ?? "")
    }
    if let line = KeptLine(session.remembered), line.purpose == purpose, line.task == session.current?.number {
      prompt.entry = LineInput(line.text)
    }
    layers.append(.prompt(prompt))
    return []
  }

  /// Keeps a line that is being typed, so that it outlives the program, or forgets it when it is over.
  private func keep(_ prompt: Prompt, session: Session, isOver: Bool = false) -> [Intent] {
    guard let task = session.current?.number, let line = KeptLine(prompt, task: task) else { return [] }
    if isOver, KeptLine(session.remembered) == nil { return [] }
    return [.session(.remember(key: KeptLine.key, isOver ? .null : line.json))]
  }

  /// Takes a key in a prompt; nil for keys that are the keymap's.
  mutating func handlePrompt(_ key: Key, session: Session) -> [Intent]? {
    guard case .prompt(var prompt) = layers.last else { return nil }
    let ways = Prompt.completes(key) ? completions(of: prompt, session: session) : []
    switch prompt.press(key, completions: ways) {
    case nil: return nil
    case .ignore: return []
    case .close:
      layers.removeLast()
      if prompt.purpose == .search { giveUpSearch(prompt, session: session) }
      return keep(prompt, session: session, isOver: true)
    case .enter: return enter(prompt, session: session) + keep(prompt, session: session, isOver: true)
    case .change:
      layers[layers.count - 1] = .prompt(prompt)
      if prompt.purpose == .search { seek(prompt, session: session) }
      return keep(prompt, session: session)
    }
  }

  private mutating func enter(_ prompt: Prompt, session: Session) -> [Intent] {
    let text = prompt.entry.text
    layers.removeLast()
    switch prompt.purpose {
    case .skip: return [.session(.skip(reason: text))]
    case .comment: return [.session(.comment(text))]
    case .ask: return [.session(.ask(note: text))]
    case .reply: return [.session(.answerReturned(reply: text))]
    case .setAside(let question, let candidate, _):
      return setAside(candidate, of: question, reason: text, session: session)
    case .sendBack: return []
    case .goTo: return text.isEmpty ? [] : [.session(.goTo(text))]
    case .search:
      keepSearch(session)
      return []
    case .filter:
      do throws(QueueFilterError) {
        return [.session(.setFilter(try QueueFilterParser(questions: session.project.questions).parse(text)))]
      } catch {
        var prompt = prompt
        prompt.problem = error.description
        layers.append(.prompt(prompt))
        return []
      }
    }
  }

  /// The ways to go on with a filter.
  func completions(of prompt: Prompt, session: Session) -> [QueueFilterCompletion] {
    guard prompt.purpose == .filter, prompt.entry.cursor == prompt.entry.text.utf8.count else { return [] }
    return QueueFilterParser(questions: session.project.questions).completions(for: prompt.entry.text)
  }
}
