extension CommandTable {
  /// How regions of a picture are drawn and mended, at a question for boxes.
  static let regions: [CommandDescription] = cursor + changing

  private static func row(_ command: Command, _ label: String, _ help: String, _ keys: String...) -> CommandDescription
  {
    .init(command, .regions, label, help, keys: keys, in: [.boxes])
  }

  private static let cursor: [CommandDescription] = [
    row(.cursorLeft, "left", "The cursor in the picture, or what is moved, a cell left.", "Left", "h"),
    row(.cursorRight, "right", "A cell right.", "Right", "l"),
    row(.cursorUp, "up", "A cell up.", "Up", "k"),
    row(.cursorDown, "down", "A cell down.", "Down", "j"),
    row(.cursorFarLeft, "ten left", "Ten cells left.", "S-Left", "H"),
    row(.cursorFarRight, "ten right", "Ten cells right.", "S-Right", "L"),
    row(.cursorFarUp, "ten up", "Ten cells up.", "S-Up", "K"),
    row(.cursorFarDown, "ten down", "Ten cells down.", "S-Down", "J"),
    row(.pixelLeft, "pixel left", "One pixel left.", "M-h"),
    row(.pixelRight, "pixel right", "One pixel right.", "M-l"),
    row(.pixelUp, "pixel up", "One pixel up.", "M-k"),
    row(.pixelDown, "pixel down", "One pixel down.", "M-j"),
  ]

  private static let changing: [CommandDescription] = [
    row(.placeCorner, "corner", "Put a corner at the cursor; the second one ends a box, Enter a line.", "Space"),
    row(.nextShape, "shape", "Draw another shape: box, polygon, line or point.", "S"),
    row(.nextRegion, "next region", "To the next region, proposed ones last.", "."),
    row(.previousRegion, "previous region", "To the previous region.", ","),
    row(.moveRegion, "move", "Move the region with the cursor's keys; once more ends it.", "m"),
    row(.moveEdge, "edge", "Move one side with the cursor's keys: left, top, right, bottom in turn.", "e"),
    row(.deleteRegion, "delete", "Delete the region, or reject the one that is proposed.", "Backspace", "Del"),
    row(.hideRegion, "hide", "Hide the region, or show it.", "v"),
    row(.hideOthers, "hide others", "Hide all other regions, or show all.", "V"),
    row(.regionEarlier, "earlier", "Move the region up in the list.", "g k"),
    row(.regionLater, "later", "Move the region down in the list.", "g j"),
    row(.writeRegion, "text", "Write about the region.", "M"),
  ]
}
