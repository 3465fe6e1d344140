/// Which column of a table of boxes is which, by the names that are in use.
struct BoxColumns {
  /// The column of the picture.
  let image: Int
  /// The column of the label; nil where there is none.
  let label: Int?
  /// The columns of left, top, right and bottom; or of left, top, width and height.
  let sides: [Int]
  /// Whether the last two sides are lengths.
  let hasLengths: Bool
  /// The columns of the picture's width and height; nil where there are none.
  let size: (Int, Int)?

  private static let images = [
    "image", "filename", "file_name", "file", "image_name", "image_path", "path", "imageid", "image_id",
  ]
  private static let labels = ["label", "class", "label_name", "category", "name", "labelname", "class_name"]
  private static let corners = [
    ["xmin", "ymin", "xmax", "ymax"], ["x_min", "y_min", "x_max", "y_max"], ["x1", "y1", "x2", "y2"],
    ["left", "top", "right", "bottom"],
  ]
  private static let lengths = [
    ["bbox_x", "bbox_y", "bbox_width", "bbox_height"], ["x", "y", "width", "height"], ["x", "y", "w", "h"],
    ["left", "top", "width", "height"], ["xmin", "ymin", "width", "height"],
  ]
  private static let sizes = [["image_width", "image_height"], ["img_width", "img_height"]]

  /// The columns of a header.
  ///
  /// - Throws: `TransferError.header` when one is missing.
  init(_ header: [String], file: String) throws(TransferError) {
    let names = header.map { $0.lowercased().filter { $0 != " " } }
    func first(_ wanted: [String]) -> Int? { wanted.lazy.compactMap { names.firstIndex(of: $0) }.first }
    func all(_ sets: [[String]]) -> [Int]? {
      sets.lazy.map { $0.compactMap { names.firstIndex(of: $0) } }.first { $0.count == sets[0].count }
    }
    let corners = all(Self.corners)
    guard let image = first(Self.images), let sides = corners ?? all(Self.lengths) else {
      let reason = "wants the columns image, label, xmin, ymin, xmax, ymax (or x, y, width, height)"
      throw .header(name: file, reason: "\(reason); it has \(header.joined(separator: ", "))")
    }
    self.image = image
    self.sides = sides
    label = first(Self.labels.filter { names.firstIndex(of: $0) != image })
    hasLengths = corners == nil
    // Beside corners, width and height are the picture's.
    let size = all(Self.sizes) ?? (corners == nil ? nil : all([["width", "height"]]))
    self.size = size.map { ($0[0], $0[1]) }
  }

  /// Whether a header is one of boxes.
  static func fit(_ header: [String]) -> Bool { (try? BoxColumns(header, file: "")) != nil }
}
