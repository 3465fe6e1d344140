import PostilTestSupport

/// What the desk must do with keys, said once more and simply: the measure for a desk that was killed.
struct DeskModel {
  struct Answers: Equatable {
    var label: String?
    var text = ""
  }

  struct Stored: Equatable {
    var state: Character = "·"
    var answers = Answers()
    var isFlagged = false
    var comment: String?
  }

  struct Task: Equatable {
    var stored = Stored()
    var draft: Answers?
    var answers: Answers { draft ?? stored.answers }
  }

  private(set) var tasks: [Task]
  private(set) var current = 1
  private(set) var saves = 0
  private var undo: [(task: Int, before: Task)] = []
  private var isWriting = false

  init(tasks: Int) { self.tasks = Array(repeating: Task(), count: tasks + 1) }

  var task: Task { tasks[current] }
  var undoCount: Int { undo.count }
  var openCount: Int { tasks.dropFirst().count { $0.stored.state == "·" } }

  /// What the desk shows then.
  var view: DeskView {
    var view = DeskView()
    view.saves = saves
    view.done = tasks.dropFirst().count { $0.stored.state == "✓" }
    view.task = current
    view.words = DeskView.words(in: task.answers.text)
    view.label = task.answers.label.map { String($0.prefix(1)) }
    view.comment = task.stored.comment
    for (number, task) in tasks.enumerated().dropFirst() {
      let state: Character = task.draft != nil ? "…" : task.stored.state
      // Elsewhere than under the cursor the queue tells a draft's label only where this start has seen it.
      let answers = number == current || task.draft == nil ? task.answers : Answers(label: nil, text: "")
      let label = state == "⤼" ? "skipped" : answers.label ?? ""
      view.rows[number] = String(state) + (task.stored.isFlagged ? "⚑" : "") + label.prefix(8)
    }
    return view
  }

  // MARK: What the keys do

  private mutating func step(_ change: (inout Task) -> Void) {
    let before = task
    change(&tasks[current])
    if tasks[current].draft == tasks[current].stored.answers { tasks[current].draft = nil }
    if task.stored != before.stored { saves += 1 }
    undo.append((current, before))
  }

  mutating func choose(_ label: String) {
    step { $0.draft = Answers(label: label, text: $0.answers.text) }
  }

  mutating func write(_ letters: String) {
    let before = task
    tasks[current].draft = Answers(label: before.answers.label, text: before.answers.text + letters)
    if !isWriting { undo.append((current, before)) }
    isWriting = true
  }

  mutating func endWriting() { isWriting = false }

  mutating func submit() {
    if task.stored.state == "✓", task.draft == nil { return advance() }
    step { task in
      task.stored.answers = task.answers
      task.stored.state = "✓"
      task.draft = nil
    }
    advance()
  }

  mutating func skip() {
    step { task in
      task.stored.answers = task.answers
      task.stored.state = "⤼"
      task.draft = nil
    }
    advance()
  }

  mutating func flag() { step { $0.stored.isFlagged.toggle() } }
  mutating func comment(_ word: String) { step { $0.stored.comment = word } }
  mutating func move(by distance: Int) { current = max(1, min(tasks.count - 1, current + distance)) }

  /// The same at another place: between an answer and the step to the next task.
  func at(_ number: Int) -> DeskModel {
    var model = self
    model.current = number
    return model
  }

  private mutating func advance() {
    let count = tasks.count - 1
    for distance in 1...count {
      let number = (current - 1 + distance) % count + 1
      if tasks[number].stored.state == "·" { return current = number }
    }
  }

  mutating func takeBack() {
    guard let (number, before) = undo.popLast() else { return }
    if tasks[number].stored != before.stored { saves += 1 }
    current = number
    tasks[number] = before
  }
}
