import PostilCore
import PostilModel

/// What a driver needs of a workspace, whichever session it has.
protocol DrivenWork: AnyObject {
  /// The working state.
  associatedtype Session
  /// What changes it.
  associatedtype Action

  var session: Session { get }
  /// True while what keys are about is on its way.
  var isSettling: Bool { get }
  /// When `wake` is to be called, if nothing else happens; nil when nothing waits.
  var wakesAt: Timestamp? { get }

  func start()
  func perform(_ action: Action)
  func takeReplies() -> Bool
  @discardableResult func settle(seconds: Double) -> Bool
  /// Notes that somebody is at the keys.
  func noteKey()
  func wake()
  func close() -> Leaving
}

extension Workspace: DrivenWork {
  var isSettling: Bool { session.isSettling }
}

extension ReviewWorkspace: DrivenWork {
  var isSettling: Bool { session.isSettling }
  /// What failed is tried again by the reviewer only.
  var wakesAt: Timestamp? { nil }
  func noteKey() {}
  func wake() {}
}
