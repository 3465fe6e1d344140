import PostilFormats
import PostilModel
import Testing

@Suite("Open-Assistant trees")
struct OASSTReaderTests {
  /// A message of a tree.
  private func node(
    _ id: String, _ role: String, _ rank: Int? = nil, _ replies: [JSONValue] = [], more: JSONObject = .init()
  )
    -> JSONValue
  {
    var object = JSONObject([("message_id", .string(id)), ("text", .string("text of \(id)")), ("role", .string(role))])
    object.members += more.members
    object["rank"] = rank.map { .integer(Int64($0)) }
    object["replies"] = .array(replies)
    return .object(object)
  }

  private func tree(_ prompt: JSONValue) -> String {
    JSONObject([("message_tree_id", "t"), ("tree_state", "ready"), ("prompt", prompt)]).jsonText
  }

  private var deep: JSONValue {
    let deleted = JSONObject([("deleted", true)])
    return node(
      "r", "prompter", nil,
      [
        node(
          "b", "assistant", 1,
          [node("c", "prompter", nil, [node("e", "assistant", 0), node("d", "assistant", 0), node("f", "assistant")])]),
        node("a", "assistant", 0), node("x", "assistant", 2, more: deleted),
      ])
  }

  @Test("every message with two replies is a task: the thread, the replies by their ids, the ranks by the source")
  func tasks() throws {
    let found = try read(tree(deep), as: "oasst-tree", judging)
    #expect(found.rejects == [])
    #expect(found.records.map(\.idText) == ["r", "c"])
    let fields = try found.records.map { try $0.fieldValues() }
    #expect(fields[1]["prompt"]?.array?.map { $0.object?["role"] } == ["user", "assistant", "user"])
    #expect(fields[0]["responses"]?.array?.map { $0.object?["id"] } == ["a", "b"])
    #expect(fields[0]["responses"]?.array?[0] == ["id": "a", "text": "text of a", "role": "assistant"])
    #expect(found.records[0].answers["rank"] == ["ranking": [["a"], ["b"]]])
    // Two of one rank are as good as each other; one without a rank has none here.
    #expect(found.records[1].answers["rank"] == ["ranking": [["d", "e"]]])
    #expect(found.records.map { $0.annotations[0].annotator } == ["source:oasst-tree", "source:oasst-tree"])
  }

  @Test("the first task keeps the whole tree as it was, the others its id")
  func whole() throws {
    let text = tree(deep).replacing(#""rank":1"#, with: #""rank":1,"score":0.10"#)
    let found = try read(text, as: "oasst-tree", judging)
    #expect(found.records[0].metadataText == text)
    #expect(found.records[1].metadataText == #"{"message_tree_id":"t","tree_state":"ready"}"#)
    #expect(found.allBytes == text.utf8.count)
  }

  @Test("a tree without a choice, or with too many replies, is rejected as it stands; other messages of it are not")
  func rejected() throws {
    let alone = tree(node("r", "prompter", nil, [node("a", "assistant")]))
    let many = (0..<27).map { node("m\($0)", "assistant") }
    let crowded = tree(node("r", "prompter", nil, many))
    let partly = tree(
      node(
        "r", "prompter", nil,
        many.dropLast(2) + [
          node("z", "assistant", nil, [node("y", "prompter"), node("w", "prompter")]), node("v", "assistant"),
        ]))
    let found = try read([alone, crowded, partly].joined(separator: "\n"), as: "oasst-tree", judging)
    #expect(found.kinds == [.nothingToJudge, .nothingToJudge, .nothingToJudge])
    #expect(found.rejects[0].bytes == Array(alone.utf8))
    #expect(found.rejects[1].reason.contains("27 replies to the message r"))
    #expect(found.records.map(\.idText) == ["z"])
    // The tree goes with the first task that there is.
    #expect(found.records[0].metadataText == partly)
    #expect(found.allBytes == (alone + crowded + partly).utf8.count + 2)
  }

  @Test("odd trees are rejected with a reason")
  func odd() throws {
    for (text, kind) in [
      (#"{"message_tree_id":"t"}"#, Rejection.Kind.missingField), (tree("x"), .wrongType),
      (tree(["text": "a"]), .missingField),
      (tree(["message_id": "r", "replies": 7]), .wrongType),
      (tree(node("r", "critic", nil, [node("a", "assistant"), node("b", "assistant")])), .unknownRole),
      (tree(node("r", "prompter", nil, [["message_id": "a"], ["message_id": "b"]])), .wrongType),
    ] {
      #expect(try read(text, as: "oasst-tree", judging).kinds == [kind], "\(text)")
    }
  }

  // MARK: One message a line

  private func message(_ id: String, _ parent: String?, _ role: String, _ tree: String = "t", rank: Int? = nil)
    -> String
  {
    var object = JSONObject([("message_id", .string(id))])
    object["parent_id"] = parent.map { .string($0) }
    object.members +=
      JSONObject([("message_tree_id", .string(tree)), ("text", .string("text of \(id)")), ("role", .string(role))])
      .members
    object["rank"] = rank.map { .integer(Int64($0)) }
    return object.jsonText
  }

  @Test("messages come in any order within their tree, and another tree ends it")
  func flat() throws {
    let lines = [
      message("b", "r", "assistant", rank: 1), message("r", nil, "prompter"), message("a", "r", "assistant", rank: 0),
      message("s", nil, "prompter", "u"), message("q", "s", "assistant", "u"), message("p", "s", "assistant", "u"),
    ]
    let text = lines.joined(separator: "\n") + "\n"
    for chunk in [1, 50, 10_000] {
      let found = try read(Array(text.utf8), as: "oasst-flat", judging, chunk: chunk)
      #expect(found.rejects == [])
      #expect(found.records.map(\.idText) == ["r", "s"])
      #expect(found.lines == [1, 4])
      #expect(found.records[0].answers["rank"] == ["ranking": [["a"], ["b"]]])
      #expect(
        found.records[0].metadataText == #"{"message_tree_id":"t","messages":["# + lines[..<3].joined(separator: ",")
          + "]}")
      #expect(found.allBytes == text.utf8.count)
    }
  }

  @Test("a tree that is not whole, has two roots, goes round, or is too large is put aside with all its lines")
  func flatOdd() throws {
    func kinds(_ lines: [String], limit: Int = 1 << 20) throws -> Collector {
      let text = lines.joined(separator: "\n")
      let found = try read(text, as: "oasst-flat", judging, limit: limit)
      #expect(found.allBytes == text.utf8.count)
      return found
    }
    let good = [message("r", nil, "prompter"), message("a", "r", "assistant"), message("b", "r", "assistant")]
    #expect(try kinds(Array(good.dropFirst())).kinds == [.missingField])
    #expect(try kinds(good + [message("r2", nil, "prompter")]).kinds == [.missingField])
    #expect(try kinds(good + [message("a", "r", "assistant")]).kinds == [.duplicateKey])
    let round = good + [message("c", "d", "assistant"), message("d", "c", "prompter")]
    let found = try kinds(round)
    #expect(found.kinds == [.missingField])
    #expect(found.rejects[0].bytes == Array(round.joined(separator: "\n").utf8))
    let large = try kinds(good + [message("s", nil, "prompter", "u")], limit: 150)
    #expect(large.kinds == [.tooLarge, .tooLarge, .tooLarge, .nothingToJudge])
    #expect(large.records.isEmpty)
  }

  @Test("a thread of ten thousand messages is no trouble")
  func long() throws {
    var lines = [message("m0", nil, "prompter")]
    for index in 1...10_000 {
      lines.append(message("m\(index)", "m\(index - 1)", index % 2 == 0 ? "prompter" : "assistant"))
    }
    lines.append(message("z", "m9999", "prompter"))
    let found = try read(lines.joined(separator: "\n"), as: "oasst-flat", judging)
    #expect(found.records.map(\.idText) == ["m9999"])
  }
}
