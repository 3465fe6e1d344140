extension ProjectTemplate {
  /// How the writer of a text feels.
  static let sentiment = ProjectTemplate(
    name: "sentiment", summary: "how the writer of a text feels: one key a text",
    configuration: """
      # What Postil shows and asks. Texts after # are remarks. `postil doctor` checks this file.

      [project]
      name = NAME
      guidelines = "guidelines.md"   # opens beside the task with g i
      annotators_per_task = 1        # how many people judge each text
      advance = "auto"               # a label's key answers, saves and goes on; "submit" waits for Enter

      # What is shown. The name is the column of your file; `postil import --map text=review` takes another column.
      # Whatever else a record holds is kept as metadata.
      [[field]]
      name = "text"
      type = "text"                  # text, chat (turns with roles) or value (one line)
      title = "Text"

      # What is asked. Types: label (one of a list), labels (several), rating, number, text.
      # Keys that commands have (s skip, f not sure, c comment, u undo, q back, g … go, h j k l) cannot be label keys.
      [[question]]
      name = "sentiment"
      type = "label"
      title = "What does the writer feel?"
      labels = [
        { name = "positive", key = "p", help = "Pleased, grateful, would come again." },
        { name = "negative", key = "n", help = "Displeased, angry, disappointed." },
        { name = "mixed", key = "m", help = "Both, and neither of them outweighs the other." },
        { name = "neutral", key = "e", help = "Facts or questions without a feeling." },
      ]

      # Add questions as you need them. With more than one, answers wait for Enter.
      #
      # [[question]]
      # name = "evidence"
      # type = "text"
      # title = "Which words tell you?"
      # required = false
      # when = { question = "sentiment", is = ["positive", "negative"] }

      """,
    guidelines: """
      # What does the writer feel?

      Judge the feeling that the **writer** shows in this text about its subject. Not what you would feel in their
      place, and not whether they are right.

      ## The four labels

      | Label | Choose it when | Example |
      | --- | --- | --- |
      | positive | the writer is pleased on the whole | *The soup alone is worth the trip.* |
      | negative | the writer is displeased on the whole | *Two hours late, and nobody said a word.* |
      | mixed | there is both, and neither outweighs | *Lovely rooms, dreadful breakfast.* |
      | neutral | there is no feeling to be seen | *Does the pool open in March?* |

      ## Edge cases

      - **A small complaint in a happy text is still positive.** *Great stay! The lift is a bit slow* is positive. Choose
        mixed only if you cannot say which side is heavier.
      - **Irony counts as it is meant.** *Oh wonderful, another update that deletes my photos* is negative.
      - **The feeling must be about the subject.** *I was so sad that we had to leave* is positive about the place.
      - **A recommendation is a feeling.** *Five stars* and *avoid* need no adjective.
      - **Advice and wishes.** *They should add a dark mode* alone is neutral. *They really should have added one by now*
        is negative.
      - **Somebody else's feeling** (*my husband hated it, I did not mind*) does not count unless the writer shares it.
      - **Emoji count as words.** A text of nothing but 😡 is negative.

      ## When you cannot tell

      1. Read it once more, slowly. Do not look for more than is there.
      2. If two labels still seem equally right, take the one you leaned to first and press `f` (not sure).
      3. If the text is cut off, not in a language you read, or empty, press `s` (skip) and say why.

      Do not spend more than half a minute on one text: the doubtful ones are settled together.

      """)
}
