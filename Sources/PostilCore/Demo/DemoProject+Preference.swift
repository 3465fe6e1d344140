extension DemoProject {
  /// Prompts with four responses each, to be ranked.
  ///
  /// The keys: an order of four, one with a tie after an undo, one with a response set aside.
  public static let preference = DemoProject(
    name: "preference",
    configuration: ProjectTemplate.preference.configuration(projectName: "Postil demo: preferences"),
    guidelines: ProjectTemplate.preference.guidelines, records: lines(DemoPrompts.all.map(\.json)),
    keyScript: [
      "2", "4", "1", "Enter",  // the last is implied
      "1", "2", "u", "=", "3", "2", "Enter",  // two that are right tie
      "x", "E", "n", "g", "l", "i", "s", "h", "Enter", "4", "3", "Enter",  // the answer in the wrong language
    ])
}
