import Glibc

/// The names of the classes of YOLO's text files by their numbers, looked up once a folder.
final class YOLONames {
  /// The files that have them.
  static let files = ["classes.txt", "obj.names", "data.yaml", "dataset.yaml", "data.yml"]
  private static let highest = 4
  private static let limit = 1 << 20
  private let fallback: [Int: String]
  private var known: [String: [Int: String]] = [:]

  /// - Parameters:
  ///   - labels: The names where no file has them.
  ///   - fallback: The only one of a question without labels.
  init(labels: [String], fallback: String) {
    self.fallback = Self.numbered(labels.isEmpty ? [fallback] : labels)
  }

  /// The names for a text file: those of its folder, or of one above it.
  ///
  /// - Throws: `TransferError` when there is a file of names that cannot be read.
  func names(for place: PicturePlace) throws(TransferError) -> [Int: String] {
    guard let folder = place.folder else { return fallback }
    if let names = known[folder] { return names }
    var here = folder
    for _ in 0..<Self.highest {
      for file in Self.files {
        guard let names = try Self.names(in: here + file) else { continue }
        known[folder] = names
        return names
      }
      here += "../"
    }
    known[folder] = fallback
    return fallback
  }

  /// The names of a file; nil when it is not there, or says none.
  private static func names(in path: String) throws(TransferError) -> [Int: String]? {
    func refused(_ reason: String) -> TransferError { .file(name: path, action: "read", reason: reason) }
    let bytes: [UInt8]
    switch PictureFiles.read(path, limit: limit) {
    case .bytes(let all): bytes = all
    case .tooLarge(let count): throw refused("it has \(count) bytes; a file of names may have \(limit)")
    case .unreadable(let reason):
      if access(path, F_OK) == 0, access(path, R_OK) != 0 { throw refused(reason) }
      return nil
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw refused("it is not UTF-8 text") }
    guard path.hasSuffix(".yaml") || path.hasSuffix(".yml") else {
      let names = lines(text)
      return names.isEmpty ? nil : numbered(names)
    }
    do throws(ClassNamesYAML.Problem) { return try ClassNamesYAML.read(text) } catch {
      throw .classes(name: path, line: error.line, reason: error.words)
    }
  }

  private static func numbered(_ names: [String]) -> [Int: String] {
    Dictionary(uniqueKeysWithValues: names.enumerated().map { ($0.offset, $0.element) })
  }

  /// Where the pictures of `…/labels/train/` are: `…/images/train/`, from there.
  static func images(for folder: String) -> [String] {
    let parts = folder.split(separator: "/", omittingEmptySubsequences: true)
    guard let place = parts.lastIndex(of: "labels") else { return [] }
    let below = parts[(place + 1)...]
    let up = String(repeating: "../", count: below.count + 1)
    return [up + (["images"] + below.map(String.init)).joined(separator: "/") + "/"]
  }

  private static func lines(_ text: String) -> [String] {
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
    return lines
  }
}
