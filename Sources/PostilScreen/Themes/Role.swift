/// What a piece of the screen is, which a theme gives a look. A theme names roles, never places.
///
/// The name in a theme's file is the case with a dot before each capital and number: `stateDone` is `state.done`.
public enum Role: UInt8, Sendable, Hashable, CaseIterable {
  /// Running text; every role without a colour of its own takes the ones of this role.
  case text
  /// What is secondary.
  case textDim
  /// What is important in running text.
  case textStrong
  /// Signs for control characters and what else must not be drawn; lies over other roles.
  case textControl
  /// Titles of panes, and of the one that has the keyboard.
  case title, titleFocused
  /// Lines between panes.
  case rule
  /// The one accent.
  case accent
  /// The row under the cursor, in the pane with the keyboard and in others; lies over other roles.
  case cursor, cursorInactive
  /// The name of a key, and of one that does nothing now.
  case key, keyDisabled
  /// The wording of a question, its help, and the note that it is optional.
  case question, questionHelp
  /// A choice, the one taken, and the one under the cursor.
  case label, labelChosen, labelCursor
  /// What a model proposes.
  case suggestion
  /// Hits of a search and the current one; lie over other roles.
  case searchHit, searchCurrent
  /// Selected text; lies over other roles.
  case selection
  /// Words that somebody marked as the reason of an answer; lie over other roles.
  case evidence
  /// States of a task.
  case stateOpen, stateDraft, stateDone, stateSkipped, stateFlagged, stateSentback, stateGold
  /// A progress bar and a plot.
  case barFull, barEmpty, plot
  /// The message line.
  case messageInfo, messageWarning, messageError
  /// The status line: in general, saved, waiting to be delivered, and not saved.
  case status, statusSaved, statusWaiting, statusFailed
  /// Popups: text, border, title, and the row under the cursor.
  case popup, popupBorder, popupTitle, popupCursor
  /// A line to type in and its hint.
  case input, inputHint
  /// The editor and text beyond its limit.
  case editor, editorBeyond
  /// Rendered Markdown.
  case heading, tableHead, emphasis, strong, code, link, quote, listMarker
  /// Turns of a chat by who speaks.
  case chatUser, chatAssistant, chatSystem
  /// Names of metadata and their values.
  case metadataName, metadataValue
  /// What a revision added and removed.
  case diffAdded, diffRemoved
  /// Where annotators agree and where they do not.
  case agree, disagree
  /// Annotators side by side.
  case annotator1, annotator2, annotator3, annotator4, annotator5, annotator6, annotator7, annotator8
  /// The head of a candidate, and of one that has its rank.
  case candidateHead, candidateRanked
  /// A region of an image, and the one being edited.
  case region, regionCurrent

  /// The name in themes.
  public var name: String {
    var name = ""
    for character in String(describing: self) {
      if character.isUppercase || character.isNumber { name += "." }
      name += character.lowercased()
    }
    return name
  }

  /// The role of a name in themes.
  public init?(name: String) {
    guard let role = Role.allCases.first(where: { $0.name == name }) else { return nil }
    self = role
  }

  /// The look of an annotator by number from 0; after eight they begin again.
  public static func annotator(_ number: Int) -> Role {
    let all: [Role] = [
      .annotator1, .annotator2, .annotator3, .annotator4, .annotator5, .annotator6, .annotator7, .annotator8,
    ]
    return all[((number % 8) + 8) % 8]
  }
}
