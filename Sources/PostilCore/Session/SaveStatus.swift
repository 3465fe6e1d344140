/// Where the annotator's work is: what stands at the top right of the screen.
public enum SaveStatus: Sendable, Hashable {
  /// All is in the project; the number of the latest save there.
  case saved(Int)
  /// A save is on its way to the project; it is in the local session file already.
  case saving
  /// Saves wait in the local session file because the project cannot be written: how many, and why.
  case waiting(count: Int, reason: String)
  /// The local session file cannot be written: drafts are only in memory, for this reason.
  case unsafe(reason: String)
}
