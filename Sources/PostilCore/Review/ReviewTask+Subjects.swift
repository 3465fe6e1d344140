public import PostilModel

extension ReviewTask {
  /// The candidates of a field in the order of the record: where several people saw several orders, this one is nobody's.
  public func candidates(of field: String) -> [Candidate] {
    task.fields[field].flatMap { try? CandidateList.read($0) } ?? []
  }

  /// What a question is about; nil when it is about the whole task.
  public func subject(of question: Question) -> Subject? {
    guard let field = question.about, let value = task.fields[field] else { return nil }
    return Subject(field: field, value: value, candidates: candidates(of: field))
  }

  /// An answer in a few words, candidates named by their places in the record.
  public func summary(of answer: JSONValue, to question: Question) -> String {
    let subject = subject(of: question)
    return question.kind.summary(of: answer) { id in subject?.place(of: id).map(String.init) ?? id }
  }
}
