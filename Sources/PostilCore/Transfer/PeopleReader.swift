import PostilConfiguration
import PostilFormats
public import PostilModel

/// Reads people from a table or JSON records: the columns `name`, `role`, `kind`, `skills` and `pay`. All of a file is good,
/// or none of it is taken.
public struct PeopleReader {
  /// The columns.
  public static let columns = ["name", "role", "kind", "skills", "pay"]

  private let roster: Roster
  private let mapping: [String: String]
  private let parser = JSONParser()

  /// A reader that changes entries of a roster: what a table has no column for stays.
  ///
  /// - Parameter mapping: what a column is called in the file, where it differs.
  public init(changing roster: Roster, mapping: [String: String] = [:]) {
    self.roster = roster
    self.mapping = mapping
  }

  /// The entries of a file, in its order; `-` is standard input.
  ///
  /// - Throws: `WholeFileError`, `TransferError`.
  public func read(_ path: String) throws -> [Person] {
    if let stranger = mapping.keys.sorted().first(where: { !Self.columns.contains($0) }) {
      let known = Self.columns.joined(separator: ", ")
      throw WholeFileError(description: "--map names \"\(stranger)\"; it can name \(known)")
    }
    let fields = Self.columns.map { FieldDefinition(name: $0, kind: .value, isRequired: $0 == "name") }
    let layout = try RecordLayout(Project(name: "", fields: fields, questions: []), mapping: mapping)
    var people: [Person] = []
    var names: Set<String> = []
    try WholeFile(layout: layout, outcome: "nobody was taken from the file").read(path) { record, _ in
      let person = try self.person(record)
      guard names.insert(person.name).inserted else {
        throw WholeFile.Problem(reason: "\"\(person.name)\" is there twice")
      }
      people.append(person)
    }
    return people
  }

  /// Somebody as a record tells of them.
  private func person(_ record: borrowing ImportedRecord) throws -> Person {
    try checkColumns(record)
    let values = try object(record.fields)
    let name = Self.text(values["name"])
    var person = roster.person(named: name) ?? Person(name: name)
    do throws(PersonEntry.Problem) {
      try PersonEntry(
        role: Self.given(values["role"]), kind: Self.given(values["kind"]), skills: Self.given(values["skills"]),
        pay: Self.given(values["pay"])
      ).apply(to: &person)
    } catch {
      throw WholeFile.Problem(reason: error.reason)
    }
    return person
  }

  /// A column that nobody knows is a slip of the pen: what it tells would be lost.
  private func checkColumns(_ record: borrowing ImportedRecord) throws {
    let unknown = try object(record.metadata).keys + (record.id.isEmpty ? [] : ["id"])
    // The way to `who.name` leads through `who`.
    guard let stranger = unknown.first(where: { key in !mapping.values.contains { $0.hasPrefix(key + ".") } }) else {
      return
    }
    let named = "unknown column \"\(stranger)\""
    if let near = DidYouMean.nearest(to: stranger, among: Self.columns) {
      throw WholeFile.Problem(
        reason: "\(named), did you mean \"\(near)\"? Say so with \(Self.option(near, stranger))")
    }
    throw WholeFile.Problem(
      reason: "\(named); the columns are \(Self.columns.joined(separator: ", ")): say which it is with "
        + "\(Self.option("COLUMN", stranger)), or take it out")
  }

  /// The option as a shell takes it.
  private static func option(_ field: String, _ column: String) -> String {
    column.contains(where: \.isWhitespace) ? "--map \"\(field)=\(column)\"" : "--map \(field)=\(column)"
  }

  private func object(_ bytes: [UInt8]) throws -> JSONObject {
    try bytes.withUnsafeBytes { try parser.parse($0) }.object ?? JSONObject()
  }

  private static func given(_ value: JSONValue?) -> String? { value.map(text) }

  private static func text(_ value: JSONValue?) -> String { value.map { $0.string ?? $0.jsonText } ?? "" }
}
