import PostilScreen

/// All that the places of the panes and the lines between them depend on.
struct FramePicture: Sendable, Equatable {
  private let size: Size
  let panes: [Pane: Rectangle]
  private let grid: CandidateGrid?
  private let focused: Pane
  private let theme: StyleSheet
  private let alphabet: Alphabet

  init(layout: DeskLayout, context: DeskContext, focused: Pane) {
    size = layout.size
    panes = layout.panes
    grid = layout.grid
    self.focused = focused
    theme = context.theme
    alphabet = context.alphabet
  }
}
