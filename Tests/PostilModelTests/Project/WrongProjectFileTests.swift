import PostilConfiguration
import PostilModel
import Testing

/// Wrong files and, word for word, what Postil says about them.
@Suite struct WrongProjectFileTests {
  /// Six lines that are right: a question put after them begins on line 7.
  static let head = """
    [project]
    name = "T"

    [[field]]
    name = "text"


    """
  static let labels = "type = \"label\"\nlabels = [\"a\", \"b\"]\n"
  static let question = "[[question]]\nname = \"q\"\n" + labels
  static let knownTypes =
    "Known types: label, labels, rating, number, text, ranking, comparison, ratings, edit, remarks, boxes"
  static let known = "Known keys: name, title, help, required, default, when, type, labels"

  static func messages(_ text: String) -> [String] {
    do {
      _ = try ProjectFile(text: text)
      return []
    } catch {
      return error.description.split(separator: "\n").map(String.init)
    }
  }

  @Test(arguments: [
    ("[project\nname = \"a\"\n", "1:9: not TOML: expected ']', saw the end of the line"),
    ("name = \n", "1:8: not TOML: expected value, saw the end of the line"),
    (
      "name = \"a\n[x]\n",
      "1:10: a text does not end on its line, or has a control character. "
        + "Close it with its quotation mark, or begin and end it with three of them."
    ),
    ("a = 1\na = 2\n", "2:5: \"a\" is there twice. Keep one."),
    ("[a]\n[a]\n", "2:1: \"a\" is there twice. Keep one, or write [[a]] with two brackets for a list."),
    ("x = [1, 2\n\ny = 3\n", "3:1: not TOML: expected comma or closing ']', saw 'y'"),
    (
      "x = yes\n",
      "1:5: a value that is no text, number, list or table. Texts want quotation marks; true and false none."
    ),
    ("x = “abc”\n", "1:5: not TOML. Use straight quotation marks: \" and not “ or ’."),
    ("key: 1\n", "1:4: no = after the key. For example: name = \"text\""),
    (
      "a = 1\n[\n",
      "2: brackets without a name. Write a name in them; one with other letters than a to z wants quotation marks."
    ),
    ("a b\n[[[x]]]\n", "1:3: no = after the key. For example: name = \"text\""),
    ("// c\n", "1:1: not TOML. A remark begins with #."),
    ("x = 1,\n", "1:6: more on the line than a key and its value. Write each key on a line of its own."),
    ("x = \"\"\"abc", "1:11: the file ends in the middle of a value"),
    ("a = 1\nb = \"\u{0}\"\n", "2: a NUL byte. Take it out; the file must be text."),
  ])
  func whatIsNotTOML(text: String, message: String) {
    #expect(Self.messages(text) == ["postil.toml:" + message])
  }

  @Test func whatIsNotUTF8() {
    let bytes = Array("[project]\nname = \"".utf8) + [0xE9] + Array("\"\n".utf8)
    #expect(
      throws: ConfigurationError(
        file: "p.toml", problems: [.init(line: 2, message: "not UTF-8", hint: "Save the file as UTF-8.")])
    ) { try ProjectFile(bytes, file: "p.toml") }
  }

  @Test func whatIsMissing() {
    #expect(
      Self.messages("") == [
        "postil.toml: no [project]. Begin with [project], and below it name = \"…\"",
        "postil.toml: no [[field]]: nothing would be shown. For example: [[field]], and below it name = \"text\"",
        "postil.toml: no [[question]]: nothing would be asked. For example: [[question]], and below it "
          + "name = \"feeling\", type = \"label\", labels = [\"good\", \"bad\"], each on a line",
      ])
  }

  @Test(arguments: [
    (
      "[[question]]\nname = \"q\"\ntype = \"lable\"\nlabels = [\"a\"]\n",
      ["9: unknown question type \"lable\", did you mean \"label\"? \(knownTypes)"]
    ),
    ("[[question]]\n" + labels, ["7: question 1 has no \"name\""]),
    (
      "[[question]]\nname = \"q\"\n",
      ["7: question \"q\" has no \"type\". \(knownTypes)"]
    ),
    (question + "default = \"c\"\n", ["11: the default of question \"q\" is no answer to it: it has no label \"c\""]),
    (
      question + "requird = false\n",
      ["11: unknown key \"requird\" in question \"q\", did you mean \"required\"? " + known]
    ),
    (
      question + "title = 5\nhelp = [1]\nrequired = \"yes\"\n",
      [
        "11: \"title\" of question \"q\" wants a text in quotes, has the number 5",
        "12: \"help\" of question \"q\" wants a text in quotes, has a list",
        "13: \"required\" of question \"q\" wants true or false without quotes, has the text \"yes\"",
      ]
    ),
    (question + question, ["12: the question \"q\" is there twice, first on line 7"]),
    (
      "[[question]]\nname = \"text\"\n" + labels,
      [
        "8: the question \"text\" has the name of the field on line 4. "
          + "Exported tables have a column for each: choose another name."
      ]
    ),
    (
      "[[question]]\nname = \"state\"\n" + labels,
      [
        "8: the name \"state\" of question 1 is taken: "
          + "the desk, the queue's filter or an export uses it for itself. Choose another."
      ]
    ),
    ("[[question]]\nname = \"my q\"\n" + labels, ["8: the name \"my q\" of question 1 has a blank; use _ instead"]),
    ("[[question]]\nname = \"1st\"\n" + labels, ["8: the name \"1st\" of question 1 must begin with a letter"]),
    (
      "[[question]]\nname = \"a/b\"\n" + labels,
      ["8: the name \"a/b\" of question 1 has \"/\"; only letters, digits, _ and - may stand in it"]
    ),
    (question + "\n[question.x]\nname = \"r\"\n", ["12: unknown key \"x\" in question \"q\". " + known]),
  ])
  func wrongQuestions(text: String, messages: [String]) {
    #expect(Self.messages(Self.head + text) == messages.map { "postil.toml:" + $0 })
  }

  @Test(arguments: [
    ("[\"a\"]", ["10: \"labels\" of question \"q\" wants at least 2 labels, has 1"]),
    (
      "[\n{ nam = \"c\" },\n  7,\n\"a\",\n]",
      [
        "11: a label of question \"q\" has no \"name\"",
        "11: unknown key \"nam\" in a label of question \"q\", did you mean \"name\"? "
          + "Known keys: name, title, key, help",
        "12: a label of question \"q\" wants a text or a table, has the number 7. "
          + "A label is a text, or a table like { name = \"yes\", key = \"y\" }",
      ]
    ),
    (
      "[\n{ name = \"a\", key = \"xy\" },\n{ name = \"c|d\", key = \" \" },\n]",
      [
        "11: \"key\" of label \"a\" wants a single character, has \"xy\"",
        "12: \"key\" of label \"c|d\" wants a character that can be seen, has \" \"",
        "12: the label \"c|d\" has |, which parts labels in exported tables",
      ]
    ),
    (
      "[ # first\n{ name = \"a\", key = \"x\" },\n\n{ name = \"b\", key = \"x\" }, \"a\"]",
      [
        "13: the labels \"a\" and \"b\" both want the key \"x\"",
        "13: the label \"a\" of question \"q\" is there twice",
      ]
    ),
    ("[\"a\", \"b\\u001B[2J\"]", ["10: the label \"b<U+001B>[2J\" of question \"q\" has the control character U+001B"]),
  ])
  func wrongLabels(text: String, messages: [String]) {
    let text = Self.head + "[[question]]\nname = \"q\"\ntype = \"label\"\nlabels = " + text + "\n"
    #expect(Self.messages(text) == messages.map { "postil.toml:" + $0 })
  }

  @Test(arguments: [
    (
      "type = \"text\"\nwhen = { question = \"p\", is = \"a\" }",
      "15: \"when\" of question \"r\" names \"p\", which is no question before it. Questions before it: q"
    ),
    (
      "type = \"text\"\nwhen = { question = \"q\", is = \"aa\" }",
      "15: \"when\" of question \"r\" can never hold: question \"q\" has no label \"aa\", did you mean \"a\"? "
        + "Known answers: a, b"
    ),
    (
      "type = \"text\"\nwhen = { question = \"r\", is = \"a\" }",
      "15: \"when\" of question \"r\" names \"r\", which is no question before it. Questions before it: q"
    ),
    (
      "type = \"text\"\nwhen = { question = \"q\", is = [] }",
      "15: \"is\" of \"when\" of question \"r\" is an empty list"
    ),
    (
      "type = \"rating\"\nlowest = 5\nhighest = 1",
      "15: \"lowest\" of question \"r\" must be below \"highest\": 5 is not below 1"
    ),
    (
      "type = \"rating\"\nhighest = 500",
      "15: the scale of question \"r\" has more than 101 steps. Use a number."
    ),
    (
      "type = \"rating\"\nlowest = 1.5",
      "15: \"lowest\" of question \"r\" wants a whole number from -1000 to 1000, has the number 1.5"
    ),
    (
      "type = \"number\"\nat_least = 5\nat_most = 1",
      "15: \"at_least\" of question \"r\" is more than \"at_most\": 5 > 1"
    ),
    ("type = \"number\"\nunit = \"a\\tb\"", "15: \"unit\" of question \"r\" has the control character U+0009"),
    (
      "type = \"labels\"\nlabels = [\"a\", \"b\"]\nat_most = 3",
      "16: \"at_most\" of question \"r\" wants a whole number from 1 to 2, has the number 3"
    ),
    (
      "type = \"text\"\nat_least = 9\nat_most = 3",
      "15: \"at_least\" of question \"r\" is more than \"at_most\": 9 > 3"
    ),
  ])
  func wrongConditionsAndBounds(text: String, message: String) {
    let text = Self.head + Self.question + "\n[[question]]\nname = \"r\"\n" + text + "\n"
    #expect(Self.messages(text) == ["postil.toml:" + message])
  }

  @Test func aQuestionThatIsWrongDoesNotMakeThoseThatHangOnItWrong() {
    let text =
      Self.head + Self.question.replacing("label\"", with: "lable\"") + """

        [[question]]
        name = "r"
        type = "text"
        when = { question = "q", is = "a" }
        """
    #expect(Self.messages(text).count == 1)
  }

  @Test(arguments: [
    ("[field]\nname = \"text\"", ["4: [field] wants two brackets on each side. Write [[field]]."]),
    (
      "[[field]]\nname = \"id\"\ntype = \"chatt\"",
      [
        "5: the name \"id\" of field 1 is taken: Postil reads it from the record itself. Choose another.",
        "6: unknown field type \"chatt\", did you mean \"chat\"? Known field types: text, chat, value, candidates, image",
      ]
    ),
    (
      "[[field]]\nname = \"a\"\n[[field]]\nname = \"a\"",
      ["7: the field \"a\" is there twice, first on line 4"]
    ),
  ])
  func wrongFields(text: String, messages: [String]) {
    let text = "[project]\nname = \"T\"\n\n" + text + "\n\n" + Self.question
    #expect(Self.messages(text) == messages.map { "postil.toml:" + $0 })
  }

  @Test func wrongProjectTable() {
    let text = """
      [project]
      guidelines = "../x.md"
      annotators_per_task = 0
      advance = "atuo"
      lease = 3

      [[field]]
      name = "text"

      """
    #expect(
      Self.messages(text + Self.question) == [
        "postil.toml:1: [project] has no \"name\"",
        "postil.toml:2: the guidelines \"../x.md\" are outside the project. "
          + "Give a path below the project's folder, such as \"guidelines.md\"",
        "postil.toml:3: \"annotators_per_task\" of [project] wants a whole number from 1 to 1000, has the number 0",
        "postil.toml:4: unknown advance word \"atuo\", did you mean \"auto\"? Known advance words: auto, submit, stay",
        "postil.toml:5: unknown key \"lease\" in [project]. "
          + "Known keys: name, guidelines, annotators_per_task, advance, blind",
      ])
  }
}
