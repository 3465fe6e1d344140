import PostilCore

/// The table of all commands and their default keys, for documentation.
public enum KeyTable {
  /// The table as Markdown, a heading for each group.
  public static let markdown: String = {
    var text = ""
    for group in CommandDescription.Group.allCases {
      text +=
        (text.isEmpty ? "" : "\n") + "### \(group.rawValue)\n\n| keys | command | what it does |\n| --- | --- | --- |\n"
      for row in CommandTable.all where row.group == group {
        var keys = names(row.keys)
        for context in CommandContext.allCases {
          let more = (row.otherKeys[context] ?? []).filter { !row.keys.contains($0) }
          if !more.isEmpty { keys += ", at the \(context.rawValue) desk \(names(more))" }
        }
        text += "| \(keys) | \(row.name) | \(row.help.replacing("|", with: "\\|")) |\n"
      }
    }
    return text
  }()

  private static func names(_ keys: [String]) -> String {
    keys.map { "`" + $0.replacing("|", with: "\\|") + "`" }.joined(separator: " ")
  }
}
