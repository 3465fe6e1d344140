extension ProjectTemplate {
  /// Two responses side by side.
  static let comparison = ProjectTemplate(
    name: "comparison", summary: "compare two responses to one prompt, with one key",
    configuration: """
      # What Postil shows and asks. Texts after # are remarks. `postil doctor` checks this file.

      [project]
      name = NAME
      guidelines = "guidelines.md"   # opens beside the task with g i
      annotators_per_task = 2        # two people compare each pair, so that you can see how far they agree
                                     # (hand tasks out with [queue], at the end of this file)
      advance = "auto"               # the key of the verdict saves and goes on
      blind = true                   # which model wrote what is never shown here

      # A list of turns, [{"role": "user", "content": "…"}], or a plain text.
      [[field]]
      name = "prompt"
      type = "chat"
      title = "Prompt"

      # Two responses: [{"id": "a", "text": "…"}, {"id": "b", "text": "…"}] or two plain texts. Which one stands left is
      # chance, and is kept with the answer.
      [[field]]
      name = "responses"
      type = "candidates"

      # left, right, a tie, or both bad. With steps = 7 it is a scale from "left is much better" to "right is much better".
      [[question]]
      name = "better"
      type = "comparison"
      title = "Which response is better?"

      # Take the # away, and each task is handed to as many people as annotators_per_task says; else everybody sees all.
      # [queue]
      # lease = "30m"                # how long after the last key a task stays somebody's

      """,
    guidelines: """
      # Which of the two is better?

      You see a prompt and two responses. Choose the one that you would like to have got. Which stands left and which right is
      chance; who or what wrote them does not matter.

      ## How to choose

      1. **Does it do what was asked?** All of it, and nothing that was not asked.
      2. **Is it true?** Check what can be checked in two minutes.
      3. **Does it hurt nobody?**
      4. **Is it easy to read?** Well ordered, no longer than it must be.

      The first of these in which they differ clearly decides. A friendly tone does not make up for a false statement.

      ## Tie, and both bad

      - **As good as each other**: you would have been glad of either, and cannot say which more. Use it when it is true, not
        when you are tired: then take a break.
      - **Both bad**: neither is of any use. One of them may be a little less bad; say so only if you would send it to somebody.

      ## Rules of thumb

      - Read **both to the end** before you press a key. A key is taken back with u.
      - **Length is no merit.** The number of words stands in each head so that you notice when it sways you.
      - The words in which they differ are marked when you ask for it; look there before you call a tie.
      - **A refusal** wins against harmful help, and loses against harmless help.

      ## Example

      *Translate "Feierabend" into English.*

      - "Closing time, the end of the working day." — short and right.
      - "Feierabend is a beautiful German word with no exact translation. It describes …" — true, longer, and the person who
        asked still has to choose a word.

      The first is better.

      """)
}
