import PostilModel

/// How a format writes a turn: the keys and the names of the roles.
struct TurnWording {
  private let heads: [[UInt8]]

  /// - Parameter names: The names of system, user, assistant and tool.
  private init(role: String, content: String, names: (String, String, String, String)) {
    heads = [names.0, names.1, names.2, names.3].map { Array(#"{"\#(role)":"\#($0)","\#(content)":""#.utf8) }
  }

  /// `{"role": "user", "content": …}`, as TRL, OpenAI and many others have it.
  static let chat = TurnWording(role: "role", content: "content", names: ("system", "user", "assistant", "tool"))
  /// `{"from": "human", "value": …}`, with the names that LLaMA-Factory reads.
  static let shareGPT = TurnWording(role: "from", content: "value", names: ("system", "human", "gpt", "observation"))

  /// What stands before the text of a turn of that role, up to the opening quote.
  func head(_ role: ChatTurn.Role) -> [UInt8] {
    switch role {
    case .system: heads[0]
    case .user: heads[1]
    case .assistant: heads[2]
    case .tool: heads[3]
    }
  }
}

extension TrainingTask {
  /// Appends turns as a list; those of the second range follow those of the first.
  func appendTurns(
    _ first: Range<Int>, _ second: Range<Int> = 0..<0, as wording: TurnWording, to out: inout [UInt8]
  ) {
    out.append(UInt8(ascii: "["))
    var isFirst = true
    for range in [first, second] {
      for turn in turns[range] {
        if !isFirst { out.append(UInt8(ascii: ",")) }
        isFirst = false
        appendTurn(turn, as: wording, to: &out)
      }
    }
    out.append(UInt8(ascii: "]"))
  }

  /// Appends one turn.
  func appendTurn(_ turn: Turn, as wording: TurnWording, to out: inout [UInt8]) {
    out.append(contentsOf: wording.head(turn.role))
    out.append(contentsOf: text[turn.content])
    out.append(literal: "\"}")
  }

  /// Appends the text of a turn, without quotes.
  func appendContent(_ turn: Turn, to out: inout [UInt8]) { out.append(contentsOf: text[turn.content]) }

  /// The one turn of a range if it is of that role; nil for several turns or another role.
  func only(_ role: ChatTurn.Role, in range: Range<Int>) -> Turn? {
    guard range.count == 1, turns[range.lowerBound].role == role else { return nil }
    return turns[range.lowerBound]
  }

  /// Appends a key and the text of a turn in quotes, then what follows; without a closing quote when that is nil.
  func append(_ key: StaticString, _ turn: Turn, _ end: StaticString?, to out: inout [UInt8]) {
    out.append(literal: key)
    out.append(UInt8(ascii: "\""))
    appendContent(turn, to: &out)
    guard let end else { return }
    out.append(UInt8(ascii: "\""))
    out.append(literal: end)
  }

  /// Why a bare text cannot say a conversation.
  static let notPlain = "conversation of several turns, or not of user and assistant, which plain text cannot say"
}
