import PostilFormats
import PostilModel
import PostilStore

/// One import while it runs: counts, and what is put aside.
struct ImportRun {
  var summary = ImportSummary()
  private let options: ImportOptions
  private let now: Timestamp
  /// The formats that were read.
  private(set) var formats: Set<String> = []
  /// Whether the records that come now are of pictures.
  private var isOfPictures = false
  /// Pictures that are tasks already, and of which an import of tasks said more.
  private var metPictures = 0
  /// Of the first record that was put aside, what formats it could be of.
  private var likely: [String] = []
  /// The rejects files that this import has made, by their stems.
  private var made: [String: String] = [:]

  init(_ options: ImportOptions, at now: Timestamp) {
    self.options = options
    self.now = now
  }

  /// Goes on with records of a format.
  mutating func turn(to format: String) {
    formats.insert(format)
    isOfPictures = Formats.ofPictures.contains(format)
  }

  /// The rejects file of an input. Two inputs of one name share theirs.
  func rejectsFile(for file: String) -> RejectsFile {
    let stem = stem(for: file)
    let named = options.rejectsPath ?? made[stem]
    return RejectsFile(named.map { .at($0) } ?? .new(stem: stem), for: file, at: now)
  }

  private func stem(for file: String) -> String {
    let name = file == "-" ? "stdin" : String(file.split(separator: "/").last ?? "input")
    return "\(options.rejectsFolder)/\(name).rejects"
  }

  /// Puts one record where it belongs.
  mutating func handle(
    _ entry: inout ImportBatch.Entry, _ task: inout NewTask, _ rejects: inout RejectsFile, file: String,
    put: (inout NewTask, Bool) throws -> ImportOutcome
  ) throws {
    if let rejection = entry.rejection { return try reject(entry, rejection, &rejects, file) }
    if options.isStrict, let bad = entry.record.badSuggestions.first {
      throw TransferError.strict(name: file, line: entry.line, reason: bad.reason)
    }
    let id = entry.record.badSuggestions.isEmpty ? "" : String(decoding: entry.record.id, as: UTF8.self)
    exchange(&entry, &task)
    defer { exchange(&entry, &task) }
    let outcome = try put(&task, false)
    count(task, outcome)
    switch outcome {
    case .added:
      summary.added += options.purpose == .suggestions ? 0 : 1
      summary.suggestions += task.suggestions.count
      summary.annotations += task.annotations.count
    case .alreadyThere: summary.alreadyThere += 1
    case .differs where options.purpose == .annotations:
      let name = JSONValue.string(task.annotations.first?.annotator ?? "").jsonText
      try reject(entry, Rejection(.differs, "\(name) has answered that task otherwise already"), &rejects, file)
    case .differs:
      let id = JSONValue.string(String(decoding: task.id, as: UTF8.self)).jsonText
      try reject(entry, Rejection(.differs, "the id \(id) is already there with other content"), &rejects, file)
    case .judgedOtherwise:
      let reason = "the same record is already there, and was judged otherwise by its file"
      try reject(entry, Rejection(.otherJudgement, reason), &rejects, file)
    case .noTask:
      let id = JSONValue.string(String(decoding: task.id, as: UTF8.self)).jsonText
      try reject(entry, Rejection(.unknownTask, "there is no task with the id \(id)"), &rejects, file)
    }
    switch outcome {
    case .added, .alreadyThere:
      for bad in entry.record.badSuggestions { try putAside(bad, ofTask: id, line: entry.line, &rejects, file) }
    case .differs, .judgedOtherwise, .noTask: break
    }
  }

  private mutating func count(_ task: borrowing NewTask, _ outcome: ImportOutcome) {
    let saysMore = !task.suggestions.isEmpty || !task.annotations.isEmpty
    guard isOfPictures, options.purpose == .tasks, saysMore else { return }
    switch outcome {
    case .alreadyThere, .differs: metPictures += 1
    case .added, .judgedOtherwise, .noTask: break
    }
  }

  /// Says how what is marked on pictures reaches those that are tasks already.
  mutating func remarkOnPictures() {
    guard metPictures > 0 else { return }
    let pictures =
      metPictures == 1
      ? "1 picture is a task already, and stays as it is"
      : "\(metPictures) pictures are tasks already, and stay as they are"
    summary.remarks.append(
      "\(pictures); --suggestions brings what is marked to such tasks as suggestions, "
        + "--annotations --annotator NAME as answers")
  }

  /// Puts aside a suggestion of a record that is imported otherwise. What is written can be mended and imported with
  /// `--suggestions`, if the record has an id.
  private mutating func putAside(
    _ bad: ImportedRecord.BadSuggestion, ofTask id: String, line: Int, _ rejects: inout RejectsFile, _ file: String
  ) throws {
    summary.rejectedSuggestions += 1
    guard !options.isDryRun else { return }
    var record = JSONObject()
    if !id.isEmpty { record["id"] = .string(id) }
    record["suggestions"] = .array([bad.value])
    let text = Array(record.jsonText.utf8)
    let rejection = Rejection(.badSuggestion, bad.reason + "; the rest of the record was taken")
    try rejects.append(text, length: text.count, line: line, because: rejection)
    note(rejects, file)
  }

  private mutating func reject(
    _ entry: ImportBatch.Entry, _ rejection: Rejection, _ rejects: inout RejectsFile, _ file: String
  ) throws {
    if options.isStrict {
      throw TransferError.strict(name: file, line: entry.line, reason: rejection.reason)
    }
    summary.rejected[rejection.kind, default: 0] += 1
    if summary.firstRejected == nil {
      summary.firstRejected = .init(file: file, line: entry.line, reason: rejection.reason)
      let isMisread = rejection.kind == .missingField || rejection.kind == .wrongType
      if isMisread, options.purpose == .tasks { likely = Formats.resembling(entry.raw) }
    }
    guard !options.isDryRun else { return }
    try rejects.append(entry.raw, length: entry.length, line: entry.line, because: rejection)
    note(rejects, file)
  }

  /// Names the format that the records seem to be of, when none could be read.
  mutating func remarkOnFormat() {
    guard summary.rejectedRecords == summary.records, !likely.isEmpty, formats.isDisjoint(with: likely) else { return }
    let names = likely.map { "--format \($0)" }.joined(separator: " or ")
    summary.remarks.append("the records look like \(likely.joined(separator: " or ")); try \(names)")
  }

  private mutating func note(_ rejects: borrowing RejectsFile, _ file: String) {
    guard let path = rejects.path, !summary.rejectsFiles.contains(path) else { return }
    summary.rejectsFiles.append(path)
    made[stem(for: file)] = path
  }

  /// Swaps the buffers, which costs nothing, instead of copying them.
  private func exchange(_ entry: inout ImportBatch.Entry, _ task: inout NewTask) {
    swap(&entry.record.id, &task.id)
    swap(&entry.record.fields, &task.fields)
    swap(&entry.record.metadata, &task.metadata)
    swap(&entry.record.preview, &task.preview)
    swap(&entry.record.suggestions, &task.suggestions)
    task.line = entry.line
    task.provenance = entry.record.provenance
    task.resolution = entry.record.resolution
    task.annotations.removeAll(keepingCapacity: true)
    for named in entry.record.annotations {
      var annotation = named.annotation
      // A judgement of a foreign file says no time: it is one from when it came here.
      if annotation.savedAt.milliseconds == 0 { annotation.savedAt = now }
      task.annotations.append(NamedAnnotation(annotator: named.annotator, annotation: annotation))
    }
  }
}
