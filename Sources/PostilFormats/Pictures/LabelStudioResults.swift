import PostilModel

/// Reads the results of one of Label Studio's annotations or predictions.
struct LabelStudioResults {
  /// The size of the picture, as the first result says it.
  private(set) var size: PictureSize?
  private let images: PictureImport
  private let file: String
  private static let shapes: [String: RegionShape] = [
    "rectangle": .box, "rectanglelabels": .box, "polygon": .polygon, "polygonlabels": .polygon, "keypoint": .point,
    "keypointlabels": .point,
  ]

  init(_ images: PictureImport, _ file: String) {
    self.images = images
    self.file = file
  }

  /// The regions of a list of results.
  mutating func proposal(_ results: [JSONValue]) -> PictureRecord.Proposal {
    var proposal = PictureRecord.Proposal()
    for (number, result) in results.enumerated() {
      guard let object = result.object, let type = object["type"]?.string else {
        proposal.fail("result \(number + 1) has no type")
        continue
      }
      guard let shape = Self.shapes[type] else {
        images.notes.note("results of the type \"\(type)\", which are not taken", in: file)
        continue
      }
      take(object, type, shape, number + 1, into: &proposal)
    }
    return proposal
  }

  private mutating func take(
    _ object: JSONObject, _ type: String, _ shape: RegionShape, _ place: Int,
    into proposal: inout PictureRecord.Proposal
  ) {
    let said = PictureSize(object["original_width"]?.double, object["original_height"]?.double)
    guard let whole = said ?? size, let value = object["value"]?.object else {
      return proposal.fail("result \(place) does not say the picture's size and a value")
    }
    size = size ?? whole
    if let turn = value["rotation"]?.double, turn != 0, shape == .box {
      return images.notes.note("turned rectangles, which are not taken", in: file)
    }
    guard let points = Self.points(value, shape, whole) else {
      return proposal.fail("result \(place), \(type), has not the numbers of one")
    }
    let labels = (value[type]?.array ?? []).compactMap(\.string)
    if labels.count > 1 { images.notes.note("regions of several labels, of which the first is taken", in: file) }
    let notes = (object["meta"]?.object?["text"]?.array ?? []).compactMap(\.string)
    let marks = (object["meta"]?.object?["attributes"]?.array ?? []).compactMap(\.string)
    let region = images.region(
      labels.first ?? "", shape, points, text: notes.joined(separator: "\n"), attributes: marks, in: file)
    if images.isWhole(region, in: file) { proposal.regions.append(region) }
  }

  /// Percent of the picture as pixels.
  private static func points(_ value: JSONObject, _ shape: RegionShape, _ size: PictureSize) -> [RegionPoint]? {
    func pixel(_ x: Double?, _ y: Double?) -> RegionPoint? {
      guard let x = PixelNumber.checked(x), let y = PixelNumber.checked(y) else { return nil }
      return RegionPoint(
        x: PixelNumber.pixels(percent: x, of: size.width), y: PixelNumber.pixels(percent: y, of: size.height))
    }
    switch shape {
    case .point: return pixel(value["x"]?.double, value["y"]?.double).map { [$0] }
    case .box:
      guard let x = value["x"]?.double, let y = value["y"]?.double, let width = value["width"]?.double,
        let height = value["height"]?.double, let start = pixel(x, y), let end = pixel(x + width, y + height)
      else { return nil }
      return [start, end]
    case .polygon, .line:
      let places = value["points"]?.array ?? []
      let points = places.compactMap { place in
        place.array.flatMap { $0.count == 2 ? pixel($0[0].double, $0[1].double) : nil }
      }
      return points.count == places.count && shape.counts.contains(points.count) ? points : nil
    }
  }
}
