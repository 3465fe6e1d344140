import ArgumentParser

/// `--map field=column`.
struct FieldMapping: ExpressibleByArgument {
  let field: String
  let column: String

  init?(argument: String) {
    guard let sign = argument.firstIndex(of: "="), sign > argument.startIndex,
      argument.index(after: sign) < argument.endIndex
    else { return nil }
    field = String(argument[..<sign])
    column = String(argument[argument.index(after: sign)...])
  }
}

extension [FieldMapping] {
  /// The columns by field; what is said last counts.
  var columns: [String: String] { Dictionary(map { ($0.field, $0.column) }) { _, last in last } }
}
