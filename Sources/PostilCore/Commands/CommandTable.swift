/// The table of all commands. Keys, palette, mouse, help, footer, the README and tests read this and nothing else.
public enum CommandTable {
  /// Every command once, in the order in which help shows them.
  public static let all: [CommandDescription] =
    judging + answering + moving + going + finding + looking + reviewing + comparing + pictures + regions + program
    + writing

  /// The row of a command.
  public static func description(of command: Command) -> CommandDescription {
    guard let row = byCommand[command] else { preconditionFailure("the command table lacks \(command.rawValue)") }
    return row
  }

  private static let byCommand = Dictionary(uniqueKeysWithValues: all.map { ($0.command, $0) })

  private static let judging: [CommandDescription] = [
    .init(.submit, .judging, "submit", "Submit the answers and go on.", keys: ["Enter", "C-s"], in: [.desk, .text]),
    .init(.choose, .judging, "choose", "Choose what the cursor is on in the questions.", keys: ["x"]),
    .init(
      .takeSuggestion, .judging, "take suggestion", "Take the suggestion for the focused question as your answer.",
      keys: ["="]),
    .init(.skip, .judging, "skip", "Skip this task, with a reason if you like. Skipped is not done.", keys: ["s"]),
    .init(.flag, .judging, "not sure", "Mark or unmark this task as not sure, or ask somebody who can.", keys: ["f"]),
    .init(.comment, .judging, "comment", "Write a comment on this task for the lead.", keys: ["c"]),
    .init(.clearAnswer, .judging, "clear answer", "Take your answer to the focused question away.", keys: ["g x"]),
    .init(
      .undo, .judging, "undo", "Undo the last change, on whatever task it was.", keys: ["u"], in: [.desk, .review]),
    .init(.redo, .judging, "redo", "Do again what was undone.", keys: ["C-r"], in: [.desk, .review]),
  ]

  private static let moving: [CommandDescription] = [
    .init(.down, .moving, "down", "One down in the focused pane.", keys: ["j", "Down"], in: [.desk, .popup, .review]),
    .init(.up, .moving, "up", "One up in the focused pane.", keys: ["k", "Up"], in: [.desk, .popup, .review]),
    .init(
      .pageDown, .moving, "page down", "Scroll the text a page down.", keys: ["Space", "PgDn", "C-f"],
      in: [.desk, .popup, .review]),
    .init(
      .pageUp, .moving, "page up", "Scroll the text a page up.", keys: ["PgUp", "C-b"], in: [.desk, .popup, .review]),
    .init(
      .halfPageDown, .moving, "half down", "Scroll the text half a page down.", keys: ["C-d"],
      in: [.desk, .popup, .review]),
    .init(
      .halfPageUp, .moving, "half up", "Scroll the text half a page up.", keys: ["C-u"], in: [.desk, .popup, .review]),
    .init(.top, .moving, "top", "To the beginning of the text.", keys: ["Home"], in: [.desk, .popup, .review]),
    .init(.bottom, .moving, "bottom", "To the end of the text.", keys: ["End"], in: [.desk, .popup, .review]),
    .init(.focusLeft, .moving, "pane left", "Focus the pane to the left.", keys: ["h", "Left"], in: [.desk, .review]),
    .init(
      .focusRight, .moving, "pane right", "Focus the pane to the right.", keys: ["l", "Right"], in: [.desk, .review]),
    .init(.nextQuestion, .moving, "next question", "To the next question.", keys: ["Tab"], in: [.desk, .text]),
    .init(
      .previousQuestion, .moving, "previous question", "To the previous question.", keys: ["BTab"],
      in: [.desk, .text]),
  ]

  private static let going: [CommandDescription] = [
    .init(.nextTask, .going, "next task", "To the next task in the queue.", keys: ["]", "C-n"], in: [.desk, .review]),
    .init(
      .previousTask, .going, "previous task", "To the previous task in the queue.", keys: ["[", "C-p"],
      in: [.desk, .review]),
    .init(.nextOpen, .going, "next open", "To what came back, or to the next open task.", keys: ["g n", "}"]),
    .init(
      .previousOpen, .going, "previous open", "To the last task before this one without an answer.", keys: ["g p", "{"]),
    .init(.nextReturned, .going, "next sent back", "To the next task that came back with a comment.", keys: ["g b"]),
    .init(.firstTask, .going, "first task", "To the first task of the queue.", keys: ["g g"], in: [.desk, .review]),
    .init(.lastTask, .going, "last task", "To the last task of the queue.", keys: ["G"], in: [.desk, .review]),
    .init(
      .goToTask, .going, "go to task", "Go to a task by its number or id.", keys: ["g t", "#"], in: [.desk, .review]),
    .init(.goBack, .going, "go back", "Back to the task where you were before.", keys: ["g l", "C-o"]),
    .init(
      .filter, .going, "filter", "Choose which tasks the queue shows: state:skipped label:negative refund.",
      keys: ["g f"], or: [.review: ["f", "g f"]], in: [.desk, .review]),
    .init(
      .clearFilter, .going, "all tasks", "Show all tasks in the queue again.", keys: ["g a"], in: [.desk, .review]),
    .init(.sort, .going, "sort", "Choose the order of the queue.", keys: ["g s"]),
  ]

  private static let finding: [CommandDescription] = [
    .init(.search, .finding, "search", "Search in the text before you.", keys: ["/"], in: [.desk, .popup, .review]),
    .init(
      .nextHit, .finding, "next hit", "To the next hit, while a search is on.", keys: ["n"],
      in: [.desk, .popup, .review]),
    .init(
      .previousHit, .finding, "previous hit", "To the previous hit, while a search is on.", keys: ["N"],
      in: [.desk, .popup, .review]),
  ]

  private static let looking: [CommandDescription] = [
    .init(
      .guidelines, .looking, "guidelines", "Open or close the guidelines beside the task.", keys: ["g i", "F2"],
      in: [.desk, .review]),
    .init(.outline, .looking, "headings", "Go to a heading of the guidelines.", keys: ["g o"], in: [.desk, .review]),
    .init(.history, .looking, "history", "Who did what to this task, and when.", keys: ["g h"], in: [.desk, .review]),
    .init(.toggleQueue, .looking, "queue", "Show or hide the queue.", keys: ["g q"]),
    .init(.nextTheme, .looking, "theme", "Choose the theme.", keys: ["g c"], in: [.desk, .review]),
    .init(.toggleMouse, .looking, "mouse", "Turn the mouse on or off.", keys: ["g m"], in: [.desk, .review]),
    .init(
      .help, .looking, "all keys", "All keys of this place.", keys: ["?", "F1"], in: [.desk, .text, .popup, .review]),
    .init(
      .palette, .looking, "commands", "Find a command by its name.", keys: [":", "M-x"],
      in: [.desk, .text, .popup, .review]),
  ]

  private static let comparing: [CommandDescription] = [
    .init(.nextCandidate, .comparing, "next response", "To the next response.", keys: ["."]),
    .init(.previousCandidate, .comparing, "previous response", "To the previous response.", keys: [","]),
    .init(
      .arrange, .comparing, "arrange", "Show the responses side by side, one below the other, or one at a time.",
      keys: ["V"]),
    .init(.zoom, .comparing, "zoom", "Give one response the whole screen, or take it back.", keys: ["Z"]),
    .init(
      .compareTwo, .comparing, "compare two",
      "Choose this response; on a second one, show both side by side with what differs marked.", keys: ["W"]),
    .init(
      .scrollTogether, .comparing, "scroll together", "Scroll all responses together, or each by itself.", keys: ["T"]),
  ]

  private static let program: [CommandDescription] = [
    .init(
      .externalEditor, .program, "editor", "Write the text answer in $VISUAL or $EDITOR.", keys: ["C-x e"],
      in: [.desk, .text]),
    .init(.reload, .program, "reload", "Read the queue again from the project.", keys: ["g r"], in: [.desk, .review]),
    .init(
      .repaint, .program, "repaint", "Draw the whole screen again.", keys: ["C-l"],
      in: [.desk, .text, .prompt, .popup, .review]),
    .init(
      .suspend, .program, "suspend", "Go back to the shell; fg brings you back.", keys: ["C-z"],
      in: [.desk, .text, .prompt, .popup, .review]),
    .init(
      .back, .program, "back", "Close what is open; at the desk, leave. All is saved.", keys: ["q"],
      in: [.desk, .popup, .review]),
    .init(
      .quit, .program, "leave", "Leave Postil. All is saved.", keys: ["C-c"],
      in: [.desk, .text, .prompt, .popup, .review]),
  ]
}
