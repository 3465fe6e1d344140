import PostilCore
import PostilScreen

/// A part of the picture that can be clicked. Later ones lie over earlier ones.
struct ClickTarget: Sendable, Hashable {
  /// What a click there does.
  enum Action: Sendable, Hashable {
    case pane(Pane)
    case task(rank: Int)
    /// A candidate by its place on the screen, from 0.
    case candidate(Int)
    case question(String)
    case choice(question: String, choice: Int)
    case text(question: String)
    /// A response's row in a ranking: its place from 0, and the rank that one dropped there gets.
    case ranked(question: String, candidate: Int, tier: Int?)
    case command(Command)
    case popup
    case popupRow(Int)
  }

  var area: Rectangle
  var action: Action
}
