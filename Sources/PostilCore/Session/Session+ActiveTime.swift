import PostilModel
import PostilStore

/// Active time and keys that no save has taken with it yet, kept beside the drafts so that they outlive a restart.
extension Session {
  /// A pause longer than this is none of the active time, not even its first minute, in milliseconds.
  static let longestPause: Int64 = 60_000
  /// How much active time may be lost with the program, in milliseconds: writing it at each key would cost each key.
  private static let looseTime = 10_000

  /// Counts the time since the last action, and keeps it now and then while there is a draft.
  mutating func noteActivity(at now: Timestamp) -> [SessionEffect] {
    guard let last = current?.lastActivity else { return [] }
    let gap = now.milliseconds - last.milliseconds
    if gap > 0, gap <= Self.longestPause { current?.activeMilliseconds += Int(gap) }
    current?.lastActivity = now
    return keepActiveTime(beyond: Self.looseTime)
  }

  /// Keeps the active time of the current task's draft when it has grown by more than a bound.
  mutating func keepActiveTime(beyond bound: Int = 0) -> [SessionEffect] {
    guard let current, current.draft != nil else { return [] }
    let key = Self.activeTimeKey(current.number)
    guard current.activeMilliseconds - (remembered[key]?.int ?? 0) > bound else { return [] }
    let time = JSONValue.integer(Int64(current.activeMilliseconds))
    let keys = JSONValue.integer(Int64(current.keysPressed))
    remembered[key] = time
    remembered[Self.keysKey(current.number)] = keys
    return [.write([.place(key: key, value: time), .place(key: Self.keysKey(current.number), value: keys)])]
  }

  /// The active time that was kept of a task, in milliseconds.
  func keptActiveTime(of task: Int) -> Int { remembered[Self.activeTimeKey(task)]?.int ?? 0 }

  /// The keys that were kept of a task.
  func keptKeys(of task: Int) -> Int { remembered[Self.keysKey(task)]?.int ?? 0 }

  /// Forgets what was kept: a save has taken it with it.
  mutating func forgetActiveTime(of task: Int) -> [SessionWrite] {
    [Self.activeTimeKey(task), Self.keysKey(task)].compactMap { key in
      remembered.removeValue(forKey: key) == nil ? nil : .place(key: key, value: nil)
    }
  }

  private static func activeTimeKey(_ task: Int) -> String { "active \(task)" }
  private static func keysKey(_ task: Int) -> String { "keys \(task)" }
}
