import PostilFormats
import PostilModel
import PostilTestSupport
import Testing

@Suite("The names of YOLO's classes")
struct YOLONamesTests {
  private static let labels = ["cat", "a, b", "it's", "say \"é\"", "#1", "x: y", "two words", "dog#2"]
  private static let project = Project(
    name: "Pets", fields: [FieldDefinition(name: "image", kind: .image)],
    questions: [Question(name: "parts", kind: BoxesQuestion(labels: labels.map { Choice(name: $0) }))])

  /// The labels of boxes of some classes, by a description of the data set; nil for what is put aside.
  private func labels(of classes: [Int], _ yaml: String) throws -> [String]? {
    let desk = try PictureDesk(Self.project)
    try desk.picture("in/a.png", 100, 100)
    try desk.write(yaml, to: "in/data.yaml")
    try desk.write(classes.map { "\($0) 0.5 0.5 0.5 0.5\n" }.joined(), to: "in/a.txt")
    let found = try desk.load(desk.folder.path(of: "in"), as: "yolo")
    return found.records.first?.suggestedRegions?.map(\.label)
  }

  @Test(
    "names as data sets write them",
    arguments: [
      "names: [cat, 'a, b', 'it''s', \"say \\\"\\u00e9\\\"\", '#1', \"x: y\", two words, dog#2]\n",
      "path: ../a # names: none\nnames:\n  - cat # the first\n  # a remark\n\n  - 'a, b'\n  - \"it's\"\n"
        + "  - 'say \"é\"'\n  - '#1'\n  - 'x: y'   \n  - two words\n  - dog#2\nnc: 8\n",
      "names:\r\n- cat\r\n- 'a, b'\r\n- it's\r\n- say \"é\"\r\n- \"#1\"\r\n- 'x: y'\r\n- two words\r\n- dog#2\r\nnc: 8\r\n",
      "names: [\n  cat,\n 'a, b', # so\n  it's,\n\n  say \"é\", \"#1\", 'x: y'\n  , two words, dog#2,\n]  # end\nnc: 8",
      "names:\n    7: dog#2\n    0: cat  # note\n    1: 'a, b'\n    2: it's\n    3: say \"é\"\n    4: '#1'\n    5: \"x: y\"\n"
        + "    6: two words",
      "---\n'names': {0: cat, \"1\":'a, b', 2: it's, 3: say \"é\", 4: '#1', 5:\n 'x: y', 6: two words, 7: dog#2}\n",
    ])
  func shapes(_ yaml: String) throws { #expect(try labels(of: Array(0..<8), yaml) == Self.labels) }

  @Test("numbers need not begin at nought nor follow each other")
  func numbers() throws {
    let yaml = "names:\n  1: cat\n  2: two words\n  90: it's\n"
    #expect(try labels(of: [90, 1, 2], yaml) == ["it's", "cat", "two words"])
    #expect(try labels(of: [0], yaml) == nil)
    let desk = try PictureDesk(Self.project)
    try desk.picture("a.png", 9, 9)
    try desk.write(yaml, to: "data.yaml")
    try desk.write("0 0.5 0.5 0.5 0.5", to: "a.txt")
    let found = try desk.load(desk.folder.path(of: "a.txt"), as: "yolo")
    let words = "line 1 has the class 0; there are 3 names of classes, the first of which is 1"
    #expect(found.records.map { $0.badSuggestions.map(\.reason) } == [[words]])
  }

  @Test(
    "what is not read is refused with file and line, and never taken for the question's labels",
    arguments: [
      ("names: classes.txt", 1, "neither a list"), ("names: &a [cat]", 1, "neither a list"),
      ("names: []", 1, "no names"), ("nc: 1\nnames:\nnc: 1", 2, "no names"), ("names: [cat\nnc: 1", 2, "comma"),
      ("names: [cat,\n dog", 2, "not closed"), ("names: [[cat]]", 1, "quotes"), ("names: [*a]", 1, "quotes"),
      ("names:\n  - cat\n  - !t dog", 3, "quotes"), ("names:\n  - cat\n   - dog", 3, "indented"),
      ("names:\n  - cat\n  1: dog", 3, "indented"), ("names:\n\t- cat", 2, "tab"), ("names:\n  - 'cat", 2, "quote"),
      ("names:\n  - \"c\\qat\"", 2, "backslash"), ("names:\n  - 'cat' x", 2, "goes on"), ("names:\n  -", 2, "without"),
      ("names:\n  - a: b", 2, "colon"), ("names:\n  cat: 0", 2, "number"), ("names:\n  0:cat", 2, "number"),
      ("names:\n  0: cat\n  0: dog", 3, "second time"), ("names: [cat]\nnames: [dog]", 2, "second time"),
      ("names: [two\n words]", 2, "comma"), ("names:\n  - two\n    words", 3, "indented"),
      ("names: {0: cat, 1}", 1, "number"), ("names: [a: b]", 1, "colon"), ("names:\n  - |\n    cat", 2, "quotes"),
      ("names:\n  99999999999999999999: cat", 2, "number"),
    ])
  func refused(_ yaml: String, _ line: Int, _ words: String) throws {
    do {
      let found = try labels(of: [0], yaml)
      Issue.record("\(yaml) gave \(found ?? [])")
    } catch let error as TransferError {
      guard case .classes(let name, let place, let reason) = error else { throw error }
      #expect(name.hasSuffix("in/data.yaml"))
      #expect(place == line, "\(error)")
      #expect(reason.contains(words), "\(error)")
    }
  }

  @Test("a description without names is passed over; one that is no text is refused, and so is such a classes.txt")
  func others() throws {
    #expect(try labels(of: [0, 1], "path: .\n  names: [dog]\nnc: 2\n") == ["cat", "a, b"])
    for name in ["data.yaml", "classes.txt"] {
      let desk = try PictureDesk(Self.project)
      try desk.picture("in/a.png", 9, 9)
      try desk.write([0x6E, 0xFF, 0x0A], to: "in/\(name)")
      try desk.write("0 0.5 0.5 0.5 0.5", to: "in/a.txt")
      #expect(throws: TransferError.self) { try desk.load(desk.folder.path(of: "in"), as: "yolo") }
    }
  }

  @Test("any bytes after the key: names or a refusal, and nothing falls")
  func anyText() throws {
    var dice = SeededGenerator(seed: 3)
    let alphabet = Array("[]{},:'\"\\#-&* \n\t\r0129abuxU\u{e9}")
    let desk = try PictureDesk(Self.project)
    try desk.picture("in/a.png", 9, 9)
    try desk.write("0 0.5 0.5 0.5 0.5", to: "in/a.txt")
    for _ in 0..<1000 {
      let count = Int.random(in: 1...40, using: &dice)
      let text = String((0..<count).compactMap { _ in alphabet.randomElement(using: &dice) })
      try desk.write("names:" + text, to: "in/data.yaml")
      do { #expect(try desk.load(desk.folder.path(of: "in"), as: "yolo").records.count == 1) } catch is TransferError {}
    }
  }
}
