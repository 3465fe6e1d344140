import PostilConfiguration
import PostilFormats
public import PostilModel

/// Reads people from a table or JSON records: the columns `name`, `role`, `kind`, `skills` and `pay`. All of a file is good,
/// or none of it is taken.
public struct PeopleReader {
  /// What is wrong with a file, where, and what to do.
  public struct Failure: Error, CustomStringConvertible, Sendable {
    /// The words.
    public let description: String
  }

  /// The columns.
  public static let columns = ["name", "role", "kind", "skills", "pay"]

  private let roster: Roster

  /// A reader that changes entries of a roster: what a table has no column for stays.
  public init(changing roster: Roster) { self.roster = roster }

  /// The entries of a file, in its order; `-` is standard input.
  ///
  /// - Throws: `Failure`, `TransferError`.
  public func read(_ path: String) throws -> [Person] {
    let fields = Self.columns.map { FieldDefinition(name: $0, kind: .value, isRequired: $0 == "name") }
    let layout = try RecordLayout(Project(name: "", fields: fields, questions: []))
    let input = try ByteInput(path: path)
    let format = try Formats.recognise(input, for: layout)
    guard let reader = format.makeReader?() else {
      throw TransferError.wrongDirection(format: format.name, wanted: "import", known: Formats.importNames)
    }
    let sink = Sink(roster, path)
    try reader.read(input, with: RecordDecoder(layout), into: sink)
    return sink.people
  }

  /// Takes the records apart.
  private final class Sink: RecordSink {
    private let roster: Roster
    private let path: String
    private let parser = JSONParser()
    private(set) var people: [Person] = []

    init(_ roster: Roster, _ path: String) {
      self.roster = roster
      self.path = path
    }

    func take(_ record: inout ImportedRecord, raw: RawRecord) throws {
      let unknown = try object(record.metadata).keys + (record.id.isEmpty ? [] : ["id"])
      if let stranger = unknown.first {
        let hint = DidYouMean.nearest(to: stranger, among: PeopleReader.columns).map { ", did you mean \"\($0)\"?" }
        throw fail(
          "unknown column \"\(stranger)\"\(hint ?? "; the columns are \(PeopleReader.columns.joined(separator: ", "))")",
          raw)
      }
      let values = try object(record.fields)
      let name = Self.text(values["name"])
      var person = roster.person(named: name) ?? Person(name: name)
      do throws(PersonEntry.Problem) {
        try PersonEntry(
          role: Self.given(values["role"]), kind: Self.given(values["kind"]), skills: Self.given(values["skills"]),
          pay: Self.given(values["pay"])
        ).apply(to: &person)
      } catch {
        throw fail(error.reason, raw)
      }
      if people.contains(where: { $0.name == name }) { throw fail("\"\(name)\" is there twice", raw) }
      people.append(person)
    }

    func reject(_ raw: RawRecord, because rejection: Rejection) throws { throw fail(rejection.reason, raw) }

    func pass(byteCount: Int) {}

    private func fail(_ reason: String, _ raw: RawRecord) -> Failure {
      Failure(description: "\(path), line \(raw.line): \(reason); nobody was taken from the file")
    }

    private func object(_ bytes: [UInt8]) throws -> JSONObject {
      try bytes.withUnsafeBytes { try parser.parse($0) }.object ?? JSONObject()
    }

    private static func given(_ value: JSONValue?) -> String? { value.map(text) }

    private static func text(_ value: JSONValue?) -> String { value.map { $0.string ?? $0.jsonText } ?? "" }
  }
}
