public import PostilConfiguration
import PostilCore
import PostilScreen

/// Reads `keys.toml`: a table for each context, in it a command's name and the list of its keys.
///
/// ```toml
/// [desk]
/// skip = ["S", "C-k"]
/// flag = []            # only in the palette
/// ```
public enum KeymapFile {
  private typealias Overrides = [CommandContext: [Command: [[Key]]]]

  /// The default keys with those of a file laid over them.
  ///
  /// - Throws: `ConfigurationError` with all that is wrong: unknown contexts, commands and keys, and clashes.
  public static func read(text: String, file: String) throws(ConfigurationError) -> Keymap {
    try ConfigurationFile.read(text: text, file: file) { top in
      var overrides: Overrides = [:]
      for context in CommandContext.allCases {
        let name = context.rawValue
        overrides[context] = top.table(name, place: "[\(name)]") { table in
          read(&table, context: context)
        }
      }
      return Keymap(overrides: overrides)
    }
  }

  private static func read(_ table: inout ConfigurationTable, context: CommandContext) -> [Command: [[Key]]] {
    var result: [Command: [[Key]]] = [:]
    let known = CommandTable.all.filter { $0.contexts.contains(context) }
    for key in table.keys {
      guard let row = known.first(where: { $0.name == key }) else {
        complainAboutCommand(key, in: &table, context: context, known: known.map(\.name))
        continue
      }
      result[row.command] = sequences(of: key, in: &table, context: context)
    }
    table.ignoreUnreadKeys()
    complainAboutClashes(&table, changed: result, context: context)
    return result
  }

  private static func complainAboutCommand(
    _ name: String, in table: inout ConfigurationTable, context: CommandContext, known: [String]
  ) {
    if let elsewhere = CommandTable.all.first(where: { $0.name == name }) {
      let places = CommandContext.allCases.filter(elsewhere.contexts.contains).map { "[\($0.rawValue)]" }
      table.complain(
        "the command \"\(name)\" cannot be given in [\(context.rawValue)]", about: name,
        hint: "It belongs to " + places.joined(separator: ", ") + ".")
    } else {
      table.complain(
        "unknown command \"\(name)\"", about: name, suggestion: DidYouMean.nearest(to: name, among: known),
        hint: "The command palette (:) shows all names.")
    }
  }

  private static func sequences(
    of key: String, in table: inout ConfigurationTable, context: CommandContext
  ) -> [[Key]] {
    guard let value = table.value(key) else { return [] }
    let elements: [ConfigurationValue]
    switch value.content {
    case .array(let list): elements = list
    case .string: elements = [value]
    default:
      table.complain(key, wants: "a list of keys in quotes", has: value)
      return []
    }
    var result: [[Key]] = []
    for element in elements {
      guard case .string(let text) = element.content else {
        table.complain(key, wants: "keys in quotes", has: element)
        continue
      }
      guard let keys = KeyStroke.sequence(text) else {
        table.complain(
          "\"\(text)\" is no key", about: key, suggestion: KeyStroke.nearestName(to: text),
          hint: "Keys are written a, C-x, M-x, F2, Enter, Space, PgDn; several after another with blanks: g g.")
        continue
      }
      guard Keymap.isAllowed(keys, in: context) else {
        table.complain("the key \"\(text)\" writes text in [\(context.rawValue)] and cannot be a command's", about: key)
        continue
      }
      result.append(keys)
    }
    return result
  }

  /// Two commands with one key, or one command's key at the beginning of another's.
  private static func complainAboutClashes(
    _ table: inout ConfigurationTable, changed: [Command: [[Key]]], context: CommandContext
  ) {
    let all = Keymap.defaults(for: context).merging(changed) { $1 }
    for row in CommandTable.all {
      for keys in changed[row.command] ?? [] {
        for other in CommandTable.all where other.command != row.command {
          // Of two changed commands only the later one complains.
          if changed[other.command] != nil, table.line(of: other.name) >= table.line(of: row.name) { continue }
          for theirs in all[other.command] ?? [] where theirs.starts(with: keys) || keys.starts(with: theirs) {
            table.complain(
              "the key \"\(KeyStroke.text(keys))\" of \"\(row.name)\" clashes with \"\(KeyStroke.text(theirs))\""
                + " of \"\(other.name)\"",
              about: row.name, hint: "Give \"\(other.name)\" another key too.")
          }
        }
      }
    }
  }
}
