import ArgumentParser
import PostilConfiguration
import PostilCore
import PostilModel
import PostilScreen

/// `postil themes`: the themes at hand, or a check of one.
struct ThemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes",
    abstract: "List the themes, or check one that you write.",
    discussion: """
      Your own themes are TOML files in $XDG_CONFIG_HOME/postil/themes. A check tells what is wrong in the file, and \
      what is hard to read with 256, 16 or 8 colours on the paper that the theme assumes; the exit code is 1 then.

      Examples:
        postil themes
        postil themes --check ~/.config/postil/themes/mine.toml
      """)

  @OptionGroup var output: JSONOption

  @Option(help: "Check this theme file.", completion: .file(extensions: ["toml"]))
  var check: String?

  func run() throws {
    if let check { return try Self.check(check, json: output.json) }
    let library = ThemeLibrary.ofThisProgram
    var rows: [JSONValue] = []
    var text = ""
    for name in library.names {
      let path = library.path(of: name)
      let summary: String
      do throws(ConfigurationError) {
        summary = try library.theme(named: name).summary
      } catch {
        summary = "wrong: " + (error.problems.first?.text(in: error.file) ?? "")
      }
      rows.append([
        "name": .string(name), "summary": .string(summary), "file": path.map { .string($0) } ?? .null,
      ])
      text += "\(SafeText.line(name))  \(SafeText.line(summary))" + (path.map { "  \(SafeText.line($0))" } ?? "") + "\n"
    }
    if output.json { StandardOutput.write(.array(rows)) } else { StandardOutput.write(text) }
  }

  private static func check(_ path: String, json: Bool) throws {
    let text = String(decoding: try Files.read(path), as: UTF8.self)
    let name = String(path.split(separator: "/").last ?? "")
    let theme = name.hasSuffix(".toml") ? String(name.dropLast(5)) : name
    let library = ThemeLibrary.ofThisProgram
    let loaded = try Theme.load(theme) { wanted in wanted == theme ? (text, path) : library.source(of: wanted) }
    let findings = ThemeCheck.findings(in: loaded)
    if json {
      let rows = findings.map { JSONValue.string($0.description) }
      StandardOutput.write(["file": .string(path), "hardToRead": .array(rows)])
    } else if findings.isEmpty {
      StandardOutput.writeSafe("\(path): nothing is wrong.\n")
      if !ThemeCheck.isPossible(for: loaded) {
        StandardOutput.writeSafe(
          "What can be read was not looked at: say for which paper it is, as in assumes = { fg = 236, bg = 255 }.\n")
      }
    } else {
      for finding in findings { StandardOutput.writeSafe("\(path): \(finding)\n") }
    }
    if !findings.isEmpty { throw ExitCode(1) }
  }
}
