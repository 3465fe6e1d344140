public import PostilModel

/// Adds tasks and what belongs to them. Given by `ProjectStore.withTaskWriter`; good for that call only.
public struct TaskWriter: ~Copyable {
  /// How long one transaction may be open, so that desks at work wait for no more than about a quarter of a second.
  private static let batchMilliseconds = 200
  /// The same for a project that was empty, where hardly anybody has something to save yet. Ids in no order touch the
  /// whole index in each batch, so fewer batches write much less.
  private static let firstBatchMilliseconds = 1000
  private static let clockInterval = 256
  private static let maximumOrigins = 1000

  private let connection: any SQLConnection
  private let source: ImportSource
  private let isAtomic: Bool
  private let insertTask: any SQLStatement
  private let findTask: any SQLStatement
  private let table = SuggestionTable()
  private var totals: Totals?
  private var importNumber: Int?
  private var startedAt = 0
  private var patience = TaskWriter.batchMilliseconds
  private var untilClock = TaskWriter.clockInterval
  private var counts = (tasks: 0, suggestions: 0, annotations: 0)
  private var known: Set<String> = []
  /// How many people were put on the roster.
  public private(set) var peopleAdded = 0
  private var scratch: [UInt8] = []
  private var hashedID: [UInt8] = []
  private var origins: [Provenance: Int] = [:]
  private var hasNewSuggestions = false

  init(_ connection: any SQLConnection, source: ImportSource, isAtomic: Bool) throws(StoreError) {
    // Into locals first: a noncopyable value may not be left half made.
    let insertTask = try connection.statement(
      """
      INSERT INTO task (number, id, hash, length, import, line, preview, fields, metadata)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
      """)
    let findTask = try connection.statement("SELECT number, hash FROM task WHERE id = ?")
    self.connection = connection
    self.source = source
    self.isAtomic = isAtomic
    self.insertTask = insertTask
    self.findTask = findTask
  }

  /// Adds a record as a task, with its suggestions and annotations.
  ///
  /// A record with an id that is there already, or without one and with a content that is there already, is not added,
  /// nor are its suggestions and annotations: see the outcome.
  public mutating func add(_ task: NewTask) throws(StoreError) -> ImportOutcome {
    try begin()
    let hash = hash(task)
    if task.id.isEmpty { Self.write(hash, to: &hashedID) }
    let number = (totals?.tasks ?? 0) + 1
    let origin = try task.provenance.map { provenance throws(StoreError) in try self.origin(provenance) }
    let isNew = try insert(task, id: task.id.isEmpty ? hashedID : task.id, hash, number, origin ?? importNumber ?? 0)
    guard isNew else {
      let outcome = try known(task.id.isEmpty ? hashedID : task.id, hash)
      guard case .alreadyThere(let number) = outcome, try contradicts(task, number) else { return outcome }
      return .judgedOtherwise(number)
    }
    totals?.tasks += 1
    counts.tasks += 1
    if !task.suggestions.isEmpty { try insert(task.suggestions, task: number, from: 0) }
    for named in task.annotations { _ = try addAnnotation(toTask: number, named) }
    if var resolution = task.resolution, var totals {
      resolution.task = number
      try Resolving(connection).settle(resolution, by: resolution.by, at: resolution.at, &totals)
      self.totals = totals
    }
    return .added(number)
  }

  /// Adds suggestions to the task of an id. Those that are there already (question, model, answer and score all the
  /// same) are left out; when all are, the outcome is `alreadyThere`.
  public mutating func addSuggestions(toTask id: String, _ suggestions: [Suggestion]) throws(StoreError)
    -> ImportOutcome
  {
    try begin()
    guard let number = try number(ofTask: id) else { return .noTask }
    let present = try table.suggestions(ofTask: number, in: connection)
    var seen = Set(present)
    let fresh = suggestions.filter { seen.insert($0).inserted }
    guard !fresh.isEmpty else { return .alreadyThere(number) }
    try insert(fresh, task: number, from: present.count)
    try compareAgain(number)
    hasNewSuggestions = true
    return .added(number)
  }

  /// Adds an annotation to the task of an id. Its revision and moment are kept. When the annotator has another one
  /// there already, that one stands and the outcome is `differs`.
  public mutating func addAnnotation(
    toTask id: String, by annotator: String, _ annotation: Annotation
  ) throws(StoreError) -> ImportOutcome {
    try begin()
    guard let number = try number(ofTask: id) else { return .noTask }
    return try addAnnotation(toTask: number, NamedAnnotation(annotator: annotator, annotation: annotation))
  }

  /// Adds what somebody answered, as a table tells it, to the task of an id. Who is not on the roster comes there as an
  /// annotator. The same answers again are `alreadyThere`, also when the annotator has changed them to and fro since; when
  /// others stand there, those stay and the outcome is `differs`.
  public mutating func addAnswers(toTask id: String, _ named: NamedAnnotation) throws(StoreError) -> ImportOutcome {
    try begin()
    guard let number = try number(ofTask: id) else { return .noTask }
    let annotator = try Annotators.number(of: named.annotator, in: connection)
    if let present = try AnnotationTable().annotation(ofTask: number, by: annotator, in: connection) {
      return named.annotation.repeats(present, unlessToldAt: source.at) ? .alreadyThere(number) : .differs(number)
    }
    try putOnRoster(named.annotator)
    return try addAnnotation(toTask: number, named)
  }

  private mutating func putOnRoster(_ name: String) throws(StoreError) {
    guard known.insert(name).inserted, var totals else { return }
    let number = try Annotators.makeNumber(of: name, in: connection)
    let table = PersonTable(connection: connection)
    guard try table.person(numbered: number) == nil else { return }
    let by = source.user.isEmpty ? 0 : try Annotators.makeNumber(of: source.user, in: connection)
    try table.write(Person(name: name), number: number)
    try ManagementLog(connection).write(
      .person, by: by, at: source.at, told: PersonTable.told(Person(name: name)), &totals)
    self.totals = totals
    peopleAdded += 1
  }

  /// Commits what is pending, unless all is to be one transaction. Call it before waiting for a slow source: desks
  /// cannot save while a transaction is open.
  public mutating func flush() throws(StoreError) {
    if !isAtomic { try commit() }
  }

  // MARK: Transactions

  /// Writes that the import has come to its end, and commits. An import that brought nothing to look at left no trace.
  mutating func finish() throws(StoreError) {
    guard let importNumber else { return }
    try begin()
    guard var totals else { return }
    try ImportLog(connection: connection).end(importNumber, at: WallClock.now(), &totals)
    self.totals = totals
    try commit()
  }

  /// Commits what is pending.
  mutating func commit() throws(StoreError) {
    guard let totals, let importNumber else { return }
    try totals.store(connection)
    if hasNewSuggestions {
      try PoolState.suggestionsChanged(in: connection)
      hasNewSuggestions = false
    }
    try connection.run(
      "UPDATE import SET tasks = ?, suggestions = ?, annotations = ? WHERE number = ?",
      [.integer(counts.tasks), .integer(counts.suggestions), .integer(counts.annotations), .integer(importNumber)])
    try connection.execute("COMMIT")
    self.totals = nil
  }

  /// Drops what is pending.
  mutating func rollBack() {
    guard totals != nil else { return }
    insertTask.reset()
    // When the engine has rolled back by itself (a full disk), this fails, and that is as well.
    try? connection.execute("ROLLBACK")
    totals = nil
    hasNewSuggestions = false
  }

  /// Sees that a transaction is open, and that it is not open for too long.
  private mutating func begin() throws(StoreError) {
    if totals != nil {
      untilClock -= 1
      guard untilClock == 0, !isAtomic else { return }
      untilClock = Self.clockInterval
      guard WallClock.monotonicMilliseconds() - startedAt >= patience else { return }
      try commit()
      // Desks that wait for their turn look every millisecond.
      WallClock.sleep(milliseconds: 3)
    }
    try connection.execute(connection.dialect.beginWrite)
    startedAt = WallClock.monotonicMilliseconds()
    untilClock = Self.clockInterval
    do throws(StoreError) {
      totals = try Totals(connection)
      if importNumber == nil { try startImport() }
    } catch {
      try? connection.execute("ROLLBACK")
      totals = nil
      throw error
    }
  }

  private mutating func startImport() throws(StoreError) {
    guard var totals else { return }
    let number = totals.imports + 1
    try connection.run(
      "INSERT INTO import (number, file, format, at, tasks, suggestions, annotations) VALUES (?, ?, ?, ?, 0, 0, 0)",
      [.integer(number), .text(source.file), .text(source.format), .integer(source.at.milliseconds)])
    totals.imports = number
    try ImportLog(connection: connection).begin(number, source, &totals)
    if totals.tasks == 0 { patience = Self.firstBatchMilliseconds }
    self.totals = totals
    importNumber = number
  }

  /// The number of the import that restored records came from, as they tell it: it has a row of its own.
  private mutating func origin(_ provenance: Provenance) throws(StoreError) -> Int {
    var key = provenance
    key.line = 0
    if let known = origins[key] { return known }
    // A project has a few imports. A file that claims a new origin for each record does not get a table of them.
    guard origins.count < Self.maximumOrigins else { return importNumber ?? 0 }
    let at = SQLValue.integer(Int(provenance.importedAt.milliseconds))
    var number = try connection.integer(
      "SELECT min(number) FROM import WHERE file = ? AND at = ?", [.text(provenance.file), at])
    if number == nil {
      let next = (totals?.imports ?? 0) + 1
      try connection.run(
        "INSERT INTO import (number, file, format, at, tasks, suggestions, annotations) VALUES (?, ?, '', ?, 0, 0, 0)",
        [.integer(next), .text(provenance.file), at])
      totals?.imports = next
      number = next
    }
    origins[key] = number
    return number ?? 0
  }

  // MARK: Tasks

  private mutating func hash(_ task: NewTask) -> ContentHash {
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: task.fields)
    scratch.append(contentsOf: task.metadata)
    return scratch.withUnsafeBytes { ContentHash(of: $0) }
  }

  private static func write(_ hash: ContentHash, to id: inout [UInt8]) {
    id.removeAll(keepingCapacity: true)
    id.append(UInt8(ascii: "h"))
    for word in [hash.high, hash.low] {
      for shift in stride(from: 60, through: 0, by: -4) {
        let digit = UInt8(truncatingIfNeeded: word >> UInt64(shift)) & 15
        id.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      }
    }
  }

  private func insert(
    _ task: NewTask, id: [UInt8], _ hash: ContentHash, _ number: Int, _ origin: Int
  ) throws(StoreError) -> Bool {
    insertTask.bind(number, at: 0)
    insertTask.bind(Int(truncatingIfNeeded: hash.low), at: 2)
    insertTask.bind(task.fields.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }, at: 3)
    insertTask.bind(origin, at: 4)
    insertTask.bind(task.provenance?.line ?? task.line, at: 5)
    let result: Result<Void, StoreError> = id.withUnsafeBytes { id in
      task.preview.withUnsafeBytes { preview in
        task.fields.withUnsafeBytes { fields in
          task.metadata.withUnsafeBytes { metadata in
            insertTask.bind(utf8: id, at: 1)
            insertTask.bind(utf8: preview, at: 6)
            insertTask.bind(utf8: fields, at: 7)
            insertTask.bind(utf8: metadata, at: 8)
            defer { insertTask.reset() }
            do throws(StoreError) { return .success(_ = try insertTask.step()) } catch { return .failure(error) }
          }
        }
      }
    }
    try result.get()
    return connection.changes == 1
  }

  private func known(_ id: [UInt8], _ hash: ContentHash) throws(StoreError) -> ImportOutcome {
    let text = String(decoding: id, as: UTF8.self)
    let found = try findTask.first([.text(text)]) { (row) throws(StoreError) in (row.integer(0), row.integer(1)) }
    guard let (number, stored) = found else { return .noTask }
    return stored == Int(truncatingIfNeeded: hash.low) ? .alreadyThere(number) : .differs(number)
  }

  /// Whether a file judges a task otherwise than it, or another file of its format, did before. What people said may have
  /// changed since the file was written, and says nothing.
  private func contradicts(_ task: NewTask, _ number: Int) throws(StoreError) -> Bool {
    for named in task.annotations where AnnotatorName.isSource(named.annotator) {
      let annotator = try Annotators.number(of: named.annotator, in: connection)
      let present = try AnnotationTable().annotation(ofTask: number, by: annotator, in: connection)
      if let present, present.answers != named.annotation.answers { return true }
    }
    return false
  }

  private func number(ofTask id: String) throws(StoreError) -> Int? {
    try findTask.first([.text(id)]) { (row) throws(StoreError) in row.integer(0) }
  }

  // MARK: Suggestions and annotations

  private mutating func insert(_ suggestions: [Suggestion], task: Int, from place: Int) throws(StoreError) {
    let statement = try connection.statement(
      "INSERT INTO suggestion (task, place, question, model, score, answer, import) VALUES (?, ?, ?, ?, ?, ?, ?)")
    for (index, suggestion) in suggestions.enumerated() {
      try statement.run([
        .integer(task), .integer(place + index), .text(suggestion.question), .text(suggestion.model),
        suggestion.score.map { .double($0) } ?? .null, .text(suggestion.answer.jsonText),
        .integer(importNumber ?? 0),
      ])
    }
    totals?.suggestions += suggestions.count
    counts.suggestions += suggestions.count
  }

  /// New suggestions change how the annotations that are there stand to them.
  private func compareAgain(_ task: Int) throws(StoreError) {
    let suggestions = try table.suggestions(ofTask: task, in: connection)
    let annotations = AnnotationTable()
    let sql = "SELECT annotator, \(AnnotationTable.columns) FROM annotation WHERE task = ?"
    let present = try connection.statement(sql).all([.integer(task)]) { (row) throws(StoreError) in
      (row.integer(0), try annotations.annotation(from: row, at: 1))
    }
    for (annotator, annotation) in present {
      try connection.run(
        "UPDATE annotation SET differs = ? WHERE task = ? AND annotator = ?",
        [
          .integer(SuggestionTable.compare(annotation, with: suggestions).rawValue), .integer(task),
          .integer(annotator),
        ])
    }
  }

  private mutating func addAnnotation(
    toTask number: Int, _ named: NamedAnnotation
  ) throws(StoreError) -> ImportOutcome {
    guard var totals else { return .noTask }
    let annotator = try Annotators.makeNumber(of: named.annotator, in: connection)
    var annotation = named.annotation
    annotation.revision = max(1, annotation.revision)
    if let present = try AnnotationTable().annotation(ofTask: number, by: annotator, in: connection) {
      return present == annotation ? .alreadyThere(number) : .differs(number)
    }
    let change = AnnotationChange(
      connection: connection, task: number, annotator: annotator, old: nil, new: annotation)
    try change.write(.init(kind: .imported, at: source.at, token: nil, save: 0), &totals)
    self.totals = totals
    counts.annotations += 1
    return .added(number)
  }
}
