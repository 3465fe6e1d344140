import PostilModel

/// The names of a table's columns: fixed ones, fields and questions, no name twice.
struct RowColumns {
  /// The columns of the fields.
  let fields: [String]
  /// The columns of the questions.
  let questions: [String]

  init(_ layout: ExportLayout, fixed: [String]) {
    var taken = Set(fixed)
    func free(_ name: String, _ suffix: String) -> String {
      var name = name
      while !taken.insert(name).inserted { name += suffix }
      return name
    }
    fields = layout.fields.map { free($0.name, "_field") }
    questions = layout.questions.map { free($0.name, "_answer") }
  }
}
