/// Reads a format whose records are put together from several inputs: `begin`, `read` for each input in turn, `join` for each.
public protocol JoiningReader: RecordReader {
  /// What stands before the first input: the names of all of them.
  ///
  /// - Throws: `TransferError` when the project cannot take such records.
  func begin(_ names: [String], with decoder: RecordDecoder) throws

  /// Hands over the records that begin in an input, by its place from 0, after all have been read.
  func join(_ input: Int, with decoder: RecordDecoder, into sink: any RecordSink) throws

  /// What was found in the inputs together, a sentence each.
  var remarks: [String] { get }
}
