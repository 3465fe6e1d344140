public import PostilModel

extension ProjectStore {
  /// What somebody is told of their own answers to tasks whose answer is known, by task number: of what they have
  /// submitted since the task became gold, judged by what they answered first. Empty where the project tells nothing.
  public func verdicts(
    onTasks tasks: [Int], of annotator: String, plan: AssignmentPlan
  ) throws(StoreError) -> [Int: GoldVerdict] {
    guard plan.feedback == .immediate, !tasks.isEmpty else { return [:] }
    return try engine.read { (connection) throws(StoreError) in
      let whose = try Annotators.number(of: annotator, in: connection)
      var found: [Int: GoldVerdict] = [:]
      for task in tasks {
        let said = try AnnotationTable().annotation(ofTask: task, by: whose, in: connection)
        guard said?.state == .submitted, let gold = try GoldTable(connection).task(task),
          let isRight = try GoldTable(connection).noted(task, annotator: whose)
        else { continue }
        found[task] = GoldVerdict(isRight: isRight, answers: gold.answers, explanation: gold.explanation)
      }
      return found
    }
  }
}
