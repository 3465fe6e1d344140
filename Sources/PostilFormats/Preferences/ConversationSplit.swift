import PostilModel

/// Parts a conversation into a prompt, which ends in a user's turn, and what answers it.
enum ConversationSplit {
  /// The turns up to the last one of the user, and those after it.
  ///
  /// - Throws: that the user says nothing.
  static func atLastUser(
    _ turns: [SourceTurn], _ key: String
  ) throws(Rejection) -> (prompt: [SourceTurn], rest: [SourceTurn]) {
    guard let last = turns.lastIndex(where: { $0.role == .user }) else {
      throw Rejection(.missingField, "has no turn of the user in \"\(key)\"")
    }
    return (Array(turns[...last]), Array(turns[(last + 1)...]))
  }

  /// What two conversations have in common, up to a turn of the user, and how each goes on.
  ///
  /// - Throws: that they have no such beginning.
  static func commonPrompt(
    _ one: [SourceTurn], _ other: [SourceTurn]
  ) throws(Rejection) -> (prompt: [SourceTurn], one: [SourceTurn], other: [SourceTurn]) {
    let most = min(one.count, other.count) - 1
    var length = 0
    var place = 0
    while place < most, one[place].isSame(as: other[place]) {
      place += 1
      if one[place - 1].role == .user { length = place }
    }
    guard length > 0 else {
      throw Rejection(.missingField, "has a pair without a common beginning that ends in a turn of the user")
    }
    return (Array(one[..<length]), Array(one[length...]), Array(other[length...]))
  }
}
