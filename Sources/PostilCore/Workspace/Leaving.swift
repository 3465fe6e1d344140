/// What is to be told when a desk is left, because not all of it ended as it should.
public struct Leaving: Sendable, Hashable {
  /// Why the last changes are not even in the session file; nil when they are.
  public var unsafeReason: String?
  /// How many saves wait in the session file for the project.
  public var waiting = 0
  /// Why they wait; empty when none does.
  public var waitingReason = ""
  /// Why the session file's log was not folded into the file; nil when it was. Nothing is lost by it.
  public var foldingProblem: String?

  /// All is well.
  public init() {}

  /// A line for each thing that is to be told: what, why, and what becomes of it.
  public var lines: [String] {
    var lines: [String] = []
    if let unsafeReason { lines.append("the last changes at the desk could not be saved: \(unsafeReason)") }
    if waiting > 0 {
      let saves = waiting == 1 ? "1 save waits" : "\(waiting) saves wait"
      let them = waiting == 1 ? "It is" : "They are"
      lines.append("\(saves) on this machine: \(waitingReason). \(them) delivered when you open the desk again.")
    }
    if let foldingProblem {
      lines.append(
        "the session file could not be tidied: \(foldingProblem). Nothing is lost; the next start tries again.")
    }
    return lines
  }
}
