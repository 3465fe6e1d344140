import CJSON
import PostilModel

/// A way into a record's lists and objects, as `--map` takes it: `turns.0` is the first of the list `turns`, `meta.lang` the
/// key `lang` of the object `meta`. A column of that very name goes before.
struct ColumnPath {
  /// A step into a list (by its number from 0) or an object.
  private struct Step {
    var key: [UInt8]
    var index: Int?
  }

  /// The column, escaped and without quotes.
  let column: [UInt8]
  private let steps: [Step]

  /// Nil for a name without a dot, and for one with nothing before or behind a dot.
  init?(_ name: String) {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 1, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    column = Self.escaped(parts[0])
    steps = parts.dropFirst().map { part in
      let isNumber = part.utf8.allSatisfy { (0x30...0x39).contains($0) }
      return Step(key: Self.escaped(part), index: isNumber ? Int(part) : nil)
    }
  }

  /// What stands there in the column's value, which is compact JSON; nil when there is nothing.
  func value(in json: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
    var found: UnsafeRawBufferPointer? = json
    for step in steps { found = found.flatMap { Self.value(of: step, in: $0) } }
    return found
  }

  /// The kind of a value, by its first byte.
  static func kind(of json: UnsafeRawBufferPointer) -> UInt8 {
    let kind =
      switch json.first {
      case UInt8(ascii: "\""): CJSON_STRING
      case UInt8(ascii: "["): CJSON_ARRAY
      case UInt8(ascii: "{"): CJSON_OBJECT
      case UInt8(ascii: "n"): CJSON_NULL
      case UInt8(ascii: "t"): CJSON_TRUE
      case UInt8(ascii: "f"): CJSON_FALSE
      default: json.contains { ".eE".utf8.contains($0) } ? CJSON_DOUBLE : CJSON_INTEGER
      }
    return UInt8(kind.rawValue)
  }

  private static func value(of step: Step, in json: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
    var walker = JSONWalker(json)
    if let index = step.index, walker.enter("[") {
      var place = 0
      while walker.next() {
        let value = walker.value()
        if place == index { return value }
        place += 1
      }
      return nil
    }
    guard walker.enter("{") else { return nil }
    while walker.next() {
      let key = walker.key()
      let value = walker.value()
      if key.elementsEqual(step.key) { return value }
    }
    return nil
  }

  private static func escaped(_ name: String) -> [UInt8] { Array(Array(jsonKey: name).dropFirst().dropLast()) }
}
