import PostilCore
import PostilModel
import PostilScreen
import PostilTestSupport
import Testing

@testable import PostilUI

/// A question's pane says beforehand which characters it takes. What it says is what pressing them does.
@Suite struct TakenKeysTests {
  private func hold(_ world: DeskWorld) -> Set<Character> {
    var taken: Set<Character> = []
    for question in world.session.project.questions {
      let pane = QuestionPanes.pane(for: question)
      for byte in UInt8(0)..<128 {
        let scalar = Unicode.Scalar(byte)
        var desk = world.desk
        let pressed = pane.press(.character(scalar), question, at: &desk, world.session) != nil
        let told = pane.takes(scalar, question, at: world.desk)
        #expect(told == pressed, "\(scalar.escaped(asASCII: true)) at \(question.name)")
        if told { taken.insert(Character(scalar)) }
      }
    }
    return taken
  }

  @Test func thePreferenceTemplateTakesDigitsAndTheKeysOfItsRemarks() throws {
    let template = try #require(ProjectTemplates.template(named: "preference"))
    let project = try ProjectFile(text: template.configuration(projectName: "HH")).project
    var world = DeskWorld(project, tasks: Samples.responseTasks())
    #expect(hold(world) == Set("0123456789pdore"))
    world.type("2 4 1")
    #expect(hold(world) == Set("0123456789pdore"), "a whole order takes digits too, and says why not")
    let reading = DeskWorld(project, tasks: Samples.responseTasks(), readOnlyReason: "somebody else writes")
    #expect(hold(reading) == Set("0123456789pdore"))
  }

  @Test func aGridOfRatingsTakesTheStepsOfItsScale() {
    let project = Samples.preference(Samples.ratings(RatingQuestion(lowest: 1, highest: 7)), Samples.remarks)
    #expect(hold(DeskWorld(project, tasks: Samples.responseTasks())) == Set("1234567pd"))
  }

  @Test(arguments: ProjectTemplates.all.map(\.name)) func noTemplateHasAPaneThatSaysOtherwise(name: String) throws {
    let template = try #require(ProjectTemplates.template(named: name))
    let project = try ProjectFile(text: template.configuration(projectName: "any")).project
    let taken = hold(DeskWorld(project, tasks: Samples.tasks(2)))
    #expect(taken.isEmpty == !["preference", "boxes"].contains(name))
  }
}
