extension ProjectTemplate {
  /// What a picture shows: one class each, a key a picture.
  static let pictureCheck = ProjectTemplate(
    name: "picture-check", summary: "what a picture shows: one class each, a key a picture",
    configuration: """
      # What Postil shows and asks. Texts after # are remarks. `postil doctor` checks this file.

      [project]
      name = NAME
      guidelines = "guidelines.md"   # opens beside the task with g i
      annotators_per_task = 1        # how many people judge each picture
      advance = "auto"               # the key that answers saves and goes on

      # The name of a picture's file: beside this file, absolute, or beside the file that is imported.
      # `postil import FOLDER` takes the pictures of a folder, and folders by class with their classes as suggestions.
      [[field]]
      name = "image"
      type = "image"

      # z t shows the queue as a sheet of small pictures: the same keys answer the one under the cursor.
      # Keys that commands have (s skip, f not sure, c comment, u undo, q back, g … go, h j k l) cannot be label keys.
      [[question]]
      name = "class"
      type = "label"
      title = "What does it show?"
      labels = [
        { name = "crack", key = "r", help = "A line in the surface, however thin." },
        { name = "dent", key = "d", help = "The surface is pressed in and not broken." },
        { name = "stain", key = "t", help = "Only the colour differs." },
        { name = "fine", key = "n", help = "None of these." },
      ]

      """,
    guidelines: """
      # What does it show?

      Each picture has one label: the gravest of what is seen. A crack is graver than a dent, a dent graver than a stain.

      | Label | Choose it for | Not for |
      | --- | --- | --- |
      | crack | a line in the surface, however thin | a scratch that leaves the surface whole (stain) |
      | dent | pressed in, shadow on one side | a shadow from outside the part (fine) |
      | stain | another colour on a whole surface | dust that lies on it (fine) |
      | fine | none of these | a picture too dark to judge: skip it (`s`) |

      ## Looking closer

      `+` and `-` go nearer and farther, `z e` spreads what is dark, `z x` tells the colour of a pixel. A picture that cannot be
      judged is skipped, not guessed at.

      ## Many at once

      `z t` shows the queue as a sheet. Go over it with the arrows; each label key answers and goes on. Look at a single
      picture (Enter) whenever the small one leaves a doubt.

      """)
}
