/// Names for the files that are written of pictures: the picture's own path with another ending, so that a folder of
/// them stands beside the folder of the pictures. No name is given twice.
struct PictureFileNames {
  private let suffix: String
  private var taken: Set<String>

  /// - Parameter others: names that the folder has beside.
  init(suffix: String, others: [String] = []) {
    self.suffix = suffix
    taken = Set(others)
  }

  /// The name for a picture; with a number where it is given already. For files that name their picture inside.
  mutating func name(for path: String) -> String {
    let stem = Self.stem(of: path)
    var name = stem + suffix
    var number = 2
    while !taken.insert(name).inserted {
      name = "\(stem)-\(number)\(suffix)"
      number += 1
    }
    return name
  }

  /// The name for a picture, or nil where it is given already: for files that are known by their names alone.
  mutating func only(for path: String) -> String? {
    let name = Self.stem(of: path) + suffix
    return taken.insert(name).inserted ? name : nil
  }

  private static func stem(of path: String) -> String {
    let parts = path.split(separator: "/").map(String.init)
    let isInside = !path.hasPrefix("/") && !parts.contains { $0 == ".." || $0 == "." || $0.hasPrefix(".") }
    return PictureFinder.stem(isInside ? parts.joined(separator: "/") : parts.last ?? "picture")
  }

  /// What a file of a picture calls it: its name, as it stands beside; the whole path where it lies outside of the
  /// project.
  static func reference(to path: String) -> String { path.hasPrefix("/") ? path : PictureFinder.base(path) }
}
