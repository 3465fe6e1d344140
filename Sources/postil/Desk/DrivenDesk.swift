import PostilCore
import PostilModel
import PostilPictures
import PostilScreen
import PostilUI

/// What the loop in a terminal needs of a desk, whichever it is.
protocol DrivenDesk: AnyObject {
  /// True while what keys are about is on its way: they wait, so that nothing is judged unseen.
  var isSettling: Bool { get }
  /// When `retry` is to be called, if nothing else happens; nil when nothing waits.
  var retryAt: Timestamp? { get }

  /// Whether the terminal should report the mouse.
  var isMouseOn: Bool { get }

  /// Opens the first task.
  func start()

  /// Takes what has come back from the project. Returns true when there was something.
  func takeReplies() -> Bool

  /// Waits until nothing is under way.
  func settle()

  /// Whether the last screen waits for a picture that it shows or soon will.
  var awaitsPictures: Bool { get }

  /// Takes note of the shape of the terminal's cells, which changes with its font; nil where it does not tell.
  func setCell(_ cell: CellShape?)

  /// Takes a key. Returns what is left to do outside: for the terminal, in order.
  func handle(_ key: Key) -> [Intent]

  /// Takes back what an external editor wrote; nil when nothing shall change.
  func finishEdit(question: String, text: String?) -> [Intent]

  /// Tries again what could not be done before.
  func retry()

  /// Shows a line.
  func say(_ words: String)

  /// The picture for a screen.
  func draw(_ size: Size) -> Surface

  /// Ends what is open. Returns what is to be told once the screen is closed.
  func close() -> Leaving
}
