extension ProjectTemplate {
  /// Whether a hypothesis follows from a text.
  static let entailment = ProjectTemplate(
    name: "entailment", summary: "whether a hypothesis follows from a text: two fields, one key a pair",
    configuration: """
      # What Postil shows and asks. Texts after # are remarks. `postil doctor` checks this file.

      [project]
      name = NAME
      guidelines = "guidelines.md"   # opens beside the task with g i
      annotators_per_task = 1        # how many people judge each pair
      advance = "auto"               # a label's key answers, saves and goes on; "submit" waits for Enter

      # What is shown, from top to bottom. The names are the columns of your file; if they differ there, say so when
      # you import: postil import --map text=premise pairs.jsonl
      [[field]]
      name = "text"
      type = "text"
      title = "Text"

      [[field]]
      name = "hypothesis"
      type = "text"
      title = "Hypothesis"

      # What is asked. Types: label (one of a list), labels (several), rating, number, text.
      # Keys that commands have (s skip, f not sure, c comment, u undo, q back, g … go, h j k l) cannot be label keys.
      [[question]]
      name = "entailment"
      type = "label"
      title = "Does the hypothesis follow from the text?"
      labels = [
        { name = "entailed", key = "e", help = "Whoever believes the text would say that it is true." },
        { name = "not entailed", key = "n", help = "It is false, or the text does not say." },
      ]

      # For three ways, take these labels instead:
      # labels = [
      #   { name = "entailed", key = "e" },
      #   { name = "contradicted", key = "r" },
      #   { name = "unknown", key = "n" },
      # ]

      """,
    guidelines: """
      # Does the hypothesis follow from the text?

      You see a short **text** and a **hypothesis**. Suppose that the text is true. Would a careful reader who knows the
      world a little then say that the hypothesis is *most likely true* as well?

      - **entailed** (`e`): yes.
      - **not entailed** (`n`): no. Either the text speaks against it, or it does not say.

      ## What counts

      1. **Only the text counts as evidence.** That you know the hypothesis to be true is not enough: if the text does not
         lead there, it is not entailed.
      2. **Everyday knowledge may help you read the text.** That Lyon is in France, that a widow was married, that who
         sells a house owned it: these need not be written down.
      3. **Most likely is enough.** You need no proof. But *possible* is too little.
      4. **Every part must follow.** If the text supports the event and not the date that the hypothesis gives, it is not
         entailed.

      ## Examples

      | Text | Hypothesis | Label | Why |
      | --- | --- | --- | --- |
      | The bakery, which Ines opened in 1998, closed last May. | Ines owned a bakery. | entailed | who opens one owns it |
      | The mayor promised a new bridge by June. | A new bridge was built. | not entailed | a promise is no bridge |
      | Two of the four climbers reached the top. | Nobody reached the top. | not entailed | the text says otherwise |
      | Rain stopped play in Leeds on Friday. | Play was stopped in England. | entailed | Leeds is in England |
      | The company may sell its stores. | The company sells its stores. | not entailed | "may" is not "does" |

      ## Edge cases

      - **Said by somebody.** *The minister said that prices fell* does not entail *prices fell*, unless the text treats it
        as a fact. It does entail that the minister spoke of prices.
      - **Negation and hedges.** Read *not*, *hardly*, *at least*, *up to* and *almost* twice.
      - **Names.** *Mr Ito* and *Kenji Ito* may be taken as one person when nothing speaks against it.
      - **Numbers.** *More than 40* entails *at least 40*, not *exactly 40*. Rounded numbers may match exact ones.
      - **Time.** A text about last year says nothing about now, unless the fact is of the kind that lasts.
      - **Bad grammar** in the hypothesis: judge what it means to say.

      If you waver for more than a minute, choose what you leaned to first and press `f` (not sure). If a text is broken,
      press `s` (skip) and say so.

      """)
}
