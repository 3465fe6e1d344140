import ArgumentParser
import PostilConfiguration
import PostilCore
import PostilFormats
import PostilModel
import PostilStore

/// `postil gold set`: tells what is known of a task.
struct GoldSetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: "Say what the answer to a task is.",
    discussion: """
      Questions that are not named are not checked.

      Examples:
        postil gold set review-0012 sentiment=positive
        postil gold set 12 sentiment=mixed --explanation "The last line counts." --qualification
      """)

  @OptionGroup var project: ProjectOptions
  @OptionGroup var output: JSONOption

  @Argument(help: "The task's number or id.")
  var task: String

  @Argument(help: ArgumentHelp("The known answers.", valueName: "question=answer"))
  var answers: [ValueMeaning]

  @Option(help: "Why that is the answer, for those who are told.")
  var explanation = ""

  @Flag(help: "It belongs to the qualification that comes before the queue.")
  var qualification = false

  func run() throws {
    let opened = try project.open()
    let caller = try Caller(opened.store)
    try GoldCommand.check(caller)
    var gold = GoldTask(
      task: try opened.number(ofTask: task), answers: [:], explanation: explanation, isQualification: qualification)
    for told in answers {
      guard let question = opened.project.question(named: told.text) else {
        let known = opened.project.questions.map(\.name)
        let hint = DidYouMean.nearest(to: told.text, among: known).map { ", did you mean \"\($0)\"?" }
        throw ValidationError(
          "there is no question \"\(told.text)\"\(hint ?? "; the questions are \(known.joined(separator: ", "))")")
      }
      guard let answer = AnswerText().answer(to: question, told.answer) else {
        throw ValidationError(
          "the question \"\(question.name)\" "
            + (question.kind.problem(withText: told.answer) ?? "does not take \"\(told.answer)\""))
      }
      gold.answers[question.name] = answer
    }
    try opened.store.setGold(gold, by: caller.name, at: LocalTime.now())
    if output.json { return StandardOutput.write(["task": .integer(Int64(gold.task)), "gold": true]) }
    StandardOutput.write("#\(gold.task) is gold now.\n")
  }
}
