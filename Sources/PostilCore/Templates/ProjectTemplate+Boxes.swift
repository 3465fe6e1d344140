extension ProjectTemplate {
  /// Things in pictures: where each is, and what it is.
  static let boxes = ProjectTemplate(
    name: "boxes", summary: "things in pictures: where each is, and what it is",
    configuration: """
      # What Postil shows and asks. Texts after # are remarks. `postil doctor` checks this file.

      [project]
      name = NAME
      guidelines = "guidelines.md"   # opens beside the task with g i
      annotators_per_task = 1        # how many people mark each picture

      # The name of a picture's file: beside this file, absolute, or beside the file that is imported.
      # `postil import FOLDER` takes the pictures of a folder; COCO, VOC, YOLO and others are known by their content.
      [[field]]
      name = "image"
      type = "image"

      # Space puts a corner, the next Space the opposite one; or drag with the mouse. = takes what a model proposes.
      # Keys that commands have (s skip, f not sure, c comment, u undo, m move, e edge, h j k l …) cannot be label keys.
      [[question]]
      name = "cells"
      type = "boxes"
      title = "Mark every cell"
      shapes = ["box"]               # and "polygon", "line", "point"; S goes from one to the next
      labels = [
        { name = "red", key = "r", title = "red cell" },
        { name = "white", key = "w", title = "white cell" },
        { name = "platelet", key = "p" },
      ]
      # min = 1                      # where every picture has something to mark
      # text = true                  # M writes about a region
      attributes = [
        { name = "cut", key = "t", title = "cut off by the edge" },
      ]

      """,
    guidelines: """
      # Mark every cell

      One box around each cell, as tight as it goes: all of the cell is in it, and nothing can be taken away on any side.

      ## What is what

      | Label | What it looks like |
      | --- | --- |
      | red cell | pale red, round, often with a light middle, no nucleus |
      | white cell | larger, with a dark nucleus of one or several lobes |
      | platelet | much smaller than a red cell, dark, without a clear edge |

      ## Edge cases

      - **Cut off by the edge of the picture**: mark what is seen, and press `t` for *cut off by the edge*. Less than a quarter
        of a cell is left out.
      - **Overlapping cells**: each has its own box, also where they lie on each other. Guess the hidden edge.
      - **A clump that nobody can take apart**: leave it out, and say so in a comment (`c`).
      - **Nothing to mark**: submit with Enter, and once more when you are asked.

      ## What the model proposes

      Broken lines are proposals. `.` goes to the next one, `=` takes it, `Backspace` rejects it, `m` and `e` mend it. With none
      chosen, `=` takes all: look at all of them first. The model misses small cells and marks shadows.

      """)
}
