import TOMLKit

/// Reads TOML texts that people write, so that every complaint can name its line.
public enum ConfigurationFile {
  /// Reads a text with `body`, which takes what it knows from the top table and complains about the rest.
  ///
  /// Keys that `body` has not asked for are problems too.
  ///
  /// - Parameters:
  ///   - bytes: the file's contents.
  ///   - file: the file as the user knows it, for messages.
  ///   - body: what to read; may return nil when it has complained.
  /// - Throws: `ConfigurationError` with all problems, when there is at least one.
  public static func read<Value>(
    _ bytes: [UInt8], file: String, body: (inout ConfigurationTable) -> Value?
  ) throws(ConfigurationError) -> Value {
    var top = try table(bytes, file: file)
    let value = body(&top)
    top.complainAboutUnreadKeys()
    guard top.problems.isEmpty else { throw ConfigurationError(file: file, problems: top.problems) }
    guard let value else { preconditionFailure("a reader gave up on \(file) without a word") }
    return value
  }

  /// The same for a text in memory.
  public static func read<Value>(
    text: String, file: String, body: (inout ConfigurationTable) -> Value?
  ) throws(ConfigurationError) -> Value {
    try read(Array(text.utf8), file: file, body: body)
  }

  private static func table(_ bytes: [UInt8], file: String) throws(ConfigurationError) -> ConfigurationTable {
    if let problem = problem(withBytes: bytes) { throw ConfigurationError(file: file, problems: [problem]) }
    if let mistake = TOMLGuard.mistake(in: bytes) {
      throw ConfigurationError(file: file, problems: [problem(with: mistake, in: bytes)])
    }
    let text = String(decoding: bytes, as: UTF8.self)
    do {
      return ConfigurationTable(
        place: "", line: 0, members: members(of: try TOMLTable(string: text), at: [], lines: TOMLSourceMap(text)))
    } catch let error as TOMLParseError {
      throw ConfigurationError(file: file, problems: [TOMLComplaint.problem(error, in: bytes)])
    } catch {
      throw ConfigurationError(file: file, problems: [.init(line: 0, message: "cannot be read as TOML: \(error)")])
    }
  }

  /// What the guard has found, or what is wrong on a line before: people mend a file from its beginning.
  private static func problem(with mistake: TOMLGuard.Mistake, in bytes: [UInt8]) -> ConfigurationProblem {
    do {
      _ = try TOMLTable(string: String(decoding: bytes[..<mistake.offset], as: UTF8.self))
    } catch {
      // That the text ends in the middle of something is the cut's doing.
      if let error = error as? TOMLParseError, error.source.begin.line < mistake.line,
        !error.description.contains("end-of-file")
      {
        return TOMLComplaint.problem(error, in: bytes)
      }
    }
    return .init(line: mistake.line, message: mistake.message, hint: mistake.hint)
  }

  /// What the TOML parser would stumble over without a good word: NUL ends its text, other encodings puzzle it.
  private static func problem(withBytes bytes: [UInt8]) -> ConfigurationProblem? {
    if let place = bytes.firstIndex(of: 0) {
      return .init(line: line(of: place, in: bytes), message: "a NUL byte", hint: "Take it out; the file must be text.")
    }
    guard !bytes.withUnsafeBufferPointer({ validate($0) }) else { return nil }
    // The first line that is not UTF-8 on its own: UTF-8 never lets a sequence span a line end.
    var number = 1
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if !line.withUnsafeBufferPointer({ validate($0) }) { break }
      number += 1
    }
    return .init(line: number, message: "not UTF-8", hint: "Save the file as UTF-8.")
  }

  private static func validate(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    String(validating: bytes, as: UTF8.self) != nil
  }

  private static func line(of place: Int, in bytes: [UInt8]) -> Int {
    1 + bytes[..<place].count { $0 == UInt8(ascii: "\n") }
  }

  private static func members(
    of table: TOMLTable, at path: [TOMLSourceMap.Step], lines: TOMLSourceMap
  ) -> [ConfigurationValue.Member] {
    var members: [ConfigurationValue.Member] = []
    for key in table.keys {
      guard let value = table[key] else { continue }
      members.append(.init(key: key, value: Self.value(value, at: path + [.key(key)], lines: lines)))
    }
    // TOMLKit sorts the keys; people expect complaints and lists in the order of the file.
    return members.enumerated()
      .sorted { ($0.element.value.line, $0.offset) < ($1.element.value.line, $1.offset) }
      .map(\.element)
  }

  private static func value(
    _ value: any TOMLValueConvertible, at path: [TOMLSourceMap.Step], lines: TOMLSourceMap
  ) -> ConfigurationValue {
    let content: ConfigurationValue.Content
    if let text = value.string {
      content = .string(text)
    } else if let flag = value.bool {
      content = .bool(flag)
    } else if let whole = value.int {
      content = .integer(Int64(whole))
    } else if let number = value.double {
      content = .number(number)
    } else if let table = value.table {
      content = .table(members(of: table, at: path, lines: lines))
    } else if let array = value.array {
      let elements = array.enumerated().map { index, element in
        Self.value(element, at: path + [.index(index)], lines: lines)
      }
      content = .array(elements)
    } else {
      content = .date(value.tomlValue.debugDescription)
    }
    return ConfigurationValue(line: lines.line(of: path), content: content)
  }
}
