import ArgumentParser
import PostilCore
import PostilModel
import PostilUI

/// `postil keys`: all commands and their keys.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "Print all commands with their keys.",
    discussion: """
      The names are those of keys.toml and of the command palette.

      Examples:
        postil keys
        postil keys --markdown
      """)

  @OptionGroup var output: JSONOption

  @Flag(help: "Print the default keys as Markdown tables, for documentation.")
  var markdown = false

  func validate() throws {
    if markdown, output.json { throw ValidationError("Choose one of --markdown and --json.") }
  }

  func run() throws {
    if markdown { return StandardOutput.write(KeyTable.markdown) }
    let keymap = try DeskKeys.keymap()
    if output.json {
      let rows = CommandTable.all.map { row -> JSONValue in
        [
          "command": .string(row.name), "group": .string(row.group.rawValue), "help": .string(row.help),
          "keys": .array(Self.keys(of: row, in: keymap).map { .string($0) }),
          "contexts": .array(CommandContext.allCases.filter(row.contexts.contains).map { .string($0.rawValue) }),
        ]
      }
      return StandardOutput.write(.array(rows))
    }
    var text = ""
    for group in CommandDescription.Group.allCases {
      text += (text.isEmpty ? "" : "\n") + group.rawValue + "\n"
      for row in CommandTable.all where row.group == group {
        let keys = Self.keys(of: row, in: keymap).joined(separator: ", ")
        text += "  " + Self.padded(keys, 20) + Self.padded(row.name, 24) + row.help + "\n"
      }
    }
    StandardOutput.writeSafe(text)
  }

  private static func keys(of row: CommandDescription, in keymap: Keymap) -> [String] {
    var found: [String] = []
    for context in CommandContext.allCases where row.contexts.contains(context) {
      for keys in keymap.keys(of: row.command, in: context) where !found.contains(keys) { found.append(keys) }
    }
    return found
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.unicodeScalars.count))
  }
}
