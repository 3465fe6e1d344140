import PostilFormats

/// Records on their way from the thread that reads to the one that writes. The buffers go to and fro and are reused.
///
/// Unchecked, because the proof is in how it travels: a batch is in one place at a time, with the reader, with the writer
/// or in a `Handoff` between them, whose lock orders what the two do.
final class ImportBatch: @unchecked Sendable {
  /// One record: taken, or rejected with a reason.
  struct Entry: Sendable {
    var record = ImportedRecord()
    var rejection: Rejection?
    var line = 0
    /// The record as it stood in the input; its beginning when it was too large.
    var raw: [UInt8] = []
    /// Its whole length.
    var length = 0
  }

  private(set) var entries: [Entry] = []
  private(set) var count = 0
  /// How far the reader was.
  var bytesRead = 0
  private var weight = 0
  private static let maximumCount = 256
  private static let maximumWeight = 1 << 20

  /// True when it is time to hand it over.
  var isFull: Bool { count == Self.maximumCount || weight >= Self.maximumWeight }

  /// Empties the batch. Room that only a very large record needs is given back.
  func clear() {
    if weight > Self.maximumWeight { entries.removeAll() }
    count = 0
    weight = 0
  }

  /// Adds a record, whose buffers are swapped for used ones.
  func append(_ record: inout ImportedRecord, _ raw: RawRecord) {
    let index = next(raw)
    swap(&entries[index].record, &record)
  }

  /// Adds a rejected record.
  func append(_ rejection: Rejection, _ raw: RawRecord) {
    let index = next(raw)
    entries[index].rejection = rejection
  }

  /// Lends an entry to `body`.
  func withEntry<T>(_ index: Int, _ body: (inout Entry) throws -> T) rethrows -> T {
    try body(&entries[index])
  }

  private func next(_ raw: RawRecord) -> Int {
    if count == entries.count { entries.append(Entry()) }
    entries[count].rejection = nil
    entries[count].line = raw.line
    entries[count].length = raw.length
    entries[count].raw.removeAll(keepingCapacity: true)
    entries[count].raw.append(contentsOf: raw.bytes)
    weight += raw.bytes.count
    count += 1
    return count - 1
  }
}
