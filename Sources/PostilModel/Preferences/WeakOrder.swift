/// An order with ties of some candidates, best first, and those that were set aside as not rankable.
///
/// As JSON: `{"ranking": [["b"], ["d", "a"]], "set_aside": [{"id": "c", "reason": "empty"}]}`, here b > d = a. While a tie
/// waits for its other side, `"tying": true` stands there too.
public struct WeakOrder: Sendable, Hashable {
  /// A candidate that cannot be ranked.
  public struct SetAside: Sendable, Hashable {
    /// The candidate's id.
    public var id: String
    /// Why; empty when nobody said.
    public var reason: String

    /// A candidate and why it was set aside.
    public init(id: String, reason: String = "") {
      self.id = id
      self.reason = reason
    }
  }

  /// The ids, best first; those of one inner list are as good as each other. No list is empty, no id is there twice.
  public private(set) var tiers: [[String]] = []
  /// What was set aside, in the order in which it was.
  public private(set) var setAside: [SetAside] = []
  /// True when the next candidate ties with the last one.
  public private(set) var isTying = false

  /// Nothing ranked.
  public init() {}

  /// An order of tiers. Empty tiers and ids that came before are left out.
  public init(tiers: [[String]], setAside: [SetAside] = []) {
    var seen: Set<String> = []
    self.tiers = tiers.map { $0.filter { seen.insert($0).inserted } }.filter { !$0.isEmpty }
    self.setAside = setAside.filter { seen.insert($0.id).inserted }
  }

  /// The ids that have a rank, best first.
  public var ranked: [String] { tiers.flatMap { $0 } }

  /// True when nothing was said.
  public var isEmpty: Bool { tiers.isEmpty && setAside.isEmpty }

  /// The rank of a candidate, 0 for the best; ties share one. Nil when it has none.
  public func rank(of id: String) -> Int? { tiers.firstIndex { $0.contains(id) } }

  /// Whether a candidate was set aside.
  public func isSetAside(_ id: String) -> Bool { setAside.contains { $0.id == id } }

  // MARK: Steps

  /// Ranks a candidate after all others, or level with the last one when a tie waits. One that was ranked or set aside
  /// before comes there from its old place; the last one stays where it is, as it may have been implied.
  public mutating func rankNext(_ id: String) {
    if tiers.last?.last == id {
      isTying = false
      return
    }
    let ties = isTying
    remove(id)
    if ties, !tiers.isEmpty { tiers[tiers.count - 1].append(id) } else { tiers.append([id]) }
    isTying = false
  }

  /// Ranks the one candidate of `ids` that has neither a rank nor was set aside, if there is just one and no tie waits.
  public mutating func rankImplied(of ids: [String]) {
    let rest = ids.filter { rank(of: $0) == nil && !isSetAside($0) }
    guard rest.count == 1, !tiers.isEmpty, !isTying else { return }
    tiers.append(rest)
  }

  /// A tie: while candidates of `ids` are left the next one ties with the last; else the last two tiers become one.
  /// False when there is nothing to tie.
  @discardableResult public mutating func tie(among ids: [String]) -> Bool {
    if isTying {
      isTying = false
      return true
    }
    let isComplete = ids.allSatisfy { rank(of: $0) != nil || isSetAside($0) }
    guard isComplete else {
      isTying = !tiers.isEmpty
      return isTying
    }
    guard tiers.count > 1 else { return false }
    tiers[tiers.count - 2] += tiers.removeLast()
    return true
  }

  /// Moves a candidate one step up (negative) or down: out of a tie beside it, else level with its neighbour.
  /// False when it has no rank or there is no step that way.
  @discardableResult public mutating func move(_ id: String, by step: Int) -> Bool {
    guard let rank = rank(of: id), step != 0 else { return false }
    isTying = false
    if tiers[rank].count > 1 {
      tiers[rank].removeAll { $0 == id }
      tiers.insert([id], at: step < 0 ? rank : rank + 1)
      return true
    }
    let target = step < 0 ? rank - 1 : rank + 1
    guard tiers.indices.contains(target) else { return false }
    tiers.swapAt(rank, target)
    return true
  }

  /// Puts a candidate at a place among the tiers, as a tier of its own.
  public mutating func place(_ id: String, atTier tier: Int) {
    remove(id)
    isTying = false
    tiers.insert([id], at: max(0, min(tiers.count, tier)))
  }

  /// Sets a candidate aside, or says why anew.
  public mutating func setAside(_ id: String, reason: String = "") {
    remove(id)
    isTying = false
    setAside.append(SetAside(id: id, reason: reason))
  }

  /// Takes a candidate's rank or its setting aside back.
  public mutating func remove(_ id: String) {
    for index in tiers.indices { tiers[index].removeAll { $0 == id } }
    tiers.removeAll(where: \.isEmpty)
    setAside.removeAll { $0.id == id }
    if tiers.isEmpty { isTying = false }
  }

  /// Takes the last rank back; with it the one that it implied.
  public mutating func removeLast(among ids: [String]) {
    if isTying {
      isTying = false
      return
    }
    guard let last = tiers.last?.last else { return }
    let wasComplete = ids.allSatisfy { rank(of: $0) != nil || isSetAside($0) }
    remove(last)
    if wasComplete, let other = tiers.last?.last { remove(other) }
  }

  // MARK: JSON

  /// The order as an answer.
  public var json: JSONValue {
    var object = JSONObject([("ranking", .array(tiers.map { .array($0.map { .string($0) }) }))])
    if !setAside.isEmpty {
      object["set_aside"] = .array(
        setAside.map { .object(JSONObject([("id", .string($0.id)), ("reason", .string($0.reason))])) })
    }
    if isTying { object["tying"] = .bool(true) }
    return .object(object)
  }

  /// The order that an answer holds; nil when it holds none, or names a candidate twice.
  public init?(_ answer: JSONValue) {
    guard let object = answer.object, let lists = object["ranking"]?.array else { return nil }
    var seen: Set<String> = []
    for list in lists {
      let ids = list.array?.compactMap(\.string) ?? []
      guard !ids.isEmpty, ids.count == list.array?.count, ids.allSatisfy({ seen.insert($0).inserted }) else {
        return nil
      }
      tiers.append(ids)
    }
    for element in object["set_aside"]?.array ?? [] {
      guard let id = element.object?["id"]?.string, seen.insert(id).inserted else { return nil }
      setAside.append(SetAside(id: id, reason: element.object?["reason"]?.string ?? ""))
    }
    isTying = object["tying"]?.bool == true && !tiers.isEmpty
  }

  /// `b > d = a`, by whatever names candidates have.
  public func text(_ name: (String) -> String) -> String {
    var text = tiers.map { $0.map(name).joined(separator: " = ") }.joined(separator: " > ")
    if isTying { text += " =" }
    return text
  }
}
