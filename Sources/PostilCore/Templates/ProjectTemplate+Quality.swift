extension ProjectTemplate {
  /// How good an answer is.
  static let quality = ProjectTemplate(
    name: "quality", summary: "how good an answer to a prompt is: ratings with named ends",
    configuration: """
      # What Postil shows and asks. Texts after # are remarks. `postil doctor` checks this file.

      [project]
      name = NAME
      guidelines = "guidelines.md"   # opens beside the task with g i
      annotators_per_task = 2        # two people rate each answer, so that you can see how far they agree
                                     # (hand tasks out with [queue], at the end of this file)

      # What is shown. "chat" takes a list of turns, [{"role": "user", "content": "…"}], or a plain text.
      [[field]]
      name = "prompt"
      type = "chat"
      title = "Prompt"

      [[field]]
      name = "response"
      type = "text"
      title = "Answer to rate"

      # Ratings: the digits answer, Tab goes to the next question, Enter saves and goes on.
      [[question]]
      name = "helpfulness"
      type = "rating"
      title = "Does it help the person who asked?"
      lowest = 1
      highest = 5
      lowest_name = "not at all"
      highest_name = "fully"

      [[question]]
      name = "correctness"
      type = "rating"
      title = "Is what it says true?"
      lowest = 1
      highest = 5
      lowest_name = "mostly wrong"
      highest_name = "no error found"

      [[question]]
      name = "problems"
      type = "labels"
      title = "What is wrong with it?"
      required = false
      labels = [
        { name = "off topic", key = "o" },
        { name = "made up", key = "m", help = "Names, numbers or sources that do not exist." },
        { name = "too long", key = "w", help = "Wordy: the same could be said in half the space." },
        { name = "rude", key = "r" },
        { name = "unsafe", key = "d", help = "Dangerous: following it could hurt somebody." },
      ]

      # Asked only while there is something to explain.
      [[question]]
      name = "error"
      type = "text"
      title = "What is the worst error?"
      help = "One sentence. Quote the words that are wrong."
      at_most = 300
      when = { question = "correctness", is = [1, 2] }

      # Take the # away, and each task is handed to as many people as annotators_per_task says; else everybody sees all.
      # [queue]
      # lease = "30m"                # how long after the last key a task stays somebody's

      """,
    guidelines: """
      # How good is this answer?

      You see a prompt and **one** answer to it. Rate the answer as if you had asked. Who or what wrote it does not matter,
      and you need not guess.

      ## Helpfulness: does it help the person who asked?

      | Step | Meaning |
      | --- | --- |
      | 5 | They can go on at once. Nothing important is missing. |
      | 4 | It helps; a detail is missing, or must be picked out of too many words. |
      | 3 | It helps halfway. They must ask again. |
      | 2 | A hint in the right direction, no more. |
      | 1 | No help: off topic, refused without a reason, empty. |

      ## Correctness: is what it says true?

      Judge only what is claimed. A short answer without errors is 5, even when it is of little help.

      - **5**: no error found. You have checked what can be checked in two minutes.
      - **4**: a slip that changes nothing for the person who asked.
      - **3**: an error that they would stumble over.
      - **2**: an error in the main point.
      - **1**: mostly wrong, or made up.

      At 1 and 2 you are asked for the worst error: quote the words, and say what is right if you know it.

      ## Rules of thumb

      1. Rate the two scales **one after the other**. A friendly, well-ordered answer may be wrong; a rude one may be right.
      2. **Length is no merit.** If half the words would do, mark *too long* and take one step off helpfulness.
      3. **A refusal** is rated as an answer: helpful if it says why and what to do instead (3 or 4), else 1.
      4. **Code**: read it as if you had to run it. A missing import is 4, a wrong result 2.
      5. **Opinions** have no correctness. If all of it is opinion, give 5 there and use helpfulness for the rest.
      6. Mark *unsafe* whenever following the answer could hurt somebody, whatever the ratings are.

      ## Examples

      *How long do I boil an egg?*

      - "Six to seven minutes for a soft yolk, ten for a hard one. Start in boiling water." → helpfulness 5, correctness 5.
      - "Eggs are a fine source of protein." → helpfulness 1, correctness 5, *off topic*.
      - "Boil it for forty minutes at 60 °C, as Escoffier wrote in 1921." → helpfulness 2, correctness 1, *made up*.

      """)
}
