extension ProjectTemplate {
  /// One response: let it stand, fail it, or mend it.
  static let copyEdit = ProjectTemplate(
    name: "copy-edit", summary: "pass, fail or mend one response; the change and its size are kept",
    configuration: """
      # What Postil shows and asks. Texts after # are remarks. `postil doctor` checks this file.

      [project]
      name = NAME
      guidelines = "guidelines.md"   # opens beside the task with g i
      advance = "auto"               # letting it stand is one key, which saves and goes on

      # A list of turns, [{"role": "user", "content": "…"}], or a plain text.
      [[field]]
      name = "prompt"
      type = "chat"
      title = "Prompt"

      [[field]]
      name = "response"
      type = "text"
      title = "Response"

      # Pass lets it stand, fail wants a reason, mend opens the text in the editor: both texts and the edit distance are kept.
      [[question]]
      name = "verdict"
      type = "edit"
      title = "Can this go out?"
      about = "response"
      reasons = [
        { name = "wrong", key = "w", help = "It says something false." },
        { name = "off topic", key = "o" },
        { name = "harmful", key = "d", help = "Dangerous: following it could hurt somebody." },
        { name = "beyond mending", key = "b", help = "It would be quicker to write it anew." },
      ]

      """,
    guidelines: """
      # Can this go out?

      You see a prompt and **one** response. Decide whether it may be sent to the person who asked.

      | Verdict | When |
      | --- | --- |
      | let it stand | You would send it as it is. Taste is no reason to change it. |
      | mend it | A few words make it good: a slip, a missing half-sentence, a wrong unit. |
      | fail it | It is wrong, harmful or off topic, or writing it anew would be quicker. Give every reason that holds. |

      ## How to mend

      1. **As little as possible, as much as needed.** The change is shown word by word and its size is kept.
      2. Mend what is wrong before what is clumsy: facts, then grammar, then the order of things.
      3. **Keep the voice.** Do not make a plain text solemn or a friendly one dry.
      4. Do not add what was not asked for.
      5. Read the whole once more after your last change. Esc ends writing, then submit.

      ## Rules of thumb

      - Spelling, agreement, a doubled word: mend.
      - A number that you cannot check: look it up; if that takes more than two minutes, fail it as *wrong* and say so in a comment.
      - British and American spelling both stand; a mix of the two in one text is mended.
      - A refusal stands if the request was harmful. Otherwise it fails as *off topic*.

      ## Example

      *When was the Eiffel Tower built?* "The Eiffel Tower was build from 1887 to 1889."

      Mend: "The Eiffel Tower was **built** from 1887 to 1889." One word; the rest stands.

      """)
}
