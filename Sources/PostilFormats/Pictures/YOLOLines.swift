import PostilModel

/// Reads the lines of one text file of YOLO's.
struct YOLOLines {
  /// What the lines say.
  private(set) var proposal = PictureRecord.Proposal()
  private let images: PictureImport
  private let size: PictureSize?
  private let place: PicturePlace

  init(_ images: PictureImport, _ size: PictureSize?, _ place: PicturePlace) {
    self.images = images
    self.size = size
    self.place = place
  }

  /// Reads a text.
  mutating func read(_ text: String, _ names: [Int: String]) {
    for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let parts = line.split { $0 == " " || $0 == "\t" }
      if !parts.isEmpty { take(parts, number + 1, names) }
    }
  }

  private mutating func take(_ parts: [Substring], _ line: Int, _ names: [Int: String]) {
    guard let size else { return proposal.fail("the size of the picture cannot be read, so shares of it say nothing") }
    guard let number = Int(parts[0]), let name = names[number] else {
      let first = names.keys.min() ?? 0
      let known = "there are \(names.count) names of classes" + (first == 0 ? "" : ", the first of which is \(first)")
      return proposal.fail("line \(line) has the class \(parts[0].prefix(40)); \(known)")
    }
    let shares = parts.dropFirst().compactMap { PixelNumber.read($0) }
    guard shares.count == parts.count - 1 else { return proposal.fail("line \(line) has something that is no number") }
    if shares.count == 5 { images.notes.note("confidences of single boxes, which are not taken", in: self.place.name) }
    let points: [RegionPoint]
    let shape: RegionShape
    switch shares.count {
    case 4, 5:
      shape = .box
      func edge(_ sign: Double) -> RegionPoint {
        RegionPoint(
          x: PixelNumber.snapped((shares[0] + sign * shares[2] / 2) * size.width),
          y: PixelNumber.snapped((shares[1] + sign * shares[3] / 2) * size.height))
      }
      points = [edge(-1), edge(1)]
    case 6... where shares.count.isMultiple(of: 2) && RegionShape.polygon.counts.contains(shares.count / 2):
      shape = .polygon
      points = stride(from: 0, to: shares.count, by: 2).map {
        RegionPoint(
          x: PixelNumber.snapped(shares[$0] * size.width), y: PixelNumber.snapped(shares[$0 + 1] * size.height))
      }
    default: return proposal.fail("line \(line) has \(parts.count) numbers; a box has five")
    }
    var region = images.region(name, shape, points, in: self.place.name)
    // So a box is written where outlines are.
    if shape == .polygon, points.count == 4, images.takes(.box) {
      let box = images.region(name, .box, [points[0], points[2]], in: self.place.name)
      if box.corners == points { region = box }
    }
    if images.isWhole(region, in: self.place.name) { proposal.regions.append(region) }
  }
}
