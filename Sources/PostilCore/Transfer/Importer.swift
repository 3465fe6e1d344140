import PostilFormats
public import PostilModel
public import PostilStore

/// Brings files of records into a project.
///
/// Reading and writing go side by side in bounded memory, whatever the input's length. A record that is no good goes to a
/// rejects file with its reason, and the rest is imported.
public struct Importer {
  private let project: Project
  private let store: ProjectStore
  private let now: Timestamp
  private let user: String
  private let clock = ContinuousClock()

  /// An importer into a project's store. `now` becomes the tasks' time of import; `user` is who the log names for it.
  public init(project: Project, store: ProjectStore, now: Timestamp, user: String = "") {
    self.project = project
    self.store = store
    self.now = now
    self.user = user
  }

  /// Imports files, in order; `-` is standard input. A format that joins files reads all of them together.
  ///
  /// - Parameter progress: Called about ten times a second.
  /// - Throws: `TransferError` when a file cannot be read or a strict import meets a record that is no good; `StoreError`.
  ///   What was imported before an error stays, unless the import is strict.
  public func run(
    _ files: [String], options: ImportOptions = ImportOptions(), progress: (ImportProgress) -> Void = { _ in }
  ) throws -> ImportSummary {
    var layout = try RecordLayout(
      project, mapping: options.mapping, purpose: options.purpose, maximumRecordBytes: options.maximumRecordBytes,
      values: options.values)
    layout.model = options.model
    layout.annotator = options.annotator
    let start = clock.now
    try Self.lookOver(files)
    let joinsFiles = try options.format.map { try Formats.toImport($0).joinsFiles } ?? false
    let parts = joinsFiles ? [files] : files.map { [$0] }
    var run = ImportRun(options, at: now)
    if options.isDryRun {
      let check = DryRun(store, options.purpose, at: now)
      for part in parts {
        try read(part, layout, options, &run, progress) { task, _, _ in try check.outcome(of: task) }
      }
    } else if options.isStrict {
      try write(parts, layout, options, &run, progress)
    } else {
      for part in parts { try write([part], layout, options, &run, progress) }
    }
    run.remarkOnFormat()
    run.remarkOnPictures()
    run.summary.seconds = (clock.now - start) / .seconds(1)
    return run.summary
  }

  /// Refuses files that are not there or not UTF-8 before anything is written. Pipes are left alone: what is read of
  /// them is gone.
  private static func lookOver(_ files: [String]) throws {
    for file in files where file != "-" && Files.isPlainFile(file) != false { _ = try ByteInput(path: file) }
  }

  /// Writes some files' records in one go; those of one part are read together. The first file names the source; the
  /// records of others bring theirs along.
  private func write(
    _ parts: [[String]], _ layout: RecordLayout, _ options: ImportOptions, _ run: inout ImportRun,
    _ progress: (ImportProgress) -> Void
  ) throws {
    let files = parts.flatMap { $0 }
    guard let first = files.first else { return }
    let source = ImportSource(
      file: first, format: options.format ?? Formats.format(forName: first)?.name ?? "", at: now,
      otherFiles: Array(files.dropFirst()), user: user)
    try store.withTaskWriter(source: source, atomically: options.isStrict) { writer in
      defer { run.summary.people += writer.peopleAdded }
      for part in parts {
        try read(part, layout, options, &run, progress) { task, file, isIdle in
          if isIdle {
            try writer.flush()
            return .noTask
          }
          if options.purpose == .tasks, file != first, task.provenance == nil {
            task.provenance = Provenance(file: file, line: task.line, importedAt: now)
          }
          return try Self.put(task, options.purpose, &writer)
        }
      }
    }
  }

  private static func put(
    _ task: NewTask, _ purpose: RecordLayout.Purpose, _ writer: inout TaskWriter
  ) throws(StoreError) -> ImportOutcome {
    switch purpose {
    case .tasks: return try writer.add(task)
    case .suggestions:
      return try writer.addSuggestions(toTask: String(decoding: task.id, as: UTF8.self), task.suggestions)
    case .annotations, .gold:
      guard let named = task.annotations.first else { return .noTask }
      return try writer.addAnswers(toTask: String(decoding: task.id, as: UTF8.self), named)
    }
  }

  /// Reads files, one or those that are joined, and gives every record to `put` with the file that it is from; `put` is
  /// called with `isIdle` while nothing comes.
  private func read(
    _ files: [String], _ layout: RecordLayout, _ options: ImportOptions, _ run: inout ImportRun,
    _ progress: (ImportProgress) -> Void, put: (inout NewTask, _ file: String, _ isIdle: Bool) throws -> ImportOutcome
  ) throws {
    var file = files.first ?? ""
    let media = options.mediaFolder.map { MediaPaths(project: $0) }
    let reading = ImportReading(files, layout, format: options.format, media: media)
    var isEnded = false
    defer { if !isEnded { reading.stop() } }
    var rejects = run.rejectsFile(for: file)
    var task = NewTask()
    var state = ImportProgress(file: file, bytesRead: 0, totalBytes: nil, records: 0, rejected: 0)
    var lastReport = clock.now
    while !isEnded {
      guard let message = reading.next(waiting: 50) else {
        _ = try put(&task, file, true)
        continue
      }
      switch message {
      case .file(let path, let format, let total):
        file = path
        run.turn(to: format)
        (state.file, state.totalBytes) = (path, total)
        try turn(&rejects, to: path, run)
      case .remark(let remark): run.summary.remarks.append(remark)
      case .batch(let batch):
        for index in 0..<batch.count {
          try batch.withEntry(index) {
            try run.handle(&$0, &task, &rejects, file: file) { task, isIdle in try put(&task, file, isIdle) }
          }
        }
        state.bytesRead = batch.bytesRead
        reading.giveBack(batch)
      case .end(let bytesRead, let error):
        isEnded = true
        run.summary.bytes += bytesRead
        state.bytesRead = bytesRead
        if let error { throw error }
      }
      guard isEnded || clock.now - lastReport >= .milliseconds(100) else { continue }
      lastReport = clock.now
      (state.records, state.rejected) = (run.summary.records, run.summary.rejectedRecords)
      progress(state)
    }
    try rejects.flush()
  }

  /// Goes on with the rejects file of another input.
  private func turn(_ rejects: inout RejectsFile, to file: String, _ run: borrowing ImportRun) throws {
    try rejects.flush()
    rejects = run.rejectsFile(for: file)
  }
}
