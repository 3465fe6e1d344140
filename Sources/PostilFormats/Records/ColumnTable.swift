import PostilModel

/// Which keys of a record have a meaning, and which.
struct ColumnTable {
  /// The place of `id` (or the key mapped to it).
  static let id = 0
  /// The place of `suggestions`.
  static let suggestions = 1
  /// The place of `fields`.
  static let fields = 2
  /// The place of `metadata`.
  static let metadata = 3
  /// The place of `provenance`.
  static let provenance = 4
  /// The place of `annotations`.
  static let annotations = 5
  /// The place of `resolution`.
  static let resolution = 6
  /// The place of `question`, in suggestions on their own.
  static let question = 7
  /// The place of `answer`.
  static let answer = 8
  /// The place of `model`.
  static let model = 9
  /// The place of `score`.
  static let score = 10

  /// The keys, with quotes, by their place.
  let keys: [[UInt8]]
  /// By place: whether it is a field of the project.
  let isField: [Bool]
  /// By field: its place.
  let fieldColumns: [Int]
  /// By place: the way into another column, where `--map` names one.
  let paths: [ColumnPath?]
  /// False when the project itself has fields of the names that mark Postil's own exports.
  let mayBeOwnShape: Bool

  init(_ layout: RecordLayout) {
    var names = [
      layout.column(for: "id"), "suggestions", "fields", "metadata", "provenance", "annotations", "resolution",
      "question", "answer", "model", "score",
    ]
    let fixed = names.count
    var columns: [Int] = []
    for field in layout.fields {
      let name = layout.column(for: field.name)
      if let place = names.firstIndex(of: name) {
        columns.append(place)
      } else {
        columns.append(names.count)
        names.append(name)
      }
    }
    keys = names.map { Array(jsonKey: $0) }
    let mapped = Set(layout.mapping.values)
    paths = names.map { mapped.contains($0) ? ColumnPath($0) : nil }
    isField = names.indices.map { columns.contains($0) }
    fieldColumns = columns
    mayBeOwnShape = !columns.contains { $0 < fixed && $0 >= Self.suggestions && $0 <= Self.resolution }
  }
}
