import Glibc
import PostilModel

/// What a task's metadata says to the one who hands tasks out.
struct TaskTraits {
  /// The number of its quota, from 1; 0 for what quotas leave.
  var quota = 0
  /// What it needs; nil for nothing.
  var need: Skill?
  /// Its priority; nil when it has none.
  var priority: Double?
}

/// Reads metadata for a plan. Texts without a key that matters are not parsed.
struct TaskTraitsReader {
  private let plan: AssignmentPlan
  private let keys: [[UInt8]]
  private let json = StoredJSON()

  init(_ plan: AssignmentPlan) {
    self.plan = plan
    let names = ["needs"] + (plan.order == .priority ? ["priority"] : []) + plan.quotas.map(\.key)
    // A backslash: a key may be written with escapes.
    keys = names.map { Array(JSONValue.string($0).jsonText.utf8) } + [[UInt8(ascii: "\\")]]
  }

  /// What some metadata says.
  func traits(_ metadata: UnsafeRawBufferPointer) throws(StoreError) -> TaskTraits {
    var traits = TaskTraits(need: plan.needs)
    guard metadata.count > 2, keys.contains(where: { Self.contains(metadata, $0) }) else { return traits }
    let object = try json.object(metadata)
    if let needs = object["needs"], needs != .null { traits.need = needs.string.flatMap { Skill($0) } }
    if plan.order == .priority, let priority = object["priority"]?.double, priority.isFinite {
      traits.priority = priority
    }
    let quota = plan.quotas.firstIndex { quota in
      guard let value = object[quota.key] else { return false }
      return AnswerRows.values(of: value).contains(AnswerRows.cut(quota.value))
    }
    traits.quota = quota.map { $0 + 1 } ?? 0
    return traits
  }

  /// What stands in the key `needs` of some metadata that is no skill; nil when all is well.
  static func badNeed(_ metadata: JSONObject) -> String? {
    guard let needs = metadata["needs"], needs != .null, needs != .string("") else { return nil }
    guard let text = needs.string else { return needs.jsonText }
    return Skill(text) == nil ? text : nil
  }

  private static func contains(_ text: UnsafeRawBufferPointer, _ part: [UInt8]) -> Bool {
    guard var place = text.baseAddress, let first = part.first else { return false }
    let end = place + text.count
    while let hit = memchr(place, Int32(first), end - place) {
      guard end - UnsafeRawPointer(hit) >= part.count else { return false }
      if memcmp(hit, part, part.count) == 0 { return true }
      place = UnsafeRawPointer(hit) + 1
    }
    return false
  }
}
