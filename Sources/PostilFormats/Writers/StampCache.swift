import PostilModel

/// Writes moments as JSON strings, and remembers the last one: records of one import share theirs.
struct StampCache {
  private var last: Timestamp?
  private var text: [UInt8] = []

  /// Appends a moment with quotes.
  mutating func append(_ moment: Timestamp, to out: inout [UInt8]) {
    if last != moment {
      text = []
      JSONWriter.append(moment.iso8601, to: &text)
      last = moment
    }
    out.append(contentsOf: text)
  }
}
