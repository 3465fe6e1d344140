import PostilModel
import PostilScreen

/// The turns of a conversation: who speaks, and below it what is said, indented.
struct ChatFieldPane: FieldPane {
  private struct Turn {
    var role: String
    var content: String
  }

  func texts(of value: JSONValue) -> [String] { turns(of: value).map(\.content) }

  func blocks(_ field: FieldDefinition, value: JSONValue, width: Int) -> [TextBlock] {
    var blocks: [TextBlock] = []
    if !field.title.isEmpty {
      blocks.append(TextBlock(top: 0, indent: 0, layout: TextLayout(field.title, width: width), role: .metadataName))
    }
    for (index, turn) in turns(of: value).enumerated() {
      var top = blocks.last?.bottom ?? 0
      if index > 0 { top += 1 }
      if !turn.role.isEmpty {
        blocks.append(
          TextBlock(top: top, indent: 0, layout: TextLayout(turn.role, width: width), role: Self.look(of: turn.role)))
        top += blocks[blocks.count - 1].layout.count
      }
      let layout = TextLayout(turn.content, width: width - 2)
      blocks.append(TextBlock(top: top, indent: 2, layout: layout, role: .text, text: index))
    }
    return blocks
  }

  private static func look(of role: String) -> Role {
    switch role.lowercased() {
    case "assistant", "gpt", "bot", "model": .chatAssistant
    case "system", "tool", "function", "developer": .chatSystem
    default: .chatUser
    }
  }

  private func turns(of value: JSONValue) -> [Turn] {
    guard let elements = value.array else { return [Turn(role: "", content: value.string ?? value.jsonText)] }
    return elements.map { element in
      guard let object = element.object else { return Turn(role: "", content: element.string ?? element.jsonText) }
      let content = object["content"] ?? object["value"] ?? object["text"]
      return Turn(
        role: (object["role"] ?? object["from"])?.string ?? "",
        content: content.map { $0.string ?? $0.jsonText } ?? element.jsonText)
    }
  }
}
