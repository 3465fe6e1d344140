import PostilCore
import PostilModel
import PostilScreen

/// The search in the text of the task before the eyes.
extension ReviewDesk {
  /// Looks for what has been typed so far, from where the text stood.
  mutating func seek(_ prompt: Prompt, session: ReviewSession) {
    guard !prompt.entry.text.isEmpty else {
      search = nil
      return
    }
    var next = Search(scope: .task, words: prompt.entry.text)
    next.isTyping = true
    find(&next, session: session)
    next.current = next.hits.firstIndex { (cache.content?.row(of: $0) ?? 0) >= prompt.formerPlace } ?? 0
    next.wantsReveal = true
    search = next
  }

  /// Looks for the same words in the task that is before the eyes now.
  mutating func seekAgain(_ session: ReviewSession) {
    guard var found = search else { return }
    find(&found, session: session)
    search = found
  }

  private func find(_ search: inout Search, session: ReviewSession) {
    // Responses stand one below the other here, each as one text.
    search.find(in: session.task?.task, project: session.project) { field in
      session.task?.candidates(of: field.name).map { $0.texts.joined(separator: "\n\n") } ?? []
    }
  }

  /// Ends the typing: the search stays on until Esc.
  mutating func keepSearch() {
    guard let found = search else { return }
    search?.isTyping = false
    guard found.hits.isEmpty else { return }
    say("“\(found.words)” was not found.")
    search = nil
  }

  /// Goes back to what was before the prompt.
  mutating func giveUpSearch(_ prompt: Prompt, session: ReviewSession) {
    if let number = session.current { places[number] = prompt.formerPlace }
    search = prompt.formerSearch
  }

  /// Goes to another hit, round the end.
  mutating func step(by distance: Int) {
    guard var found = search else { return }
    guard !found.hits.isEmpty else { return say("“\(found.words)” is not in this task.") }
    let next = found.current + distance
    found.current = (next + found.hits.count) % found.hits.count
    found.wantsReveal = true
    search = found
    if next != found.current { say(distance > 0 ? "From the top again." : "From the end again.") }
  }

  /// Brings the current hit onto the screen, and the task where one pane is seen at a time.
  mutating func reveal(_ content: TaskContent, task: Int) {
    guard search?.wantsReveal == true, let hit = search?.currentHit, let row = content.row(of: hit) else { return }
    search?.wantsReveal = false
    let top = min(places[task], max(0, content.rows - cache.taskPage))
    if row < top || row >= top + cache.taskPage { places[task] = max(0, row - cache.taskPage / 3) }
  }
}
