import PostilTestSupport

/// Random keys for the desk, with what must hold after each of them.
struct DeskScript {
  /// One piece that is typed at once, and the model after it.
  struct Step {
    var keys: String
    var model: DeskModel
  }

  private(set) var steps: [Step] = []
  private var model: DeskModel
  private var generator: SeededGenerator
  private var counter: Int

  /// Some tasks' worth of keys from where a model stands. Marker words count on from `counter`.
  init(from model: DeskModel, actions: Int, counter: Int, generator: SeededGenerator) {
    self.model = model
    self.generator = generator
    self.counter = counter
    for _ in 0..<actions { addAction() }
  }

  private mutating func key(_ keys: String, _ change: (inout DeskModel) -> Void = { _ in }) {
    change(&model)
    steps.append(Step(keys: keys, model: model))
  }

  private mutating func addAction() {
    switch Int.random(in: 0..<20, using: &generator) {
    case 0..<7: judge(writes: Bool.random(using: &generator))
    case 7..<9: skip()
    case 9..<11: key("f") { $0.flag() }
    case 11..<13: comment()
    case 13..<15: key("]") { $0.move(by: 1) }
    case 15: key("[") { $0.move(by: -1) }
    case 16: filter()
    default: if model.undoCount > 0 { key("u") { $0.takeBack() } }
    }
  }

  /// Chooses, writes at times, submits at times: what is left is a draft. A draft's label is not changed, as two states
  /// that look alike with different undo logs could not be told apart.
  private mutating func judge(writes: Bool) {
    if model.task.draft != nil {
      if model.openCount > 3 { key("\u{13}") { $0.submit() } }
      return
    }
    let others: [String] = ["positive", "negative", "mixed"].filter { $0 != model.task.answers.label }
    guard let label = others.randomElement(using: &generator) else { return }
    key(String(label.prefix(1))) { $0.choose(label) }
    if writes, model.task.answers.text.isEmpty {
      // The choice has put the focus on the text.
      key("\r")
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        counter += 1
        for letter in "q\(counter)x " { key(String(letter)) { $0.write(String(letter)) } }
      }
      key("\t") { $0.endWriting() }
    }
    if Int.random(in: 0..<4, using: &generator) > 0, model.openCount > 3 { key("\u{13}") { $0.submit() } }
  }

  private mutating func skip() {
    guard model.openCount > 3, model.task.stored.state == "·" else { return }
    key("s")
    key("\r") { $0.skip() }
  }

  private mutating func comment() {
    guard model.task.stored.comment == nil else { return }
    counter += 1
    let word = "c\(counter)z"
    key("c")
    for letter in word { key(String(letter)) }
    key("\r") { $0.comment(word) }
  }

  /// A filter that shows every task, and off again.
  private mutating func filter() {
    key("g")
    key("f")
    // The filter of a desk that was killed is still there.
    key("\u{15}")
    for letter in "room" { key(String(letter)) }
    key("\r")
    key("g")
    key("a")
  }
}
