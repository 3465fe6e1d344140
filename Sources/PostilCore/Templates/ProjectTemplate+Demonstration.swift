extension ProjectTemplate {
  /// The answer one wishes for.
  static let demonstration = ProjectTemplate(
    name: "demonstration", summary: "write the answer that a model should give: supervised fine-tuning",
    configuration: """
      # What Postil shows and asks. Texts after # are remarks. `postil doctor` checks this file.

      [project]
      name = NAME
      guidelines = "guidelines.md"   # opens beside the task with g i

      # A list of turns, [{"role": "user", "content": "…"}], or a plain text.
      [[field]]
      name = "prompt"
      type = "chat"
      title = "Prompt"

      # Enter writes, Esc ends writing, C-s submits. C-x e opens your own editor. With turns = true a conversation
      # goes on from the prompt, as assistant and as user in turn; begins = "user" starts one of its own.
      [[question]]
      name = "response"
      type = "text"
      title = "The answer that you would like to read"
      at_least = 1
      at_most = 20000
      rows = 12

      [[question]]
      name = "sources"
      type = "text"
      title = "Where did you look things up?"
      help = "A link or a title a line. Nothing if you knew it."
      required = false
      rows = 2

      """,
    guidelines: """
      # Writing the answer one wishes for

      You see what somebody asked. Write the answer that you would be glad to get: a model will learn to answer like this.

      ## A good answer

      - **answers the question that was asked**, first and in plain words. What else is worth knowing comes after it, briefly.
      - **is true.** Look up what you are not sure of, and name the source below. What cannot be known is said to be unknown.
      - **is as long as it must be.** A yes or no question may be answered in one sentence.
      - **keeps its shape**: steps are a numbered list, code stands between lines of ```, a table only where there is one.
      - **speaks the language of the question**, in the tone of a friendly expert: no flattery, no "Great question!".

      ## What not to do

      1. Do not copy: not from the web, not from a chat program. Your own words, even when they are simpler.
      2. Do not answer what is harmful. Write the refusal that you would wish for: short, with the reason, and with what one can
         do instead.
      3. Do not mention that you are an annotator, or that this is a task.
      4. Do not guess at pictures, files or links that you cannot see. Say that you cannot see them.

      ## Before you submit

      Read it once as the person who asked. Could they go on at once? If not, what is missing? Skip tasks in fields that you do
      not know, and say so as the reason.

      ## Example

      *My basil dies every winter. Why?*

      > Mostly for want of light. Basil needs about six hours of sun, and a windowsill in December gives two. Put it in the
      > brightest south window or under a small plant lamp, keep it above 15 °C and away from cold panes, and water only when
      > the top of the soil is dry: in the cold, wet roots rot.

      """)
}
