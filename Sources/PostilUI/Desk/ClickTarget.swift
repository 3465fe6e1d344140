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
    case text(question: String, part: String = "")
    /// A cell of a grid of ratings, by places from 0.
    case cell(question: String, candidate: Int, aspect: Int)
    /// A row of a question that is neither a choice nor a text, by its place from 0.
    case row(question: String, row: Int)
    /// A response's row in a ranking: its place from 0, and the rank that one dropped there gets.
    case ranked(question: String, candidate: Int, tier: Int?)
    /// A label or an attribute of regions, by its place from 0.
    case regionChoice(String, Int)
    /// A picture of the task, by its place.
    case picture(Int)
    case command(Command)
    /// A pane of the review desk.
    case reviewPane(ReviewPane)
    /// What somebody answered, at the review desk: the question's place and the person's.
    case answer(row: Int, person: Int)
    case popup
    case popupRow(Int)
  }

  var area: Rectangle
  var action: Action
}
