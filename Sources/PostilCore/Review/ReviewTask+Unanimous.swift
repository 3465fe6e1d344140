import PostilModel

extension ReviewTask {
  /// What each has said, for the record of a final answer.
  var said: [Resolution.Said] {
    answered.map {
      Resolution.Said(annotator: $0.annotator, answers: $0.annotation.answers, at: $0.annotation.savedAt)
    }
  }

  /// The final answer on which all agree; nil where they do not, or where it lacks something that is asked.
  func unanimousResolution(in project: Project, by reviewer: String, at: Timestamp) -> Resolution? {
    let said = answered.map(\.annotation.answers)
    guard Majority.isUnanimous(said, project: project) else { return nil }
    let answers = Majority.answers(said, project: project)
    guard project.firstProblem(with: answers, subject: subject(of:)) == nil else { return nil }
    // One answer agrees with nobody: whoever accepts it decides.
    let only = answered.count == 1 ? answered[0].annotator : nil
    return Resolution(
      task: task.number, answers: answers, method: only == nil ? .unanimous : .adjudicated, taken: only, by: reviewer,
      at: at, said: self.said)
  }
}
