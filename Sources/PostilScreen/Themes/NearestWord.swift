/// Finds what a person may have meant.
enum NearestWord {
  /// The candidate with the fewest edits (Levenshtein), if they are at most a third of the word's length, at least 2.
  static func of(_ word: String, among candidates: [String]) -> String? {
    let bytes = Array(word.utf8)
    let limit = max(2, bytes.count / 3)
    return candidates.map { ($0, distance(bytes, Array($0.utf8))) }.filter { $0.1 <= limit }.min { $0.1 < $1.1 }?.0
  }

  private static func distance(_ one: [UInt8], _ two: [UInt8]) -> Int {
    var row = Array(0...two.count)
    for (i, left) in one.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, right) in two.enumerated() {
        let change = diagonal + (left == right ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(change, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[two.count]
  }
}
