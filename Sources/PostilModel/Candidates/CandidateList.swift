/// The candidates of one task, as a `candidates` field holds them.
public enum CandidateList {
  /// How many responses a task may have: a letter of the alphabet each.
  public static let counts = 2...26

  /// Why a value is no list of candidates.
  public struct Problem: Error, Hashable {
    /// What is wrong, in words that go on after the field's name.
    public var reason: String
  }

  /// The candidates of a value in the order of the record: objects with `text` or `turns`, or plain texts. One without an
  /// id is named by its place, from 1.
  ///
  /// - Throws: why it is none: too few or too many, one without words, two of one id.
  public static func read(_ value: JSONValue) throws(Problem) -> [Candidate] {
    guard let elements = value.array else { throw Problem(reason: "is no list of responses") }
    guard counts.contains(elements.count) else {
      let least = counts.lowerBound
      let wanted = elements.count < least ? "at least \(least)" : "at most \(counts.upperBound)"
      throw Problem(reason: "has \(elements.count) responses, and should have \(wanted)")
    }
    var list: [Candidate] = []
    list.reserveCapacity(elements.count)
    for (place, element) in elements.enumerated() {
      let candidate = try read(element, place: place + 1)
      if list.contains(where: { $0.id == candidate.id }) {
        throw Problem(reason: "has two responses with the id \(JSONValue.string(candidate.id).jsonText)")
      }
      list.append(candidate)
    }
    return list
  }

  private static func read(_ element: JSONValue, place: Int) throws(Problem) -> Candidate {
    if let text = element.string { return Candidate(id: String(place), text: text) }
    guard let object = element.object else {
      throw Problem(reason: "has a response (number \(place)) that is neither a text nor an object")
    }
    var candidate = Candidate(id: String(place), text: "")
    var hasWords = false
    for member in object.members {
      switch member.key {
      case "id":
        guard let id = member.value.string ?? member.value.int.map(String.init), !id.isEmpty else {
          throw Problem(reason: "has a response (number \(place)) whose id is no text")
        }
        candidate.id = id
      case "text" where member.value.string != nil:
        candidate.text = member.value.string ?? ""
        hasWords = true
      case "turns":
        guard let turns = ChatTurn.turns(of: member.value), !turns.isEmpty else {
          throw Problem(reason: "has a response (number \(place)) whose turns are not a list of role and content")
        }
        candidate.turns = turns
        hasWords = true
      default: candidate.metadata.members.append(member)
      }
    }
    guard hasWords else { throw Problem(reason: "has a response (number \(place)) without text or turns") }
    return candidate
  }

  /// The value that `read` reads.
  public static func json(_ candidates: [Candidate]) -> JSONValue { .array(candidates.map(\.json)) }
}
