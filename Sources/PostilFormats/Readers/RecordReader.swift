/// Reads one input format. A reader takes its input apart and lets the decoder make records of the parts.
public protocol RecordReader {
  /// Reads the input to its end and hands every record to the sink, in order.
  ///
  /// - Throws: what the input or the sink throws, and `TransferError` when the input as a whole cannot be read.
  func read(_ input: ByteInput, with decoder: RecordDecoder, into sink: any RecordSink) throws
}
