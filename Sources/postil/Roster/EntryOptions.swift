import ArgumentParser
import PostilModel

/// What is said of somebody on the roster.
struct EntryOptions: ParsableArguments {
  @Option(help: "annotator, reviewer or lead (default for somebody new: annotator).")
  var role: String?

  @Option(help: "person or model; what models say never counts as a person's (default for somebody new: person).")
  var kind: String?

  @Option(help: "Skills with levels from 1 to 9: \"law:2 zh:1\"; \"\" for none.")
  var skills: String?

  @Option(help: "Pay for each task or hour: \"0.12 EUR/task\", \"18 EUR/hour\"; \"\" for none.")
  var pay: String?

  /// A person with what is said of them.
  func person(from old: Person) throws -> Person {
    var person = old
    do throws(PersonEntry.Problem) {
      try PersonEntry(role: role, kind: kind, skills: skills, pay: pay).apply(to: &person)
    } catch {
      throw ValidationError(error.reason)
    }
    return person
  }
}
