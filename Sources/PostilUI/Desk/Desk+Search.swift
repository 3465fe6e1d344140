import PostilCore
import PostilModel
import PostilScreen

extension Desk {
  /// Where the text that would be searched stands now.
  func searchPlace(_ session: Session) -> Int {
    focused == .guidelines && showsGuidelines ? guidelinesTop : session.current.map { taskTop($0.number) } ?? 0
  }

  /// Looks for what has been typed so far.
  mutating func seek(_ prompt: Prompt, session: Session) {
    let words = prompt.entry.text
    guard !words.isEmpty else {
      search = nil
      return
    }
    let scope: Search.Scope = focused == .guidelines && showsGuidelines ? .guidelines : .task
    var next = Search(scope: scope, words: words)
    next.isTyping = true
    find(&next, session: session)
    next.current = firstHit(of: next, from: prompt, task: session.current?.number ?? 0)
    next.wantsReveal = true
    search = next
    bringUpHit()
  }

  private func find(_ search: inout Search, session: Session) {
    switch search.scope {
    case .guidelines: search.find(in: cache.guidelines)
    case .task: if let number = session.current?.number { search.find(in: session, task: number) }
    }
  }

  /// The first hit at or below the place where a search began.
  private func firstHit(of search: Search, from prompt: Prompt, task: Int) -> Int {
    if search.scope == .task, let former = prompt.formerCandidates, focused != .task {
      return firstHit(of: search, from: former, task: task)
    }
    let row = prompt.formerPlace
    guard row > 0 else { return 0 }
    return search.hits.firstIndex { hit in
      search.scope == .task && hit.field == candidates.fieldIndex
        || (cache.row(of: hit, scope: search.scope) ?? 0) >= row
    } ?? 0
  }

  /// The first hit in the candidate under the cursor or one behind it.
  private func firstHit(of search: Search, from former: CandidatesState, task: Int) -> Int {
    guard let content = cache.candidates, content.task == task else { return 0 }
    return search.hits.firstIndex { hit in
      guard hit.field == content.fieldIndex else { return false }
      let place = content.place(ofText: hit.text)
      guard place == former.cursor else { return place > former.cursor }
      return (content.row(of: hit) ?? 0) >= former.top(task: task, place: place)
    } ?? 0
  }

  /// Where one pane is seen at a time, brings up the one with the current hit.
  private mutating func bringUpHit() {
    guard DeskLayout.mode(of: size) == .tabs, hasCandidates, search?.scope == .task, let hit = search?.currentHit
    else { return }
    focus = hit.field == candidates.fieldIndex ? .candidates : .task
    hasChosenPane = true
  }

  /// Ends the typing: the search stays on until Esc.
  mutating func keepSearch(_ session: Session) {
    guard let found = search else { return }
    if found.hits.isEmpty {
      say("“\(found.words)” was not found.")
      search = nil
    } else {
      search?.isTyping = false
    }
  }

  /// Goes back to what was before the prompt.
  mutating func giveUpSearch(_ prompt: Prompt, session: Session) {
    if search?.scope == .guidelines {
      guidelinesTop = prompt.formerPlace
    } else if let number = session.current?.number {
      places[number] = prompt.formerPlace
      if let former = prompt.formerCandidates { candidates = former }
    }
    search = prompt.formerSearch
  }

  /// Goes to another hit, round the end.
  mutating func step(by distance: Int) {
    guard var found = search, !found.hits.isEmpty else { return }
    let next = found.current + distance
    found.current = (next + found.hits.count) % found.hits.count
    found.wantsReveal = true
    search = found
    bringUpHit()
    if next != found.current { say(distance > 0 ? "From the top again." : "From the end again.") }
  }
}
