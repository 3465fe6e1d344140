import PostilFormats
public import PostilModel
public import PostilStore

/// Reads known answers from a table or JSON records: `task` (or `id`), a column a question, and if there are any
/// `explanation` and `qualification`. All of a file is good, or none of it is taken.
public struct GoldReader {
  /// What is wrong with a file, where, and what to do.
  public struct Failure: Error, CustomStringConvertible, Sendable {
    /// The words.
    public let description: String
  }

  private let project: Project
  private let store: ProjectStore
  private let values: [String: String]

  /// A reader for a project's tasks.
  ///
  /// - Parameter values: what a text stands for, where it is not the answer itself.
  public init(project: Project, store: ProjectStore, values: [String: String] = [:]) {
    self.project = project
    self.store = store
    self.values = values
  }

  /// What a file says, in its order; `-` is standard input.
  ///
  /// - Throws: `Failure`, `TransferError`, `StoreError`.
  public func read(_ path: String) throws -> [GoldTask] {
    let layout = try RecordLayout(project, purpose: .gold, values: values)
    let input = try ByteInput(path: path)
    let format = try Formats.recognise(input, for: layout)
    guard let reader = format.makeReader?() else {
      throw TransferError.wrongDirection(format: format.name, wanted: "import", known: Formats.importNames)
    }
    let sink = Sink(store, path)
    try reader.read(input, with: RecordDecoder(layout), into: sink)
    return sink.tasks
  }

  /// Takes the records.
  private final class Sink: RecordSink {
    private let store: ProjectStore
    private let path: String
    private(set) var tasks: [GoldTask] = []
    private var seen: Set<Int> = []

    init(_ store: ProjectStore, _ path: String) {
      self.store = store
      self.path = path
    }

    func take(_ record: inout ImportedRecord, raw: RawRecord) throws {
      let id = String(decoding: record.id, as: UTF8.self)
      guard let number = try store.number(ofTask: id) else {
        throw fail("there is no task with the id \(JSONValue.string(id).jsonText)", raw)
      }
      guard seen.insert(number).inserted else {
        throw fail("the task \(JSONValue.string(id).jsonText) is there twice", raw)
      }
      guard let annotation = record.annotations.first?.annotation else { return }
      tasks.append(
        GoldTask(
          task: number, answers: annotation.answers, explanation: annotation.comment,
          isQualification: annotation.isFlagged))
    }

    func reject(_ raw: RawRecord, because rejection: Rejection) throws { throw fail(rejection.reason, raw) }

    func pass(byteCount: Int) {}

    private func fail(_ reason: String, _ raw: RawRecord) -> Failure {
      Failure(description: "\(path), line \(raw.line): \(reason); nothing was taken from the file")
    }
  }
}
