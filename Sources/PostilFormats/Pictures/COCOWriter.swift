import PostilModel

/// `coco`: boxes and polygons, with categories by the question's labels from 1 on. An image's id is the task's number.
/// Text and attributes of regions stand in members of their own where there are any.
struct COCOWriter: RecordWriter {
  private var source: RegionSource
  private var annotations: [UInt8] = []
  private var count = 0
  private var isFirst = true

  init(_ layout: ExportLayout) {
    source = RegionSource(
      layout, COCOReader.name,
      RegionSource.Means(shapes: [.box, .polygon], hasText: true, attributes: nil, listsLabels: true))
  }

  mutating func begin(into out: inout [UInt8]) { out.append(literal: "{\"images\":[") }

  mutating func write(_ record: borrowing ExportedRecord, into out: inout [UInt8], tally: inout ExportTally) {
    guard let picture = source.picture(of: record, tally: &tally) else { return }
    var image = JSONObject([("id", .integer(Int64(picture.number))), ("file_name", .string(picture.path))])
    image.members += picture.size?.members ?? []
    out.append(literal: isFirst ? "\n" : ",\n")
    isFirst = false
    JSONWriter.append(image, to: &out)
    for region in picture.regions { append(region, of: picture) }
    tally.written += 1
  }

  private mutating func append(_ region: Region, of picture: MarkedPicture) {
    guard let category = source.labels.firstIndex(of: source.label(of: region)) else { return }
    count += 1
    let bounds = region.bounds
    let box = [
      bounds.left, bounds.top, PixelNumber.length(from: bounds.left, to: bounds.right),
      PixelNumber.length(from: bounds.top, to: bounds.bottom),
    ]
    let corners = region.points.flatMap { [RegionPoint.number($0.x), RegionPoint.number($0.y)] }
    var object = JSONObject([
      ("id", .integer(Int64(count))), ("image_id", .integer(Int64(picture.number))),
      ("category_id", .integer(Int64(category + 1))), ("bbox", .array(box.map(RegionPoint.number))),
      ("area", RegionPoint.number(region.shape == .polygon ? region.area : box[2] * box[3])),
      ("iscrowd", .integer(Int64(MarkedPicture.mark("iscrowd", of: region)))),
      ("segmentation", region.shape == .polygon ? [.array(corners)] : []),
    ])
    let others = region.attributes.filter { $0 != "iscrowd" }
    if !others.isEmpty { object["attributes"] = .object(JSONObject(others.map { ($0, true) })) }
    if !region.text.isEmpty { object["text"] = .string(region.text) }
    annotations.append(literal: count == 1 ? "\n" : ",\n")
    JSONWriter.append(object, to: &annotations)
  }

  mutating func end(into out: inout [UInt8]) {
    out.append(literal: "],\n\"annotations\":[")
    out.append(contentsOf: annotations)
    out.append(literal: "],\n\"categories\":[")
    for (place, label) in source.labels.enumerated() {
      out.append(literal: place == 0 ? "\n" : ",\n")
      JSONWriter.append(JSONObject([("id", .integer(Int64(place + 1))), ("name", .string(label))]), to: &out)
    }
    out.append(literal: "]}\n")
  }
}
