import PostilModel

/// `labelme`: a JSON file a picture, under the picture's path with another ending. Attributes are flags, text is the
/// description.
struct LabelmeWriter: FolderWriter {
  private static let version = "5.5.0"
  private var source: RegionSource
  private var names = PictureFileNames(suffix: ".json")
  private var files: [OutputFile] = []

  init(_ layout: ExportLayout) {
    source = RegionSource(
      layout, LabelmeReader.name,
      RegionSource.Means(shapes: Set(RegionShape.allCases), hasText: true, attributes: nil))
  }

  mutating func write(_ record: borrowing ExportedRecord, into out: inout [UInt8], tally: inout ExportTally) {
    guard let picture = source.picture(of: record, tally: &tally) else { return }
    let object = JSONObject([
      ("version", .string(Self.version)), ("flags", picture.metadata["flags"] ?? .object(JSONObject())),
      ("shapes", .array(picture.regions.map(shape))),
      ("imagePath", .string(PictureFileNames.reference(to: picture.path))), ("imageData", .null),
      ("imageHeight", picture.size.map { RegionPoint.number($0.height) } ?? .null),
      ("imageWidth", picture.size.map { RegionPoint.number($0.width) } ?? .null),
    ])
    var bytes: [UInt8] = []
    JSONWriter.append(object, to: &bytes)
    bytes.append(0x0A)
    files.append(OutputFile(name: names.name(for: picture.path), bytes: bytes))
    tally.written += 1
  }

  private func shape(_ region: Region) -> JSONValue {
    let kind =
      switch region.shape {
      case .box: "rectangle"
      case .polygon: "polygon"
      case .line: region.points.count == 2 ? "line" : "linestrip"
      case .point: "point"
      }
    return [
      "label": .string(source.label(of: region)), "points": .array(region.points.map(\.json)), "group_id": .null,
      "description": .string(region.text), "shape_type": .string(kind),
      "flags": .object(JSONObject(region.attributes.map { ($0, true) })),
    ]
  }

  mutating func takeFiles() -> [OutputFile] {
    defer { files.removeAll() }
    return files
  }
}
