extension ProjectTemplate {
  /// Putting a rough transcript right.
  static let transcription = ProjectTemplate(
    name: "transcription", summary: "a rough transcript put right by hand, and how good it was",
    configuration: """
      # What Postil shows and asks. Texts after # are remarks. `postil doctor` checks this file.

      [project]
      name = NAME
      guidelines = "guidelines.md"   # opens beside the task with g i
      annotators_per_task = 1        # how many people work on each passage
      advance = "submit"             # Enter outside the text saves and goes on; "stay" saves and stays

      # What is shown. The names are the columns of your file.
      [[field]]
      name = "passage"
      type = "text"
      title = "As the machine heard or read it"

      [[field]]
      name = "speaker"
      type = "value"
      title = "Speaker"
      required = false

      # The corrected text, in a real editor: C-x e opens your own.
      # To begin with the machine's text, import it as a suggestion and take it with one key.
      [[question]]
      name = "transcript"
      type = "text"
      title = "The corrected text"
      help = "What was said, in the spelling of a dictionary. See the guidelines for [?] and [noise]."
      at_least = 1
      at_most = 5000
      rows = 8

      [[question]]
      name = "errors"
      type = "number"
      title = "How many words were wrong?"
      unit = "words"
      at_least = 0
      whole = true
      required = false

      [[question]]
      name = "usable"
      type = "label"
      title = "Can it be used?"
      default = "yes"
      labels = [
        { name = "yes", key = "y" },
        { name = "partly", key = "p", help = "A sentence or more cannot be made out." },
        { name = "no", key = "n", help = "Most of it cannot be made out." },
      ]

      """,
    guidelines: """
      # Putting a transcript right

      Write down **what was said or written**, not what should have been. Somebody who reads your text must be able to
      say it aloud and get the original.

      ## Spelling

      - Use the spelling of a dictionary, capitals and full stops included. Dialect words stay: *nae*, *y'all*, *gonna*.
      - Numbers as they were spoken: *nineteen ninety-eight*, not *1998*. In printed or written sources copy the digits.
      - Keep mistakes of grammar. *He don't know* stays.
      - Names: look for the usual spelling once. If you do not find it, write what you hear and add `[?]`.

      ## Marks

      | You write | For |
      | --- | --- |
      | `word [?]` | you are not sure of the word before it |
      | `[...]` | something that cannot be made out, however long |
      | `[laughter]`, `[noise]` | a sound that is not speech and that interrupts it |
      | `wo-` | a word that was broken off |
      | `—` | a speaker breaks off and begins again |

      Leave out *er*, *um* and the second of two words that were only stammered (*the the house*), unless the project's
      lead tells you that hesitation is what the project is about.

      ## Counting wrong words

      A word counts once, whether it was missing, added or wrong. Capitals and punctuation do not count. *New York*
      for *Newark* is two. An estimate is fine above twenty.

      ## Can it be used?

      1. **yes**: all of it can be made out, a word here and there aside.
      2. **partly**: a sentence or more is `[...]`.
      3. **no**: most of it is. Write what there is, and go on; do not spend ten minutes on one passage.

      Text that names a private person's address, number or illness: press `f` and leave a comment (`c`) for the lead.

      """)
}
