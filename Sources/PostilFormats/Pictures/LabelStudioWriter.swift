import PostilModel

/// `label-studio`: a JSON array of tasks, to be imported into Label Studio: boxes, polygons and points in percent of
/// the picture.
struct LabelStudioWriter: RecordWriter {
  private var source: RegionSource
  private var output = TrainingOutput(isArray: true)
  private let isLabelled: Bool

  init(_ layout: ExportLayout) {
    source = RegionSource(
      layout, LabelStudioReader.name,
      RegionSource.Means(shapes: [.box, .polygon, .point], hasText: true, attributes: nil, wantsSize: true))
    isLabelled = (source.question.kind as? BoxesQuestion)?.labels.isEmpty == false
  }

  mutating func begin(into out: inout [UInt8]) { output.begin(into: &out) }

  mutating func write(_ record: borrowing ExportedRecord, into out: inout [UInt8], tally: inout ExportTally) {
    guard let picture = source.picture(of: record, tally: &tally), let size = picture.size else { return }
    let number = JSONValue.integer(Int64(picture.number))
    let results = picture.regions.enumerated().map { place, region in
      result(region, id: "\(picture.number)-\(place + 1)", size)
    }
    let task: JSONValue = [
      "id": number, "data": .object(JSONObject([(source.field, .string(picture.path))])),
      "annotations": [
        [
          "id": number, "result": .array(results), "was_cancelled": false, "ground_truth": false,
          "lead_time": .number(Double(picture.activeMilliseconds) / 1000),
        ]
      ], "predictions": [],
    ]
    output.append(to: &out, &tally) { out in
      JSONWriter.append(task, to: &out)
      return nil
    }
  }

  mutating func end(into out: inout [UInt8]) { output.end(into: &out) }

  private func result(_ region: Region, id: String, _ size: PictureSize) -> JSONValue {
    let kind = region.shape == .box ? "rectangle" : region.shape == .polygon ? "polygon" : "keypoint"
    let type = isLabelled ? kind + "labels" : kind
    var value = Self.value(region, size)
    if isLabelled { value[type] = [.string(region.label)] }
    var object = JSONObject([
      ("id", .string(id)), ("type", .string(type)), ("from_name", .string(source.question.name)),
      ("to_name", .string(source.field)), ("original_width", RegionPoint.number(size.width)),
      ("original_height", RegionPoint.number(size.height)), ("image_rotation", 0), ("value", .object(value)),
    ])
    var meta = JSONObject()
    if !region.text.isEmpty { meta["text"] = [.string(region.text)] }
    if !region.attributes.isEmpty { meta["attributes"] = .array(region.attributes.map { .string($0) }) }
    if !meta.isEmpty { object["meta"] = .object(meta) }
    return .object(object)
  }

  private static func value(_ region: Region, _ size: PictureSize) -> JSONObject {
    let points = region.points.map { point in
      (PixelNumber.percent(point.x, of: size.width), PixelNumber.percent(point.y, of: size.height))
    }
    switch region.shape {
    case .box:
      let (start, end) = (points[0], points[1])
      return JSONObject([
        ("x", RegionPoint.number(start.0)), ("y", RegionPoint.number(start.1)),
        ("width", RegionPoint.number(PixelNumber.length(from: start.0, to: end.0))),
        ("height", RegionPoint.number(PixelNumber.length(from: start.1, to: end.1))), ("rotation", 0),
      ])
    case .point:
      return JSONObject([
        ("x", RegionPoint.number(points[0].0)), ("y", RegionPoint.number(points[0].1)), ("width", .number(0.5)),
      ])
    case .polygon, .line:
      let list = points.map { JSONValue.array([RegionPoint.number($0.0), RegionPoint.number($0.1)]) }
      return JSONObject([("points", .array(list)), ("closed", true)])
    }
  }
}
