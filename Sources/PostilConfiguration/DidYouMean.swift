/// Finds the word that somebody most likely meant.
public enum DidYouMean {
  /// The nearest of the right words, or nil when none is near enough to be worth naming.
  ///
  /// A word is near when it differs in letter case only, when few letters must be changed, dropped, added or swapped
  /// with their neighbour (one in words of up to three letters, two up to seven, three beyond), or when it is the only
  /// one that begins with what was written.
  public static func nearest(to wrong: String, among words: [String]) -> String? {
    let wanted = Array(wrong.lowercased().unicodeScalars)
    guard !wanted.isEmpty else { return nil }
    let limit = wanted.count <= 3 ? 1 : wanted.count <= 7 ? 2 : 3
    var best: (word: String, distance: Int)?
    for word in words {
      let letters = Array(word.lowercased().unicodeScalars)
      guard abs(letters.count - wanted.count) <= limit else { continue }
      let distance = Self.distance(wanted, letters)
      // All letters changed is no likeness, however short the word is.
      guard distance <= limit, distance < max(letters.count, wanted.count) else { continue }
      if best.map({ distance < $0.distance }) ?? true { best = (word, distance) }
    }
    if let best { return best.word }
    let begun = words.filter { $0.lowercased().hasPrefix(wrong.lowercased()) }
    return wanted.count >= 2 && begun.count == 1 ? begun[0] : nil
  }

  /// Edit distance with swapped neighbours counted as one (optimal string alignment).
  static func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
    guard !one.isEmpty, !other.isEmpty else { return max(one.count, other.count) }
    var beforeLast = [Int](repeating: 0, count: other.count + 1)
    var last = Array(0...other.count)
    for i in 1...one.count {
      var row = [i] + [Int](repeating: 0, count: other.count)
      for j in 1...other.count {
        let cost = one[i - 1] == other[j - 1] ? 0 : 1
        row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost)
        if i > 1, j > 1, one[i - 1] == other[j - 2], one[i - 2] == other[j - 1] {
          row[j] = min(row[j], beforeLast[j - 2] + 1)
        }
      }
      (beforeLast, last) = (last, row)
    }
    return last[other.count]
  }
}
