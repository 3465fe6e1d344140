import PostilFormats
import PostilModel

/// A table or JSON records of which all are good, or none is taken.
struct WholeFile {
  /// Why a record is not good, in words that go on after its line.
  struct Problem: Error {
    let reason: String
  }

  let layout: RecordLayout
  /// What is said of all of a file that is not good: "nothing was taken from the file".
  let outcome: String

  /// Hands over the records of a file in its order, each with its line; `-` is standard input.
  ///
  /// - Returns: what else was found in the file, a sentence each.
  /// - Throws: `WholeFileError`, `TransferError`, and what `take` throws, of which a `Problem` becomes a `WholeFileError`.
  @discardableResult func read(
    _ path: String, take: @escaping (borrowing ImportedRecord, Int) throws -> Void
  ) throws -> [String] {
    let input = try ByteInput(path: path)
    let format = try Formats.recognise(input, for: layout)
    guard let reader = format.makeReader?() else {
      throw TransferError.wrongDirection(format: format.name, wanted: "import", known: Formats.importNames)
    }
    let sink = Sink(path: path, outcome: outcome, give: take)
    try reader.read(input, with: RecordDecoder(layout), into: sink)
    return sink.remarks
  }

  /// Ends the reading at the first record that is not good.
  private final class Sink: RecordSink {
    private let path: String
    private let outcome: String
    private let give: (borrowing ImportedRecord, Int) throws -> Void

    init(path: String, outcome: String, give: @escaping (borrowing ImportedRecord, Int) throws -> Void) {
      self.path = path
      self.outcome = outcome
      self.give = give
    }

    func take(_ record: inout ImportedRecord, raw: RawRecord) throws {
      do { try give(record, raw.line) } catch let problem as Problem { throw fail(problem.reason, raw) }
    }

    func reject(_ raw: RawRecord, because rejection: Rejection) throws { throw fail(rejection.reason, raw) }

    func pass(byteCount: Int) {}

    private(set) var remarks: [String] = []

    func remark(_ words: String) { remarks.append(words) }

    private func fail(_ reason: String, _ raw: RawRecord) -> WholeFileError {
      WholeFileError(description: "\(path), line \(raw.line): \(reason); \(outcome)")
    }
  }
}
