import PostilFormats
public import PostilModel
public import PostilStore

/// Reads known answers from a table or JSON records: `task` (or `id`), a column a question, and if there are any
/// `explanation` and `qualification`. All of a file is good, or none of it is taken.
public struct GoldReader {
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

  /// What a file says; `-` is standard input.
  ///
  /// - Parameter skipsUnknown: whether the rest is taken where ids are of no task; else nothing is.
  /// - Throws: `WholeFileError`, `TransferError`, `StoreError`.
  public func read(_ path: String, skipsUnknown: Bool = false) throws -> GoldFile {
    let layout = try RecordLayout(project, purpose: .gold, values: values)
    var found = GoldFile()
    var seen: Set<Int> = []
    found.remarks = try WholeFile(layout: layout, outcome: Self.outcome).read(path) { [store] record, line in
      let id = String(decoding: record.id, as: UTF8.self)
      guard let number = try store.number(ofTask: id) else {
        return found.strangers.append(GoldFile.Stranger(id: id, line: line))
      }
      guard seen.insert(number).inserted else {
        throw WholeFile.Problem(reason: "the task \(JSONValue.string(id).jsonText) is there twice")
      }
      guard let annotation = record.annotations.first?.annotation else { return }
      found.tasks.append(
        GoldTask(
          task: number, answers: annotation.answers, explanation: annotation.comment,
          isQualification: annotation.isFlagged))
    }
    if !skipsUnknown, let words = found.strangersWords {
      let place = found.strangers.count == 1 ? "\(path), \(words)" : "\(path): \(words)"
      throw WholeFileError(description: "\(place); \(Self.outcome), --skip-unknown takes the rest")
    }
    return found
  }

  private static let outcome = "nothing was taken from the file"
}
