/// How far two texts are from each other.
public enum EditDistance {
  /// The Levenshtein distance over Unicode scalars: the fewest insertions, deletions and replacements of one.
  ///
  /// By bit vectors, 64 rows at a time: Myers, "A fast bit-vector algorithm for approximate string matching based on
  /// dynamic programming", JACM 46 (1999), in the block form of Hyyrö (2003). Equal ends are passed over first.
  public static func characters(_ one: String, _ other: String) -> Int {
    var pattern = Array(one.unicodeScalars)[...]
    var text = Array(other.unicodeScalars)[...]
    while let first = pattern.first, first == text.first {
      pattern.removeFirst()
      text.removeFirst()
    }
    while let last = pattern.last, last == text.last {
      pattern.removeLast()
      text.removeLast()
    }
    if pattern.isEmpty || text.isEmpty { return max(pattern.count, text.count) }
    return distance(Array(pattern), Array(text))
  }

  private static func distance(_ pattern: [Unicode.Scalar], _ text: [Unicode.Scalar]) -> Int {
    let blocks = (pattern.count + 63) / 64
    var peq: [Unicode.Scalar: [UInt64]] = [:]
    for (index, scalar) in pattern.enumerated() {
      peq[scalar, default: Array(repeating: 0, count: blocks)][index / 64] |= 1 << UInt64(index % 64)
    }
    let none = Array(repeating: UInt64(0), count: blocks)
    var positive = Array(repeating: ~UInt64(0), count: blocks)
    var negative = none
    let lastBit = UInt64(1) << UInt64((pattern.count - 1) % 64)
    var score = pattern.count
    for scalar in text {
      let matches = peq[scalar] ?? none
      // What comes into the first block from above: the first row grows by one for each column.
      var carriesUp: UInt64 = 1
      var carriesDown: UInt64 = 0
      for block in 0..<blocks {
        let (vp, vn) = (positive[block], negative[block])
        let eq = matches[block] | carriesDown
        let xv = matches[block] | vn
        let xh = (((eq & vp) &+ vp) ^ vp) | eq
        var hp = vn | ~(xh | vp)
        var hn = vp & xh
        if block == blocks - 1 {
          if hp & lastBit != 0 { score += 1 }
          if hn & lastBit != 0 { score -= 1 }
        }
        let (up, down) = (hp >> 63, hn >> 63)
        hp = (hp << 1) | carriesUp
        hn = (hn << 1) | carriesDown
        carriesUp = up
        carriesDown = down
        positive[block] = hn | ~(xv | hp)
        negative[block] = hp & xv
      }
    }
    return score
  }
}
