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

  // The program
  case externalEditor = "external-editor"
  case reload
  case repaint
  case suspend
  case back
  case quit
}
