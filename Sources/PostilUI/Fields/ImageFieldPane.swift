import PostilModel
import PostilScreen

/// The name of a picture's file on a line: where the picture itself is not drawn.
struct ImageFieldPane: FieldPane {
  let isTight = true

  func texts(of value: JSONValue) -> [String] { [value.string ?? value.jsonText] }

  func blocks(_ field: FieldDefinition, value: JSONValue, width: Int) -> [TextBlock] {
    ValueFieldPane().blocks(field, value: value, width: width)
  }
}
