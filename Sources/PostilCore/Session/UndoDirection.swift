/// Which way through the undo log.
public enum UndoDirection: Sendable, Hashable {
  case back
  case forward
}
