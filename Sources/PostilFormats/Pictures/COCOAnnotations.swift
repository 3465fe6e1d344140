import PostilModel

/// The annotations of a COCO file, by their image.
struct COCOAnnotations {
  private let images: PictureImport
  private let file: String
  private let parser = JSONParser()
  private var names: [JSONValue: String] = [:]
  private var proposals: [JSONValue: PictureRecord.Proposal] = [:]
  private static let marks = ["truncated", "difficult", "occluded"]

  init(_ images: PictureImport, in file: String) {
    self.images = images
    self.file = file
  }

  /// Reads the names of categories.
  mutating func takeCategories(_ list: [UInt8]) {
    WholeDocument.forEachElement(of: list) { element in
      guard let object = (try? parser.parse(element))?.object, let id = object["id"] else { return }
      names[Self.key(id)] = object["name"]?.string ?? ""
    }
  }

  /// Reads annotations.
  mutating func takeAnnotations(_ list: [UInt8]) {
    WholeDocument.forEachElement(of: list) { element in
      guard let object = (try? parser.parse(element))?.object, let image = object["image_id"] else {
        return images.notes.note("annotations without an image_id, which are left out", in: file)
      }
      // Taken out while it grows: a list that stands in two places is copied with each region.
      var proposal = proposals.removeValue(forKey: Self.key(image)) ?? .init()
      take(object, into: &proposal)
      proposals[Self.key(image)] = proposal
    }
  }

  /// A picture with what was marked on it, which is forgotten here.
  mutating func picture(_ object: JSONObject, _ name: String) -> PictureRecord {
    var picture = PictureRecord(names: [name])
    picture.size = PictureSize(object)
    picture.metadata = object
    for key in ["file_name"] + (picture.size == nil ? [] : ["width", "height"]) { picture.metadata[key] = nil }
    let proposal = object["id"].flatMap { proposals.removeValue(forKey: Self.key($0)) }
    picture.proposals = [proposal ?? .init()]
    return picture
  }

  /// Notes what is left: annotations of images that are not there.
  func noteStrangers() {
    for _ in proposals { images.notes.note("images that have annotations and are not listed", in: file) }
  }

  /// Ids are compared as numbers: 1.0 is 1.
  private static func key(_ id: JSONValue) -> JSONValue {
    guard case .number(let value) = id, let whole = Int64(exactly: value) else { return id }
    return .integer(whole)
  }

  // MARK: One annotation

  private func take(_ object: JSONObject, into proposal: inout PictureRecord.Proposal) {
    let words = "annotation \(object["id"]?.jsonText ?? "without an id")"
    if let points = object["keypoints"]?.array, !points.isEmpty {
      images.notes.note("annotations with keypoints, which are not read", in: file)
    }
    guard let label = label(of: object) else {
      let category = (object["category_id"] ?? .null).jsonText
      return proposal.fail("\(words) has the category \(category), which is not listed")
    }
    if let parts = object["segmentation"]?.array, !parts.isEmpty, images.takes(.polygon) {
      if parts.count > 1 { images.notes.note("polygons of several parts, each of which is a region", in: file) }
      for part in parts {
        guard let points = Self.polygon(part) else { return proposal.fail("\(words) has a polygon that is none") }
        add(object, label, .polygon, points, to: &proposal)
      }
      return
    }
    if object["segmentation"]?.object != nil {
      images.notes.note("masks, which are not read; their boxes are", in: file)
    }
    let sides = object["bbox"]?.array?.compactMap { PixelNumber.checked($0.double) } ?? []
    guard sides.count == 4, object["bbox"]?.array?.count == 4, sides[2] >= 0, sides[3] >= 0 else {
      return proposal.fail("\(words) has no bbox of four numbers")
    }
    let corners = [RegionPoint(x: sides[0], y: sides[1]), RegionPoint(x: sides[0] + sides[2], y: sides[1] + sides[3])]
    add(object, label, .box, corners, to: &proposal)
  }

  private func add(
    _ object: JSONObject, _ label: String, _ shape: RegionShape, _ points: [RegionPoint],
    to proposal: inout PictureRecord.Proposal
  ) {
    var marked = (object["attributes"]?.object?.members ?? []).filter { $0.value == .bool(true) }.map(\.key)
    marked += Self.marks.filter { object[$0]?.int == 1 && !marked.contains($0) }
    if object["iscrowd"]?.int == 1, !marked.contains("iscrowd") { marked.append("iscrowd") }
    let text = object["text"]?.string ?? ""
    let region = images.region(label, shape, points, text: text, attributes: marked, in: file)
    if images.isWhole(region, in: file) { proposal.regions.append(region) }
  }

  private func label(of object: JSONObject) -> String? {
    object["category_id"].flatMap { names[Self.key($0)] }
  }

  /// `[x1, y1, x2, y2, …]`, three corners at least.
  private static func polygon(_ value: JSONValue) -> [RegionPoint]? {
    guard let elements = value.array, elements.count.isMultiple(of: 2) else { return nil }
    let numbers = elements.compactMap { PixelNumber.checked($0.double) }
    guard numbers.count == elements.count, RegionShape.polygon.counts.contains(numbers.count / 2) else { return nil }
    return stride(from: 0, to: numbers.count, by: 2).map { RegionPoint(x: numbers[$0], y: numbers[$0 + 1]) }
  }
}
