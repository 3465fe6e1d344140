/// All that is somebody's: the tasks that their desk shows.
public struct Assigned: Sendable, Hashable {
  /// Tasks that came back with a comment and wait for an answer, the earliest first.
  public var sentBack: [Int]
  /// Tasks that they have said something about, the one that was saved first first.
  public var touched: [Int]
  /// Tasks that are theirs for a while, in the order in which they were handed out.
  public var leases: [Lease]
  /// The tasks that they hold about which somebody asks what they could answer, and nobody is at it: with the number of
  /// the newest of the questions.
  public var questions: [Int: Int] = [:]

  /// Whether `touched` has all such tasks, and not only those of which something was saved since the last look.
  public var isWhole = true
  /// The number of the last event that it takes into account: the next look begins behind it.
  public var lastEvent = 0

  /// What is somebody's; by default nothing.
  public init(sentBack: [Int] = [], touched: [Int] = [], leases: [Lease] = []) {
    self.sentBack = sentBack
    self.touched = touched
    self.leases = leases
  }
}
