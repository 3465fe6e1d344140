import PostilModel
import PostilScreen

/// A scalar on a line beside its title.
struct ValueFieldPane: FieldPane {
  let isTight = true

  func texts(of value: JSONValue) -> [String] { [value.string ?? value.jsonText] }

  func blocks(_ field: FieldDefinition, value: JSONValue, width: Int) -> [TextBlock] {
    let title = field.title.isEmpty ? field.name : field.title
    let indent = min(max(TextWidth.columns(of: title) + 2, 10), max(4, width / 2))
    let layout = TextLayout(texts(of: value)[0], width: width - indent)
    return [TextBlock(top: 0, indent: indent, layout: layout, role: .text, text: 0, label: title)]
  }
}
