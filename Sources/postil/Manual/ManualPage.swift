import PostilModel

/// The manual page, in the mdoc language, made from what ArgumentParser knows of the command line (its help as JSON) and
/// from `ManualSections`.
struct ManualPage {
  private let root: JSONObject
  private var out = ""

  /// A page from ArgumentParser's dump of its help.
  init(dump: String) throws(JSONError) {
    root = try JSONParser().parse(dump).object?["command"]?.object ?? JSONObject()
  }

  /// The page's source.
  ///
  /// - Parameter date: when the manual was made: `January 31, 2026`.
  mutating func text(date: String) -> String {
    out = ".Dd \(date)\n.Dt POSTIL 1\n.Os\n.Sh NAME\n.Nm postil\n.Nd judge records at a desk in the terminal\n"
    line(".Sh SYNOPSIS\n.Nm\n.Op Ar subcommand\n.Op Ar options")
    line(".Sh DESCRIPTION")
    paragraphs(root["discussion"]?.string ?? "")
    line(".Sh SUBCOMMANDS")
    for command in subcommands(of: root) {
      describe(command)
      for inner in subcommands(of: command) { describe(inner, after: command["commandName"]?.string ?? "") }
    }
    for section in ManualSections.all { describe(section) }
    return out
  }

  private func subcommands(of command: JSONObject) -> [JSONObject] {
    (command["subcommands"]?.array ?? []).compactMap(\.object)
      .filter { $0["shouldDisplay"]?.bool != false && $0["commandName"]?.string != "help" }
  }

  private mutating func describe(_ command: JSONObject, after outer: String = "") {
    let name = (outer.isEmpty ? "" : outer + " ") + (command["commandName"]?.string ?? "")
    let arguments = (command["arguments"]?.array ?? []).compactMap(\.object)
      .filter { $0["shouldDisplay"]?.bool != false && !Self.isCommon($0) }
    line(".Ss \(Self.escaped(name))")
    line(".Nm Cm \(Self.escaped(name))")
    for argument in arguments { line(synopsis(of: argument)) }
    line(".Pp")
    paragraphs(command["abstract"]?.string ?? "")
    if let discussion = command["discussion"]?.string {
      line(".Pp")
      paragraphs(discussion)
    }
    guard !arguments.isEmpty else { return }
    line(".Bl -tag -width Ds")
    for argument in arguments {
      line(".It " + label(of: argument))
      paragraphs(argument["abstract"]?.string ?? "")
      if let values = argument["allValues"]?.array?.compactMap(\.string), !values.isEmpty {
        line("One of: \(Self.escaped(values.joined(separator: ", "))).")
      }
    }
    line(".El")
  }

  /// Options that every subcommand has are told once, in a section of their own.
  private static func isCommon(_ argument: JSONObject) -> Bool {
    ["help", "version"].contains(argument["preferredName"]?.object?["name"]?.string ?? "")
  }

  private func synopsis(of argument: JSONObject) -> String {
    let isOptional = argument["isOptional"]?.bool ?? false
    let dots = argument["isRepeating"]?.bool == true ? " ..." : ""
    return (isOptional ? ".Op " : ".") + label(of: argument, isShort: true) + dots
  }

  /// `Fl -format Ar name`, `Ar file`.
  private func label(of argument: JSONObject, isShort: Bool = false) -> String {
    let value = Self.escaped(argument["valueName"]?.string ?? "value")
    if argument["kind"]?.string == "positional" { return "Ar \(value)" }
    var names = (argument["names"]?.array ?? []).compactMap(\.object)
    if isShort, let first = names.first { names = [first] }
    let flags = names.map { name in
      let dash = name["kind"]?.string == "long" ? "\\-" : ""
      return "Fl " + dash + Self.escaped(name["name"]?.string ?? "")
    }
    return flags.joined(separator: " , ") + (argument["kind"]?.string == "option" ? " Ar \(value)" : "")
  }

  private mutating func describe(_ section: ManualSections.Section) {
    line(".Sh \(section.title)")
    if !section.introduction.isEmpty { paragraphs(section.introduction) }
    guard !section.rows.isEmpty else { return }
    line(".Bl -tag -width Ds")
    for row in section.rows {
      line(".It \(row.isPath ? "Pa" : row.isVariable ? "Ev" : "Sy") \(Self.escaped(row.name))")
      paragraphs(row.text)
    }
    line(".El")
  }

  /// Words as they are; lines that begin with blanks as examples, unchanged.
  private mutating func paragraphs(_ text: String) {
    var isExample = false
    for part in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let indented = part.hasPrefix("  ")
      if indented != isExample {
        line(indented ? ".Bd -literal -offset indent" : ".Ed")
        isExample = indented
      }
      if part.isEmpty {
        if !isExample, !out.hasSuffix(".Ed\n"), !out.hasSuffix(".Pp\n") { line(".Pp") }
      } else {
        if indented { line(Self.escaped(String(part.dropFirst(2)))) } else { prose(part) }
      }
    }
    if isExample { line(".Ed") }
    if out.hasSuffix(".Pp\n") { out.removeLast(4) }
  }

  /// A sentence begins a new line, and lines are short, as mdoc wants it.
  private mutating func prose(_ text: Substring) {
    var words: [Substring] = []
    for word in text.split(separator: " ") {
      words.append(word)
      let isEnd = word.hasSuffix(".") || word.hasSuffix("?") || word.hasSuffix("!")
      guard isEnd || words.reduce(0, { $0 + $1.utf8.count + 1 }) > 64 else { continue }
      line(Self.escaped(words.joined(separator: " ")))
      words = []
    }
    if !words.isEmpty { line(Self.escaped(words.joined(separator: " "))) }
  }

  private mutating func line(_ text: String) { out += text + "\n" }

  /// Text that roff takes as text.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "\"": result += "\\(dq"
      default: result.append(character)
      }
    }
    return result.hasPrefix(".") || result.hasPrefix("'") ? "\\&" + result : result
  }
}
