import PostilModel

/// `voc`: one XML file a picture, as Pascal VOC has it: `annotation` with `filename`, `size`, and an `object` a box.
/// Numbers are taken as pixels as they are.
struct VOCReader: RecordReader {
  /// The format's name.
  static let name = "voc"
  /// Files in XML.
  static let signs = PictureSigns(folder: { $0.first(".xml") != nil })
  private static let marks = ["truncated", "difficult", "occluded"]

  func read(_ input: ByteInput, with decoder: RecordDecoder, into sink: any RecordSink) throws {
    let images = try PictureImport(input, decoder, sink, format: Self.name)
    let files = PictureFiles(input, limit: decoder.layout.maximumRecordBytes)
    let end = try files.forEach(".xml", images) { raw, bytes, place in
      let picture: PictureRecord
      do throws(Rejection) {
        let root = try XMLDocument.read(bytes)
        guard root.name == "annotation" else {
          throw Rejection(.notXML, "is XML with the root <\(root.name)>; VOC has <annotation>")
        }
        picture = Self.picture(root, images, place)
      } catch {
        return try images.reject(raw, error, of: place)
      }
      try images.offer(picture, raw, of: place)
    }
    try images.finish(input, line: end)
  }

  private static func picture(_ root: XMLElement, _ images: PictureImport, _ place: PicturePlace) -> PictureRecord {
    let file = root.text("filename") ?? ""
    var names = [file]
    if let folder = root.text("folder"), !file.isEmpty { names.append(folder + "/" + file) }
    if let path = root.text("path") { names.append(path) }
    // Some tools leave the ending out, or the name.
    let stems = [file, PictureFinder.base(PictureFinder.stem(place.name))]
    for stem in stems where !stem.isEmpty && !PictureFinder.isPicture(stem) {
      names += PictureFinder.suffixes.map { "\(stem).\($0)" }
    }
    var picture = PictureRecord(names: names.filter { !$0.isEmpty })
    if file.isEmpty, root.text("path") == nil, images.place(of: picture.names, at: place) == nil { picture.names = [] }
    if let size = root.first("size") {
      picture.size = PictureSize(number(size.text("width")), number(size.text("height")))
      picture.metadata["depth"] = number(size.text("depth")).map(RegionPoint.number)
    }
    if let database = root.first("source")?.text("database"), database != "Unknown" {
      picture.metadata["source"] = .string(database)
    }
    var proposal = PictureRecord.Proposal()
    for (number, object) in root.all("object").enumerated() {
      take(object, number + 1, into: &proposal, images, place)
    }
    picture.proposals = [proposal]
    return picture
  }

  private static func number(_ text: String?) -> Double? { text.flatMap { PixelNumber.read($0) } }

  private static func take(
    _ object: XMLElement, _ place: Int, into proposal: inout PictureRecord.Proposal, _ images: PictureImport,
    _ file: PicturePlace
  ) {
    var sides: [Double] = []
    for name in ["xmin", "ymin", "xmax", "ymax"] {
      guard let text = object.first("bndbox")?.text(name) else {
        return proposal.fail("object \(place) has no \(name)")
      }
      guard let side = PixelNumber.read(text) else {
        return proposal.fail("object \(place) has the \(name) \"\(text.prefix(40))\", which is no number of pixels")
      }
      sides.append(side)
    }
    if object.first("polygon") != nil {
      images.notes.note("polygons of VOC objects; their boxes are read", in: file.name)
    }
    let marked = marks.filter { ["1", "true"].contains(object.text($0)?.lowercased()) }
    let points = [RegionPoint(x: sides[0], y: sides[1]), RegionPoint(x: sides[2], y: sides[3])]
    let region = images.region(object.text("name") ?? "", .box, points, attributes: marked, in: file.name)
    if images.isWhole(region, in: file.name) { proposal.regions.append(region) }
  }
}
