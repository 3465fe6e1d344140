/// The program's own signs. Each takes one column in every alphabet.
public enum Sign: UInt8, Sendable, Hashable, CaseIterable {
  /// States of a task: `·` `…` `✓` `⤼` `⚑` `↩` `★`.
  case open, draft, done, skipped, flagged, sentBack, gold
  /// An answer to one's own question, `↪`.
  case answered
  /// The row of the cursor, `▸`.
  case cursor
  /// What a model proposes, `◂`.
  case suggestion
  /// Where text was cut, `…`.
  case ellipsis
  /// Choices that exclude each other, `●` and `○`.
  case chosen, notChosen
  /// Choices that do not, `✓` and `·`, meant to stand in brackets.
  case checked, unchecked
  /// There is more above, below, to the left, to the right: `▴` `▾` `◂` `▸`.
  case moreAbove, moreBelow, moreLeft, moreRight
  /// A place to type, `┊`.
  case entry
  /// Parts two pieces of a line, `·`.
  case separator
  /// An item of a list, `•`.
  case bullet
  /// A quotation's left edge, `▏`.
  case quote
  /// Arrows: `←` `→` `↑` `↓`.
  case arrowLeft, arrowRight, arrowUp, arrowDown
  /// A line of code that goes on below, `↵`.
  case wrapped
}
