import PostilModel
import PostilScreen

/// The turns of a conversation: who speaks, and below it what is said, indented.
struct ChatFieldPane: FieldPane {
  func texts(of value: JSONValue) -> [String] { turns(of: value).map(\.content) }

  func blocks(_ field: FieldDefinition, value: JSONValue, width: Int) -> [TextBlock] {
    var blocks: [TextBlock] = []
    if !field.title.isEmpty {
      blocks.append(TextBlock(top: 0, indent: 0, layout: TextLayout(field.title, width: width), role: .metadataName))
    }
    return blocks + Self.blocks(turns(of: value), top: blocks.last?.bottom ?? 0, width: width)
  }

  /// Turns in blocks from a row on; `firstText` is the first one's number among the field's texts.
  static func blocks(_ turns: [ChatTurn], top: Int, width: Int, firstText: Int = 0) -> [TextBlock] {
    var blocks: [TextBlock] = []
    var top = top
    for (index, turn) in turns.enumerated() {
      if index > 0 { top += 1 }
      if !turn.role.isEmpty {
        let layout = TextLayout(turn.role, width: width)
        blocks.append(TextBlock(top: top, indent: 0, layout: layout, role: look(of: turn.role)))
        top += layout.count
      }
      blocks += FencedText.blocks(turn.content, top: top, indent: 2, width: width - 2, text: firstText + index)
      top = blocks[blocks.count - 1].bottom
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

  private func turns(of value: JSONValue) -> [ChatTurn] {
    guard let elements = value.array else { return [ChatTurn(role: "", content: value.string ?? value.jsonText)] }
    return elements.map { element in
      guard let object = element.object else { return ChatTurn(role: "", content: element.string ?? element.jsonText) }
      let content = object["content"] ?? object["value"] ?? object["text"]
      return ChatTurn(
        role: (object["role"] ?? object["from"])?.string ?? "",
        content: content.map { $0.string ?? $0.jsonText } ?? element.jsonText)
    }
  }
}
