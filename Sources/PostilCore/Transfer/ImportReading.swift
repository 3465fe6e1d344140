import Dispatch
import PostilFormats
import Synchronization

/// Reads an input, or several that are joined, on a thread of its own and hands batches of records over, so that reading and writing go side by side.
/// There are three batches, so memory does not depend on the input.
final class ImportReading: Sendable {
  /// What comes from the reading thread.
  enum Message: Sendable {
    /// What the batches to come are from, the format's name, and the input's bytes if known.
    case file(String, format: String, totalBytes: Int?)
    /// Some records.
    case batch(ImportBatch)
    /// What was found in one input, or in all together.
    case remark(String)
    /// The end: bytes read, and the error that ended it, if any.
    case end(bytesRead: Int, (any Error)?)
  }

  /// Ends the reading thread when nobody takes its batches any more.
  private struct Stopped: Error {}

  private let full = Handoff<Message>()
  private let free = Handoff<ImportBatch>()
  private let isStopped = Atomic(false)

  /// Begins to read.
  init(_ paths: [String], _ layout: RecordLayout, format: String?, media: MediaPaths? = nil) {
    for _ in 0..<3 { free.put(ImportBatch()) }
    DispatchQueue(label: "postil.import", qos: .userInitiated).async { [self] in
      read(paths, layout, format, media)
    }
  }

  /// The next message; nil when none has come in some time.
  func next(waiting milliseconds: Int? = nil) -> Message? { full.take(waiting: milliseconds) }

  /// Gives a batch back to be filled again.
  func giveBack(_ batch: ImportBatch) { free.put(batch) }

  /// Ends the reading, and waits until its thread has noticed.
  func stop() {
    isStopped.store(true, ordering: .relaxed)
    while true {
      switch next() {
      case .batch(let batch): giveBack(batch)
      case .end: return
      case .file, .remark, nil: continue
      }
    }
  }

  private func read(_ paths: [String], _ layout: RecordLayout, _ name: String?, _ media: MediaPaths?) {
    var bytesRead = 0
    do {
      let decoder = RecordDecoder(layout)
      var joining: (any JoiningReader)?
      for path in paths {
        let input = try ByteInput(path: path)
        decoder.media = media?.reading(path)
        defer { bytesRead += input.bytesRead }
        let format = try name.map { try Formats.toImport($0) } ?? Formats.recognise(input, for: layout)
        guard let reader = joining ?? format.makeReader?() else {
          throw TransferError.wrongDirection(format: format.name, wanted: "import", known: Formats.importNames)
        }
        if input.files != nil, !format.takesFolders { throw TransferError.folder(name: path, format: format.name) }
        if joining == nil, let first = reader as? any JoiningReader {
          try first.begin(paths, with: decoder)
          joining = first
        }
        full.put(.file(path, format: format.name, totalBytes: input.total))
        let sink = Sink(self, input)
        try reader.read(input, with: decoder, into: sink)
        try sink.handOver()
      }
      if let joining { try join(paths, joining, decoder, format: name ?? "") }
      full.put(.end(bytesRead: bytesRead, nil))
    } catch {
      full.put(.end(bytesRead: bytesRead, error))
    }
  }

  /// Hands over what several inputs have made together.
  private func join(_ paths: [String], _ reader: any JoiningReader, _ decoder: RecordDecoder, format: String) throws {
    for (place, path) in paths.enumerated() {
      full.put(.file(path, format: format, totalBytes: nil))
      let sink = Sink(self, nil)
      try reader.join(place, with: decoder, into: sink)
      try sink.handOver()
    }
    for remark in reader.remarks { full.put(.remark(remark)) }
  }

  /// Collects records in batches, on the reading thread.
  private final class Sink: RecordSink {
    private let reading: ImportReading
    private let input: ByteInput?
    private var batch: ImportBatch?

    init(_ reading: ImportReading, _ input: ByteInput?) {
      self.reading = reading
      self.input = input
    }

    func take(_ record: inout ImportedRecord, raw: RawRecord) throws {
      fetch()
      batch?.append(&record, raw)
      if batch?.isFull == true { try handOver() }
    }

    func reject(_ raw: RawRecord, because rejection: Rejection) throws {
      fetch()
      batch?.append(rejection, raw)
      if batch?.isFull == true { try handOver() }
    }

    func pass(byteCount: Int) {}

    func remark(_ words: String) { reading.full.put(.remark(words)) }

    func handOver() throws {
      guard let batch = batch.take(), !reading.isStopped.load(ordering: .relaxed) else {
        if reading.isStopped.load(ordering: .relaxed) { throw Stopped() }
        return
      }
      batch.bytesRead = input?.bytesRead ?? 0
      reading.full.put(.batch(batch))
    }

    private func fetch() {
      guard batch == nil else { return }
      batch = reading.free.take()
      batch?.clear()
    }
  }
}
