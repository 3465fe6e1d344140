import PostilModel

/// `labelme`: one JSON file a picture, with `shapes` and `imagePath`. Rectangles, polygons, lines and points are read.
struct LabelmeReader: RecordReader {
  /// The format's name.
  static let name = "labelme"
  /// Its keys; in a folder those of the first file.
  static let signs = PictureSigns(
    folder: { sight in try sight.first(".json").flatMap { try sight.json($0) }.map(isOwn) ?? false },
    json: { !$0.isList && isOwn($0) })

  private static func isOwn(_ sight: JSONSight) -> Bool {
    sight.keys.contains("shapes") || sight.keys.contains("imagePath")
  }

  private static let shapes: [String: RegionShape] = [
    "rectangle": .box, "polygon": .polygon, "line": .line, "linestrip": .line, "point": .point,
  ]

  func read(_ input: ByteInput, with decoder: RecordDecoder, into sink: any RecordSink) throws {
    let images = try PictureImport(input, decoder, sink, format: Self.name)
    // A file may hold the picture itself, as base64.
    let files = PictureFiles(input, limit: max(decoder.layout.maximumRecordBytes, 64 << 20))
    let splitter = SourceSplitter()
    let end = try files.forEach(".json", images) { raw, bytes, place in
      let picture: PictureRecord
      do throws(Rejection) {
        let source = try Self.object(bytes, splitter)
        guard let shapes = try source.list("shapes") else { throw SourceObject.missing("shapes") }
        picture = try Self.picture(source, shapes, images, place)
      } catch {
        return try images.reject(raw, error, of: place)
      }
      try images.offer(picture, raw, of: place)
    }
    try images.finish(input, line: end)
  }

  private static func object(_ bytes: [UInt8], _ splitter: SourceSplitter) throws(Rejection) -> SourceObject {
    let result: Result<SourceObject, Rejection> = bytes.withUnsafeBytes { bytes in
      do throws(Rejection) { return .success(try splitter.object(bytes, isPadded: false)) } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private static func picture(
    _ source: SourceObject, _ shapes: [JSONValue], _ images: PictureImport, _ place: PicturePlace
  ) throws(Rejection) -> PictureRecord {
    let stem = PictureFinder.base(PictureFinder.stem(place.name))
    let path = try source.text("imagePath") ?? ""
    var picture = PictureRecord(names: [path].filter { !$0.isEmpty })
    if images.place(of: picture.names, at: place) == nil {
      let others = PictureFinder.suffixes.map { "\(stem).\($0)" }
      if let found = images.place(of: others, at: place) { picture.names = [PictureFinder.base(found)] + picture.names }
    }
    picture.size = PictureSize(try source.value("imageWidth")?.double, try source.value("imageHeight")?.double)
    if let flags = try source.value("flags"), flags.object?.isEmpty == false { picture.metadata["flags"] = flags }
    var proposal = PictureRecord.Proposal()
    for (number, shape) in shapes.enumerated() { take(shape, number + 1, into: &proposal, images, place) }
    picture.proposals = [proposal]
    return picture
  }

  private static func take(
    _ value: JSONValue, _ place: Int, into proposal: inout PictureRecord.Proposal, _ images: PictureImport,
    _ file: PicturePlace
  ) {
    guard let object = value.object else { return proposal.fail("shape \(place) is no object") }
    let kind = object["shape_type"]?.string ?? "polygon"
    guard let shape = shapes[kind] else {
      return images.notes.note("shapes of the kind \"\(kind)\", which are not taken", in: file.name)
    }
    let places = object["points"]?.array ?? []
    let points = places.compactMap(RegionPoint.init).filter {
      PixelNumber.checked($0.x) != nil && PixelNumber.checked($0.y) != nil
    }
    guard points.count == places.count, shape.counts.contains(points.count) else {
      return proposal.fail("shape \(place), a \(kind), has not the points of one")
    }
    if object["group_id"]?.int != nil { images.notes.note("groups of shapes, which are not read", in: file.name) }
    let flags = (object["flags"]?.object?.members ?? []).filter { $0.value == .bool(true) }.map(\.key)
    let region = images.region(
      object["label"]?.string ?? "", shape, points, text: object["description"]?.string ?? "", attributes: flags,
      in: file.name)
    if images.isWhole(region, in: file.name) { proposal.regions.append(region) }
  }
}
