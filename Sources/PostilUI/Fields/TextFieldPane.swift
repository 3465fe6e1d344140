import PostilModel
import PostilScreen

/// A text with its title above it.
struct TextFieldPane: FieldPane {
  func texts(of value: JSONValue) -> [String] { [value.string ?? value.jsonText] }

  func blocks(_ field: FieldDefinition, value: JSONValue, width: Int) -> [TextBlock] {
    var blocks: [TextBlock] = []
    if !field.title.isEmpty {
      blocks.append(TextBlock(top: 0, indent: 0, layout: TextLayout(field.title, width: width), role: .metadataName))
    }
    let layout = TextLayout(texts(of: value)[0], width: width)
    blocks.append(TextBlock(top: blocks.last?.bottom ?? 0, indent: 0, layout: layout, role: .text, text: 0))
    return blocks
  }
}
