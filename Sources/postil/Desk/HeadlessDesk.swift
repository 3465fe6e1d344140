import Glibc
import PostilCore
import PostilModel
import PostilScreen
import PostilUI

/// The desk without a terminal: keys by their names in, pictures as text out. The same desk, session and commands.
struct HeadlessDesk {
  /// Something that is no key.
  struct UnknownKey: Error, CustomStringConvertible {
    let word: String
    var description: String {
      "\"\(word)\" is no key; keys are written a, C-x, M-x, F2, Enter, Space, PgDn, with blanks between them"
    }
  }

  let driver: any DrivenDesk
  let size: Size

  /// Opens the first task and waits until it is there.
  func start() {
    driver.start()
    settle()
  }

  /// Types a key and waits until all it led to is done. False when it led to leaving.
  func type(_ word: String) throws(UnknownKey) -> Bool {
    guard let key = KeyStroke.key(word) else { throw UnknownKey(word: word) }
    let isLeft = driver.handle(key).contains { if case .quit = $0 { true } else { false } }
    settle()
    return !isLeft
  }

  /// The picture.
  func surface() -> Surface { driver.draw(size) }

  /// Waits until what was asked for is done.
  func settle() {
    driver.settle()
    // Panes tell how far they scroll only once they were drawn.
    _ = driver.draw(size)
    let end = ContinuousClock.now + .seconds(20)
    while driver.awaitsPictures, ContinuousClock.now < end {
      if driver.takeReplies() { _ = driver.draw(size) } else { usleep(1000) }
    }
  }
}
