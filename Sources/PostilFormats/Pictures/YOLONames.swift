/// The names of the classes of YOLO's text files, looked up once a folder.
final class YOLONames {
  private static let files = ["classes.txt", "obj.names", "data.yaml", "dataset.yaml", "data.yml"]
  private static let highest = 4
  private let fallback: [String]
  private var known: [String: [String]] = [:]

  /// - Parameters:
  ///   - labels: The names where no file has them.
  ///   - fallback: The only one of a question without labels.
  init(labels: [String], fallback: String) { self.fallback = labels.isEmpty ? [fallback] : labels }

  /// The names for a text file: those of its folder, or of one above it.
  func names(for place: PicturePlace) -> [String] {
    guard let folder = place.folder else { return fallback }
    if let names = known[folder] { return names }
    var here = folder
    for _ in 0..<Self.highest {
      for file in Self.files {
        guard case .bytes(let bytes) = PictureFiles.read(here + file, limit: 1 << 20),
          let text = String(validating: bytes, as: UTF8.self)
        else { continue }
        let names = file.contains(".y") ? Self.yaml(text) : Self.lines(text)
        guard !names.isEmpty else { continue }
        known[folder] = names
        return names
      }
      here += "../"
    }
    known[folder] = fallback
    return fallback
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

  /// The `names` of a data set's description: a list on one line, a list below, or numbers and names below.
  static func yaml(_ text: String) -> [String] {
    var names: [Int: String] = [:]
    var isInside = false
    for line in text.split(whereSeparator: \.isNewline) {
      let bare = line.drop(while: \.isWhitespace)
      if line.hasPrefix("names:") {
        isInside = true
        let rest = line.dropFirst("names:".count).drop(while: \.isWhitespace)
        guard rest.first == "[" || rest.first == "{" else { continue }
        for part in rest.dropFirst().prefix(while: { $0 != "]" && $0 != "}" }).split(separator: ",") {
          add(part, to: &names)
        }
        isInside = false
      } else if isInside, bare.hasPrefix("- ") {
        names[names.count] = unquoted(bare.dropFirst(2))
      } else if isInside, line.first?.isWhitespace == true {
        add(bare, to: &names)
      } else if !bare.hasPrefix("#") {
        isInside = false
      }
    }
    return names.keys.sorted() == Array(0..<names.count) ? (0..<names.count).compactMap { names[$0] } : []
  }

  /// `3: name`, or `name` as the next.
  private static func add(_ part: Substring, to names: inout [Int: String]) {
    let bare = part.drop(while: \.isWhitespace)
    if let colon = bare.firstIndex(of: ":"), let number = Int(bare[..<colon]) {
      names[number] = unquoted(bare[bare.index(after: colon)...])
    } else if !bare.hasPrefix("#") {
      names[names.count] = unquoted(bare)
    }
  }

  private static func unquoted(_ text: Substring) -> String {
    var bare = text.drop(while: \.isWhitespace)
    while bare.last?.isWhitespace == true { bare.removeLast() }
    guard bare.count > 1, let first = bare.first, first == bare.last, first == "'" || first == "\"" else {
      return String(bare)
    }
    return String(bare.dropFirst().dropLast())
  }
}
