import PostilCore
import PostilModel
import PostilPictures
import PostilScreen
import PostilUI

/// What a driver needs of a desk's picture and keys, whichever desk it is.
protocol DrivenScreen {
  /// What the desk shows.
  associatedtype Session
  /// What changes it.
  associatedtype Action
  /// What a key leads to.
  associatedtype Step

  var isMouseOn: Bool { get }
  mutating func sync(with session: Session)
  mutating func handle(_ key: Key, session: Session) -> [Step]
  mutating func externalEdit(question: String, text: String?, session: Session) -> [Step]
  mutating func draw(session: Session, size: Size, context: DeskContext) -> Surface

  /// The pictures that the last screen wants decoded, most wanted first.
  var wantedPictures: [PictureRequest] { get }

  /// What the last screen wants read besides.
  mutating func readingStep(session: Session) -> Step?

  /// Tells what changes the session from what concerns the terminal.
  static func meaning(of step: Step) -> DrivenStep<Action>
  /// Whether an action reads again what there is.
  static func reloads(_ action: Action) -> Bool
  /// The action that shows a line.
  static func saying(_ message: SessionMessage) -> Action
}

/// What a step means to a driver.
enum DrivenStep<Action> {
  case act(Action)
  case outside(Intent)
}

extension Desk: DrivenScreen {
  mutating func readingStep(session: Session) -> Intent? { takeReadAround(session: session) }

  static func meaning(of step: Intent) -> DrivenStep<SessionAction> {
    if case .session(let action) = step { .act(action) } else { .outside(step) }
  }

  static func reloads(_ action: SessionAction) -> Bool { if case .reload = action { true } else { false } }

  static func saying(_ message: SessionMessage) -> SessionAction { .say(message) }
}

extension ReviewDesk: DrivenScreen {
  mutating func readingStep(session: ReviewSession) -> ReviewIntent? { nil }

  static func meaning(of step: ReviewIntent) -> DrivenStep<ReviewAction> {
    switch step {
    case .review(let action): .act(action)
    case .outside(let intent): .outside(intent)
    }
  }

  static func reloads(_ action: ReviewAction) -> Bool { if case .reload = action { true } else { false } }

  static func saying(_ message: SessionMessage) -> ReviewAction { .say(message) }
}
