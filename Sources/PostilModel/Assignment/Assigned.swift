/// All that is somebody's: the tasks that their desk shows.
public struct Assigned: Sendable, Hashable {
  /// Tasks that came back with a comment and wait for an answer, the earliest first.
  public var sentBack: [Int]
  /// Tasks that they have said something about, the one that was saved first first.
  public var touched: [Int]
  /// Tasks that are theirs for a while, in the order in which they were handed out.
  public var leases: [Lease]

  /// What is somebody's; by default nothing.
  public init(sentBack: [Int] = [], touched: [Int] = [], leases: [Lease] = []) {
    self.sentBack = sentBack
    self.touched = touched
    self.leases = leases
  }
}
