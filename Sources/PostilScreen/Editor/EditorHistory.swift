/// What an editor can take back: groups of changes, each with where the cursor stood before and after.
struct EditorHistory: Sendable {
  /// Where the cursor and the other end of the selection stand.
  struct Place: Sendable, Hashable {
    var cursor: Int
    var anchor: Int?
    var isMark: Bool
  }

  /// One replacement.
  struct Change: Sendable {
    var offset: Int
    var removed: String
    var inserted: String
  }

  /// Changes that are taken back together.
  struct Group: Sendable {
    var changes: [Change]
    var before: Place
    var after: Place
    var kind: Kind
  }

  /// What changes may join in a group.
  enum Kind: Sendable { case typing, deletingBackward, deletingForward, other }

  private(set) var undoable: [Group] = []
  private(set) var redoable: [Group] = []
  private var isOpen = false
  private var bytes = 0

  /// Groups are forgotten, oldest first, when their texts take more bytes than this.
  static let maximumBytes = 32 << 20

  /// Ends the group: what comes next is taken back apart from it.
  mutating func close() { isOpen = false }

  /// Notes a change that was made.
  mutating func note(_ change: Change, kind: Kind, before: Place, after: Place) {
    redoable.removeAll()
    bytes += change.removed.utf8.count + change.inserted.utf8.count
    if !(isOpen && join(change, kind: kind, after: after)) {
      undoable.append(Group(changes: [change], before: before, after: after, kind: kind))
    }
    isOpen = kind != .other
    forget()
  }

  private mutating func join(_ change: Change, kind: Kind, after: Place) -> Bool {
    guard let group = undoable.indices.last, undoable[group].kind == kind else { return false }
    let index = undoable[group].changes.count - 1
    let last = undoable[group].changes[index]
    switch kind {
    case .typing:
      guard change.removed.isEmpty, last.offset + last.inserted.utf8.count == change.offset else { return false }
      undoable[group].changes[index].inserted += change.inserted
    case .deletingBackward:
      guard last.inserted.isEmpty, change.offset + change.removed.utf8.count == last.offset else { return false }
      undoable[group].changes[index].removed = change.removed + last.removed
      undoable[group].changes[index].offset = change.offset
    case .deletingForward:
      guard last.inserted.isEmpty, change.offset == last.offset else { return false }
      undoable[group].changes[index].removed += change.removed
    case .other: return false
    }
    undoable[group].after = after
    return true
  }

  /// Takes the last group off the undo side and puts it on the redo side.
  mutating func popUndo() -> Group? {
    close()
    guard let group = undoable.popLast() else { return nil }
    redoable.append(group)
    return group
  }

  /// Takes the last group off the redo side and puts it on the undo side.
  mutating func popRedo() -> Group? {
    close()
    guard let group = redoable.popLast() else { return nil }
    undoable.append(group)
    return group
  }

  private mutating func forget() {
    guard bytes > Self.maximumBytes else { return }
    var gone = 0
    while bytes > Self.maximumBytes / 2, gone < undoable.count - 1 {
      for change in undoable[gone].changes { bytes -= change.removed.utf8.count + change.inserted.utf8.count }
      gone += 1
    }
    undoable.removeFirst(gone)
  }
}
