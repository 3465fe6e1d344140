extension CommandTable {
  /// How pictures are looked at, in projects that have some.
  static let pictures: [CommandDescription] = near + colours

  private static func row(_ command: Command, _ label: String, _ help: String, _ keys: String...) -> CommandDescription
  {
    .init(command, .pictures, label, help, keys: keys, in: [.pictures])
  }

  private static let near: [CommandDescription] = [
    row(.zoomIn, "nearer", "Look at the picture twice as near.", "+"),
    row(.zoomOut, "farther", "Look at the picture from twice as far.", "-"),
    row(.fitPicture, "whole", "Show the whole picture.", "z z", "0"),
    row(.fillPane, "fill", "Let the picture fill its pane, whatever is cut off.", "z w"),
    row(.onePixel, "1 : 1", "Show each pixel of the picture in a column of its own.", "z 1"),
    row(.panLeft, "pan left", "Look further left; with the cursor on the picture, move it.", "C-Left", "z h"),
    row(.panRight, "pan right", "Look further right, or move the cursor.", "C-Right", "z l"),
    row(.panUp, "pan up", "Look further up, or move the cursor.", "C-Up", "z k"),
    row(.panDown, "pan down", "Look further down, or move the cursor.", "C-Down", "z j"),
    row(
      .pictureCursor, "cursor", "Put a cursor on the picture, which tells its place and colour, or take it away.",
      "z x"),
    row(.nextPicture, "next picture", "To the next picture of this task.", "z ."),
    row(.previousPicture, "previous picture", "To the previous picture of this task.", "z ,"),
    row(.nextFrame, "next frame", "The next frame of a moving picture.", "z n"),
    row(.previousFrame, "previous frame", "The previous frame of a moving picture.", "z p"),
    row(
      .contactSheet, "contact sheet",
      "Show the queue as a sheet of small pictures; labels answer the one under the cursor.",
      "z t"),
    row(.wholeScreen, "whole screen", "Give the pictures the whole screen, or take it back.", "Z"),
  ]

  private static let colours: [CommandDescription] = [
    row(.invert, "invert", "Exchange light and dark.", "z i"),
    row(.moreContrast, "contrast up", "More contrast.", "z c"),
    row(.lessContrast, "contrast down", "Less contrast.", "z C"),
    row(.brighter, "brighter", "Brighter.", "z b"),
    row(.darker, "darker", "Darker.", "z B"),
    row(.moreGamma, "gamma up", "Bring the dark parts out.", "z g"),
    row(.lessGamma, "gamma down", "Bring the light parts out.", "z G"),
    row(.equalise, "equalise", "Spread the lightness of what is there over all steps.", "z e"),
    row(.falseColour, "false colour", "Show lightness as a scale of colours.", "z f"),
    row(.nextChannel, "channel", "Show one channel: red, green, blue, lightness; then all again.", "z r"),
    row(.windowLower, "window lower", "Of 16-bit grey: look at darker values.", "z ["),
    row(.windowHigher, "window higher", "Of 16-bit grey: look at lighter values.", "z ]"),
    row(.windowNarrower, "window narrower", "Of 16-bit grey: spread fewer values.", "z {"),
    row(.windowWider, "window wider", "Of 16-bit grey: spread more values.", "z }"),
    row(.plainColours, "as it is", "Show the colours as the file has them.", "z 0"),
  ]
}
