/// What ends an import or an export as a whole. A record that is no good does not: it is rejected, and the rest goes on.
public enum TransferError: Error, Hashable, CustomStringConvertible {
  /// A file cannot be opened, read or written: its name, what was tried, and the system's words.
  case file(name: String, action: String, reason: String)
  /// No format has this name.
  case unknownFormat(name: String, known: [String])
  /// Neither name nor content says which format it is.
  case unrecognised(name: String, known: [String])
  /// The content could be of several formats, or of one that must be named: the file's name, and the formats.
  case ambiguous(name: String, formats: [String])
  /// A byte order mark says that the file is text, but not UTF-8: its name, and the encoding as `iconv` calls it.
  case encoding(name: String, encoding: String)
  /// The format cannot be used in this direction; those that can, if that helps.
  case wrongDirection(format: String, wanted: String, known: [String])
  /// The project has not what the format needs, or an option means nothing to it.
  case unsuited(format: String, reason: String)
  /// A folder, and a format that reads files: both names.
  case folder(name: String, format: String)
  /// `--map` names a field that the project does not have.
  case unknownField(name: String, known: [String])
  /// The header of a table has no column that a required field could take.
  case header(name: String, reason: String)
  /// The names of classes cannot be read: the file, the line, and what is there.
  case classes(name: String, line: Int, reason: String)
  /// The project has no field for what a format brings: why, and the keys of a `[[field]]` that would do.
  case unfitProject(format: String, reason: String, example: String)
  /// A strict import met a record that is no good; nothing was imported.
  case strict(name: String, line: Int, reason: String)

  /// What happened, where, and what to do next.
  public var description: String {
    switch self {
    case .file(let name, let action, let reason):
      "cannot \(action) \(name): \(reason)"
    case .unknownFormat(let name, let known):
      "there is no format \"\(name)\"; the formats are \(known.joined(separator: ", "))"
    case .unrecognised(let name, let known):
      "cannot tell the format of \(name); say --format with one of \(known.joined(separator: ", "))"
    case .ambiguous(let name, let formats) where formats.count == 1:
      "\(name) looks like \(formats[0]), which joins all files of one command; say --format \(formats[0])"
    case .ambiguous(let name, let formats):
      "\(name) may be \(formats.joined(separator: " or ")); say --format with the one that it is"
    case .encoding(let name, let encoding):
      Self.words(for: encoding, of: name)
    case .wrongDirection(let format, let wanted, let known):
      "the format \(format) cannot be used for \(wanted)"
        + (known.isEmpty ? "" : "; the formats are \(known.joined(separator: ", "))")
    case .unsuited(let format, let reason):
      "the format \(format) \(reason)"
    case .folder(let name, let format):
      "\(name) is a folder, and the format \(format) reads files; name the files, or say --format with one of "
        + PictureFormats.ofFolders.joined(separator: ", ")
    case .unknownField(let name, let known):
      "--map names \"\(name)\"; it can name \(known.joined(separator: ", ")) and id"
    case .header(let name, let reason):
      "\(name): \(reason)"
    case .classes(let name, let line, let reason):
      "\(name), line \(line) \(reason); or write the names into a classes.txt beside the labels, one a line"
    case .unfitProject(let format, let reason, let example):
      "\(format) \(reason); write one into postil.toml: [[field]], and below it \(example), each on a line"
    case .strict(let name, let line, let reason):
      "\(name), record at line \(line): \(reason); nothing was imported, because of --strict"
    }
  }

  private static func words(for encoding: String, of name: String) -> String {
    let convert = "iconv -f \(encoding) -t UTF-8"
    if name == "-" { return "standard input is \(encoding), and must be UTF-8; put `\(convert) |` before the import" }
    let file = quoted(name)
    let isPacked = name.hasSuffix(".gz")
    let command = isPacked ? "zcat \(file) | \(convert)" : "\(convert) \(file)"
    let copy = quoted("utf8-" + (name.split(separator: "/").last.map { isPacked ? $0.dropLast(3) : $0 } ?? ""))
    return "\(name) is \(encoding), and must be UTF-8; convert it (`\(command) > \(copy)`) and import the copy"
  }

  /// A file's name as a shell takes it.
  private static func quoted(_ name: String) -> String {
    let isPlain = name.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || "/._-".utf8.contains(byte)
    }
    return isPlain ? name : "'" + name.replacing("'", with: #"'\''"#) + "'"
  }
}
