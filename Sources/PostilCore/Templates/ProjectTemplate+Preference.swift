extension ProjectTemplate {
  /// Several responses to one prompt, from best to worst.
  static let preference = ProjectTemplate(
    name: "preference", summary: "rank several responses to one prompt: reward models, DPO",
    configuration: """
      # What Postil shows and asks. Texts after # are remarks. `postil doctor` checks this file.

      [project]
      name = NAME
      guidelines = "guidelines.md"   # opens beside the task with g i
      annotators_per_task = 2        # two people rank each task, so that you can see how far they agree
                                     # (hand tasks out with [queue], at the end of this file)
      blind = false                  # true: models, costs and the like stay hidden even after the submit

      # A list of turns, [{"role": "user", "content": "…"}], or a plain text.
      [[field]]
      name = "prompt"
      type = "chat"
      title = "Prompt"

      # 2 to 26 responses: [{"id": "a", "text": "…"}, …] or plain texts. Every other key (model, temperature, cost) is hidden
      # until the task is submitted. Each annotator sees them in an order of their own; shuffle = false keeps the record's.
      [[field]]
      name = "responses"
      type = "candidates"

      # 2 4 1 ranks: the best first, the last is implied. = ties with the one before, x sets aside. top = 3 asks for the
      # best three only; ties = false and set_aside = false forbid these.
      [[question]]
      name = "order"
      type = "ranking"
      title = "Which response is best, which next?"

      # Remarks on the response under the cursor, where there is something to remark.
      [[question]]
      name = "remarks"
      type = "remarks"
      title = "Is something wrong with this response?"
      required = false
      labels = [
        { name = "spam", key = "p" },
        { name = "unsafe", key = "d", help = "Dangerous: following it could hurt somebody." },
        { name = "wrong language", key = "o" },
        { name = "refuses", key = "r", help = "It will not answer, whether or not that is right." },
        { name = "factual error", key = "e" },
      ]
      note = true
      evidence = true                # quote a claim, name a source, say whether it holds

      # Take the # away, and each task is handed to as many people as annotators_per_task says; else everybody sees all.
      # [queue]
      # lease = "30m"                # how long after the last key a task stays somebody's

      """,
    guidelines: """
      # Which response is best?

      You see a prompt and several responses to it. Put them into an order: the one that you would like to have got first.
      Who or what wrote them does not matter, and you need not guess.

      ## What counts, in this order

      1. **Does it do what was asked?** All of it, and nothing that was not asked.
      2. **Is it true?** Check what can be checked in two minutes. Write down a false claim under the remarks, with your source.
      3. **Does it hurt nobody?** A response that helps to do harm comes last, however well it is written.
      4. **Is it easy to read?** Well ordered, no longer than it must be.

      ## Rules of thumb

      - **Read all of them to the end** before you rank the first. The order on your screen is chance.
      - **Length is no merit.** The number of words stands in each head so that you notice when it sways you.
      - **Tie** what is as good as each other. A tie is a judgement too; do not use it to save time.
      - **Set aside** what cannot be ranked: empty, cut off, in a language that you do not read. Say why in a few words.
      - **Two bad ones** still have an order. Set them aside only if neither is a response at all.
      - **A refusal** is good where the request is harmful, and poor where it is not.

      ## Examples

      *How long do I boil an egg?*

      1. "Six to seven minutes for a soft yolk, ten for a hard one. Start in boiling water."
      2. "About ten minutes."
      3. "Eggs are a fine source of protein. They hold all nine essential amino acids, and …" — true, and no answer.

      Here the order is 1 > 2 > 3. If the second said "about an hour", it would be 1 > 3 > 2: wrong is worse than idle.

      """)
}
