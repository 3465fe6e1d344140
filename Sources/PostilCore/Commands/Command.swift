/// Everything that a person can do at a desk, by name. Keys, the palette, the mouse, help, the footer, the README's key
/// table and key scripts all speak of these, and `CommandTable` says the rest about each.
///
/// Label keys are not commands: they belong to the project and are laid over the desk's keymap.
public enum Command: String, Sendable, Hashable, CaseIterable {
  // Judging
  case submit
  case skip
  case flag
  case comment
  case takeSuggestion = "take-suggestion"
  case clearAnswer = "clear-answer"
  case choose
  case undo
  case redo

  // Ranking and rating
  case rank
  case tie
  case rankHigher = "rank-higher"
  case rankLower = "rank-lower"
  case setAside = "set-aside"
  case takeBack = "take-back"
  case raise
  case lower
  case writeNote = "write-note"
  case addEvidence = "add-evidence"
  case supported, refuted
  case notEnough = "not-enough"
  case deleteEvidence = "delete-evidence"

  // Reviewing
  case acceptMajority = "accept-majority"
  case acceptPerson = "accept-person"
  case ownAnswer = "own-answer"
  case mendAnswer = "mend-answer"
  case sendBack = "send-back"
  case askOneMore = "ask-one-more"
  case toggleGold = "gold"
  case errorType = "error-type"
  case toggleChecked = "checked"
  case acceptUnanimous = "accept-unanimous"
  case reopen
  case overview

  // Moving in the focused pane
  case down
  case up
  case pageDown = "page-down"
  case pageUp = "page-up"
  case halfPageDown = "half-page-down"
  case halfPageUp = "half-page-up"
  case top
  case bottom
  case focusLeft = "focus-left"
  case focusRight = "focus-right"
  case nextQuestion = "next-question"
  case previousQuestion = "previous-question"

  // Going places in the queue
  case nextTask = "next-task"
  case previousTask = "previous-task"
  case nextOpen = "next-open"
  case previousOpen = "previous-open"
  case nextReturned = "next-returned"
  case firstTask = "first-task"
  case lastTask = "last-task"
  case goToTask = "go-to-task"
  case goBack = "go-back"
  case filter
  case clearFilter = "clear-filter"
  case sort

  // Finding
  case search
  case nextHit = "next-hit"
  case previousHit = "previous-hit"

  // Looking
  case guidelines
  case outline
  case history
  case toggleQueue = "toggle-queue"
  case nextTheme = "next-theme"
  case toggleMouse = "toggle-mouse"
  case help
  case palette

  // Responses side by side
  case nextCandidate = "next-response"
  case previousCandidate = "previous-response"
  case arrange
  case zoom
  case compareTwo = "compare-two"
  case scrollTogether = "scroll-together"

  // Regions of a picture
  case cursorLeft = "cursor-left"
  case cursorRight = "cursor-right"
  case cursorUp = "cursor-up"
  case cursorDown = "cursor-down"
  case cursorFarLeft = "cursor-far-left"
  case cursorFarRight = "cursor-far-right"
  case cursorFarUp = "cursor-far-up"
  case cursorFarDown = "cursor-far-down"
  case pixelLeft = "pixel-left"
  case pixelRight = "pixel-right"
  case pixelUp = "pixel-up"
  case pixelDown = "pixel-down"
  case placeCorner = "corner"
  case nextShape = "next-shape"
  case nextRegion = "next-region"
  case previousRegion = "previous-region"
  case moveRegion = "move-region"
  case moveEdge = "move-edge"
  case deleteRegion = "delete-region"
  case hideRegion = "hide-region"
  case hideOthers = "hide-others"
  case regionEarlier = "region-earlier"
  case regionLater = "region-later"
  case writeRegion = "write-region"

  // Pictures
  case zoomIn = "zoom-in"
  case zoomOut = "zoom-out"
  case fitPicture = "fit-picture"
  case fillPane = "fill-pane"
  case onePixel = "one-to-one"
  case panLeft = "pan-left"
  case panRight = "pan-right"
  case panUp = "pan-up"
  case panDown = "pan-down"
  case pictureCursor = "picture-cursor"
  case nextPicture = "next-picture"
  case previousPicture = "previous-picture"
  case nextFrame = "next-frame"
  case previousFrame = "previous-frame"
  case wholeScreen = "whole-screen"
  case contactSheet = "contact-sheet"
  case invert
  case moreContrast = "more-contrast"
  case lessContrast = "less-contrast"
  case brighter, darker
  case moreGamma = "more-gamma"
  case lessGamma = "less-gamma"
  case equalise
  case falseColour = "false-colour"
  case nextChannel = "next-channel"
  case windowLower = "window-lower"
  case windowHigher = "window-higher"
  case windowNarrower = "window-narrower"
  case windowWider = "window-wider"
  case plainColours = "plain-colours"

  // The program
  case externalEditor = "external-editor"
  case reload
  case repaint
  case suspend
  case back
  case quit

  // Writing a text: what an editor does, under the names that it has there
  case left, right
  case lineUp = "line-up"
  case lineDown = "line-down"
  case wordLeft = "word-left"
  case wordRight = "word-right"
  case lineStart = "line-start"
  case lineEnd = "line-end"
  case paragraphUp = "paragraph-up"
  case paragraphDown = "paragraph-down"
  case textPageUp = "text-page-up"
  case textPageDown = "text-page-down"
  case textStart = "text-start"
  case textEnd = "text-end"
  case selectLeft = "select-left"
  case selectRight = "select-right"
  case selectUp = "select-up"
  case selectDown = "select-down"
  case selectWordLeft = "select-word-left"
  case selectWordRight = "select-word-right"
  case selectLineStart = "select-line-start"
  case selectLineEnd = "select-line-end"
  case selectTextStart = "select-text-start"
  case selectTextEnd = "select-text-end"
  case setMark = "set-mark"
  case selectAll = "select-all"
  case deselect
  case newline
  case deleteBackward = "delete-backward"
  case deleteForward = "delete-forward"
  case deleteWordBackward = "delete-word-backward"
  case deleteWordForward = "delete-word-forward"
  case killToParagraphEnd = "kill-to-paragraph-end"
  case killSelectionOrWord = "kill-selection-or-word"
  case copy
  case yank
  case yankPop = "yank-pop"
  case nextTurn = "next-turn"
  case previousTurn = "previous-turn"
  case undoTyping = "undo-typing"
  case redoTyping = "redo-typing"
}
