extension DemoProject {
  /// Reviews and dialogues: a label, a text and a rating.
  ///
  /// The keys: three answers with an undo between them, a rating, a mark and a skip. They leave the first three records
  /// submitted and the fourth skipped.
  public static let reviews = DemoProject(
    name: "sentiment", configuration: reviewsConfiguration, guidelines: reviewsGuidelines,
    records: lines(DemoRecords.all.map(\.json)),
    keyScript: [
      "p", "4", "Enter",  // the stay that grew longer: positive, and useful
      "p", "Enter", "u", "u", "n", "Enter",  // irony, taken for praise at first
      "f", "p", "Enter",  // a kettle, marked as not sure
      "s", "Enter",  // skipped without a reason
    ])

  private static let reviewsConfiguration = """
    # The demo. Change what you like: this file is yours. `postil doctor` checks it.

    [project]
    name = "Postil demo"
    guidelines = "guidelines.md"
    annotators_per_task = 1
    advance = "auto"

    # A record has a text or a dialogue.
    [[field]]
    name = "text"
    type = "text"
    title = "Review"
    required = false

    [[field]]
    name = "dialogue"
    type = "chat"
    title = "Dialogue"
    required = false

    [[question]]
    name = "sentiment"
    type = "label"
    title = "What does the writer feel?"
    help = "In a dialogue: what the user feels at its end."
    labels = [
      { name = "positive", key = "p", help = "Pleased on the whole." },
      { name = "negative", key = "n", help = "Displeased on the whole." },
      { name = "mixed", key = "m", help = "Both, and neither outweighs." },
    ]

    # Asked only while the answer above is "mixed".
    [[question]]
    name = "why"
    type = "text"
    title = "What speaks for each side?"
    help = "A few words of each, quoted or in your own."
    required = false
    at_most = 280
    rows = 2
    when = { question = "sentiment", is = "mixed" }

    [[question]]
    name = "usefulness"
    type = "rating"
    title = "Would it help somebody choose?"
    lowest = 1
    highest = 5
    lowest_name = "no help"
    highest_name = "all one needs"
    required = false

    """
}
