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

  /// The name for a picture.
  mutating func name(for path: String) -> String {
    let parts = path.split(separator: "/").map(String.init)
    let isInside = !path.hasPrefix("/") && !parts.contains { $0 == ".." || $0 == "." || $0.hasPrefix(".") }
    let stem = PictureFinder.stem(isInside ? parts.joined(separator: "/") : parts.last ?? "picture")
    var name = stem + suffix
    var number = 2
    while !taken.insert(name).inserted {
      name = "\(stem)-\(number)\(suffix)"
      number += 1
    }
    return name
  }

  /// What a file of a picture calls it: its name, as it stands beside; the whole path where it lies outside of the
  /// project.
  static func reference(to path: String) -> String { path.hasPrefix("/") ? path : PictureFinder.base(path) }
}
