/// Something that a reviewer decides, as the project is told. Each has another one that takes it back.
public enum ReviewDecision: Sendable, Hashable {
  /// Gives tasks their final answers, in the place of the one that was seen there, or of none.
  case resolve([Resolution], over: Resolution.Mark?)
  /// Takes the final answers of tasks away that were seen there.
  case unresolve(tasks: [Int], of: Resolution.Mark)
  /// Sends somebody's annotation back with a comment.
  case sendBack(task: Int, annotator: String, text: String)
  /// Takes that back.
  case dropSendBack(task: Int, annotator: String)
  /// Asks one more person for an answer.
  case addOne(task: Int)
  /// Asks for one answer fewer.
  case removeOne(task: Int)
  /// Makes a task gold, or changes its known answers.
  case setGold(GoldTask)
  /// Makes a task ordinary again.
  case dropGold(task: Int)
  /// Notes that a unanimous task was looked at, or that it was not.
  case setChecked(task: Int, isChecked: Bool)

  /// The tasks that it is about.
  public var tasks: [Int] {
    switch self {
    case .resolve(let resolutions, _): resolutions.map(\.task)
    case .unresolve(let tasks, _): tasks
    case .sendBack(let task, _, _), .dropSendBack(let task, _), .addOne(let task), .removeOne(let task),
      .dropGold(let task), .setChecked(let task, _):
      [task]
    case .setGold(let gold): [gold.task]
    }
  }
}
