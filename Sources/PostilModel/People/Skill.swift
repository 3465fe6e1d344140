/// A skill at a level: `law:2`. What somebody has, or what a task needs at least.
public struct Skill: Sendable, Hashable, CustomStringConvertible {
  /// The levels that there are.
  public static let levels = 1...9

  /// Its name.
  public var name: String
  /// From 1, the beginner's.
  public var level: Int

  /// A skill.
  public init(name: String, level: Int = 1) {
    self.name = name
    self.level = level
  }

  /// Reads `law:2`, or `law` for level 1; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard let name = parts.first, !name.isEmpty, parts.count <= 2, Names.problem(withName: String(name)) == nil else {
      return nil
    }
    guard parts.count == 2 else {
      self.init(name: String(name))
      return
    }
    guard let level = Int(parts[1]), Self.levels.contains(level) else { return nil }
    self.init(name: String(name), level: level)
  }

  /// `law:2`
  public var description: String { "\(name):\(level)" }
}

extension Sequence where Element == Skill {
  /// Whether somebody with these skills can do what needs one.
  public func meet(_ need: Skill) -> Bool { contains { $0.name == need.name && $0.level >= need.level } }
}
