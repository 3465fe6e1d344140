import CJSON
import PostilModel

/// Picks the project's fields out of a task's JSON, in their order.
final class FieldColumns {
  private let splitter: RecordSplitter
  private let names: [String]

  init(_ fields: [FieldDefinition]) {
    names = fields.map(\.name)
    splitter = RecordSplitter(expecting: names.map { Array(jsonKey: $0) })
  }

  /// Calls `body` for each field with its index and its compact JSON; an empty buffer where the task has none.
  func forEach(_ fields: UnsafeRawBufferPointer, _ body: (Int, UnsafeRawBufferPointer) -> Void) {
    let members = try? splitter.split(fields, isPadded: false)
    for index in names.indices {
      let found = members?.members.first { Int($0.target) == index }
      body(index, found.flatMap { members?.value($0) } ?? UnsafeRawBufferPointer(start: nil, count: 0))
    }
  }
}
