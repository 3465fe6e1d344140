import PostilFormats
import PostilModel
import PostilStore

/// One import while it runs: counts, and what is put aside.
struct ImportRun {
  var summary = ImportSummary()
  private let options: ImportOptions

  init(_ options: ImportOptions) { self.options = options }

  /// The rejects file of an input. Two inputs of one name share theirs.
  func rejectsFile(for file: String) -> RejectsFile {
    let name = file == "-" ? "stdin" : String(file.split(separator: "/").last ?? "input")
    let path = options.rejectsPath ?? "\(options.rejectsFolder)/\(name).rejects.jsonl"
    return RejectsFile(path: path, for: file, appends: summary.rejectsFiles.contains(path))
  }

  /// Puts one record where it belongs.
  mutating func handle(
    _ entry: inout ImportBatch.Entry, _ task: inout NewTask, _ rejects: inout RejectsFile, file: String,
    put: (inout NewTask, Bool) throws -> ImportOutcome
  ) throws {
    if let rejection = entry.rejection { return try reject(entry, rejection, &rejects, file) }
    Self.exchange(&entry, &task)
    defer { Self.exchange(&entry, &task) }
    switch try put(&task, false) {
    case .added:
      summary.added += options.purpose == .tasks ? 1 : 0
      summary.suggestions += task.suggestions.count
      summary.annotations += task.annotations.count
    case .alreadyThere: summary.alreadyThere += 1
    case .differs:
      let id = JSONValue.string(String(decoding: task.id, as: UTF8.self)).jsonText
      try reject(entry, Rejection(.differs, "the id \(id) is already there with other content"), &rejects, file)
    case .noTask:
      let id = JSONValue.string(String(decoding: task.id, as: UTF8.self)).jsonText
      try reject(entry, Rejection(.unknownTask, "there is no task with the id \(id)"), &rejects, file)
    }
  }

  private mutating func reject(
    _ entry: ImportBatch.Entry, _ rejection: Rejection, _ rejects: inout RejectsFile, _ file: String
  ) throws {
    if options.isStrict {
      throw TransferError.strict(name: file, line: entry.line, reason: rejection.reason)
    }
    summary.rejected[rejection.kind, default: 0] += 1
    guard !options.isDryRun else { return }
    if !rejects.isOpen, !summary.rejectsFiles.contains(rejects.path) { summary.rejectsFiles.append(rejects.path) }
    try rejects.append(entry.raw, length: entry.length, line: entry.line, because: rejection)
  }

  /// Swaps the buffers, which costs nothing, instead of copying them.
  private static func exchange(_ entry: inout ImportBatch.Entry, _ task: inout NewTask) {
    swap(&entry.record.id, &task.id)
    swap(&entry.record.fields, &task.fields)
    swap(&entry.record.metadata, &task.metadata)
    swap(&entry.record.preview, &task.preview)
    swap(&entry.record.suggestions, &task.suggestions)
    task.line = entry.line
    task.provenance = entry.record.provenance
    task.annotations.removeAll(keepingCapacity: true)
    for named in entry.record.annotations {
      task.annotations.append(NamedAnnotation(annotator: named.annotator, annotation: named.annotation))
    }
  }
}
