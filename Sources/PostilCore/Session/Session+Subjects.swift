public import PostilModel

extension Session {
  /// What a question is about in the current task; nil when it is about the whole task, or the task is being read.
  public func subject(of question: Question) -> Subject? {
    guard let field = question.about, let current, let value = current.task?.fields[field] else { return nil }
    return Subject(field: field, value: value, candidates: current.candidates[field] ?? [])
  }

  /// Puts the candidates of the current task into the order in which they are shown: the one of the annotation if there is
  /// one, else the annotator's own.
  mutating func arrangeCandidates() {
    guard let task = current?.task else { return }
    for field in project.fields where field.kind == .candidates {
      guard let value = task.fields[field.name], let list = try? CandidateList.read(value) else { continue }
      let order = order(of: list, in: field, task: task)
      current?.candidates[field.name] = ShownOrder.arrange(list, by: order)
    }
  }

  private func order(of list: [Candidate], in field: FieldDefinition, task: AnnotationTask) -> [String] {
    if let shown = current?.stored.shown[field.name], !shown.isEmpty { return shown }
    guard field.isShuffled else { return [] }
    return ShownOrder.shuffled(list.map(\.id), seed: orderSeed, annotator: annotator, task: task.id)
  }
}
