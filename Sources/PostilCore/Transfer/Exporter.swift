import PostilFormats
public import PostilModel
public import PostilStore

extension String {
  /// The text without such characters at its end.
  fileprivate func drop(trailing character: Character) -> String {
    var text = self
    while text.count > 1, text.last == character { text.removeLast() }
    return text
  }
}

/// Writes a project's tasks and annotations to a file, which appears whole or not at all, with a manifest beside it.
///
/// The same project, filter and format always give the same bytes.
public struct Exporter {
  private let project: Project
  private let store: ProjectStore
  private let now: Timestamp
  private let token: String
  private let clock = ContinuousClock()
  private static let bufferBytes = 1 << 18

  /// An exporter. `now` stands in the manifest; `token` (a process number, say) makes temporary names unique.
  public init(project: Project, store: ProjectStore, now: Timestamp, token: String) {
    self.project = project
    self.store = store
    self.now = now
    self.token = token
  }

  /// Writes one file.
  ///
  /// - Parameter progress: Called with the tasks written so far, about every 16,000.
  /// - Throws: `TransferError` when the format does not suit the project or the file cannot be written; `StoreError`.
  public func run(_ options: ExportOptions, progress: (Int) -> Void = { _ in }) throws -> ExportSummary {
    let start = clock.now
    let format =
      try options.format.map { try Formats.toExport($0) } ?? Formats.format(forName: options.path)
      ?? Formats.toExport("jsonl")
    var layout = ExportLayout(project, annotator: options.annotator, policy: options.policy)
    layout.mediaFolder = options.mediaFolder
    let writer = try format.writer(for: layout)
    // Rankings are written as they were given; a single annotator's judgements too.
    let takesResolutions = (format.training.map { $0.judgements != .all } ?? false) && options.annotator == nil
    var summary = ExportSummary()
    let tally: ExportTally
    if let writer = writer as? any FolderWriter {
      try format.check(output: options.path)
      let output = try FolderOutput(path: options.path, token: token)
      tally = try write(options, writer, takesResolutions: takesResolutions, output, progress)
      try output.finish()
      (summary.bytes, summary.hash) = (output.byteCount, output.hash)
    } else {
      let output = try ByteOutput(path: options.path, token: token)
      tally = try write(options, writer, takesResolutions: takesResolutions, output, progress)
      try output.finish()
      (summary.bytes, summary.hash) = (output.byteCount, output.hash)
    }
    summary.format = format.name
    summary.policy = format.training?.manifest(layout)
    summary.tasks = tally.tasks
    summary.written = tally.written
    summary.leftOut = tally.leftOut
    if options.path != "-" { summary.manifestPath = try writeManifest(options, summary) }
    summary.seconds = (clock.now - start) / .seconds(1)
    return summary
  }

  private func write(
    _ options: ExportOptions, _ writer: any RecordWriter, takesResolutions: Bool, _ output: ByteOutput,
    _ progress: (Int) -> Void
  ) throws -> ExportTally {
    var writer = writer
    var tally = ExportTally()
    var out: [UInt8] = []
    out.reserveCapacity(Self.bufferBytes * 2)
    writer.begin(into: &out)
    try forEach(options, takesResolutions: takesResolutions, &tally, progress) { record, tally in
      writer.write(record, into: &out, tally: &tally)
      guard out.count >= Self.bufferBytes else { return }
      try out.withUnsafeBytes { try output.write($0) }
      out.removeAll(keepingCapacity: true)
    }
    writer.end(into: &out)
    try out.withUnsafeBytes { try output.write($0) }
    return tally
  }

  /// Writes a folder, each file as soon as it is whole.
  private func write(
    _ options: ExportOptions, _ writer: any FolderWriter, takesResolutions: Bool, _ output: FolderOutput,
    _ progress: (Int) -> Void
  ) throws -> ExportTally {
    var writer = writer
    var tally = ExportTally()
    var out: [UInt8] = []
    writer.begin(into: &out)
    for file in writer.takeFiles() { try output.write(file) }
    try forEach(options, takesResolutions: takesResolutions, &tally, progress) { record, tally in
      writer.write(record, into: &out, tally: &tally)
      for file in writer.takeFiles() { try output.write(file) }
    }
    writer.end(into: &out)
    for file in writer.takeFiles() { try output.write(file) }
    return tally
  }

  /// Hands over each task with what counts of it.
  private func forEach(
    _ options: ExportOptions, takesResolutions: Bool, _ tally: inout ExportTally, _ progress: (Int) -> Void,
    _ body: (borrowing ExportedRecord, inout ExportTally) throws -> Void
  ) throws {
    var record = ExportedRecord()
    try store.exportRows(filter: options.filter, annotator: options.annotator) { row in
      Self.fill(&record, from: row)
      if takesResolutions { Self.takeResolution(&record, &tally) }
      try body(record, &tally)
      if tally.tasks % 16_384 == 0 { progress(tally.tasks) }
      return true
    }
  }

  private func writeManifest(_ options: ExportOptions, _ summary: ExportSummary) throws -> String {
    let path = options.path.drop(trailing: "/") + ".manifest.json"
    let manifest = ExportManifest(
      options: options, summary: summary, project: project, identifier: store.identifier,
      schemaVersion: store.schemaVersion, madeAt: now)
    let output = try ByteOutput(path: path, token: token)
    try manifest.text.withUnsafeBytes { try output.write($0) }
    try output.finish()
    return path
  }

  /// Annotations are put in the order of their annotators' names, which does not depend on who came first.
  private static func fill(_ record: inout ExportedRecord, from row: borrowing ExportRow) {
    record.number = row.number
    record.id = row.id
    record.fields = row.fields
    record.metadata = row.metadata
    record.provenance = row.provenance
    record.suggestions = row.suggestions
    record.resolution = row.resolution
    record.annotations.removeAll(keepingCapacity: true)
    for named in row.annotations {
      record.annotations.append(.init(annotator: named.annotator, annotation: named.annotation))
    }
    if record.annotations.count > 1 { record.annotations.sort { $0.annotator < $1.annotator } }
  }

  /// Puts the final answer in the place of single annotations, where there is one.
  private static func takeResolution(_ record: inout ExportedRecord, _ tally: inout ExportTally) {
    guard let resolution = record.resolution else { return }
    let submitted = record.annotations.filter { $0.annotation.state == .submitted }
    tally.leaveOut("single annotation of a task that has its final answer", submitted.count)
    let taken = submitted.first { $0.annotator == resolution.taken }
    var annotation = Annotation(
      state: .submitted, answers: resolution.answers, comment: resolution.comment, revision: 1, savedAt: resolution.at)
    annotation.guidelinesVersion = taken?.annotation.guidelinesVersion ?? ""
    annotation.shown = taken?.annotation.shown ?? [:]
    record.annotations = [.init(annotator: resolution.taken ?? resolution.by, annotation: annotation)]
  }
}
