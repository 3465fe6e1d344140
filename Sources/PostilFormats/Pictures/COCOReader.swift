import PostilModel

/// `coco`: one JSON object of `images`, `annotations` and `categories`. A box is `[x, y, width, height]` in pixels; a
/// polygon is read where the question takes polygons. Masks and keypoints are not read. The file is held as a whole.
struct COCOReader: RecordReader {
  /// The format's name.
  static let name = "coco"
  /// Its keys. Of a large file only the first are in reach.
  static let signs = PictureSigns(json: { sight in
    let own: Set = ["info", "licenses", "images", "annotations", "categories"]
    let isKnown = sight.keys.isSubset(of: own.union(["type"]))
    return !sight.isList && !sight.keys.isEmpty && isKnown
      && sight.keys.intersection(own).count >= min(2, sight.keys.count)
  })

  func read(_ input: ByteInput, with decoder: RecordDecoder, into sink: any RecordSink) throws {
    let images = try PictureImport(input, decoder, sink, format: Self.name)
    let bytes = try WholeDocument.bytes(of: input, format: Self.name)
    let place = PicturePlace(input)
    var number = 0
    let source: SourceObject
    do throws(Rejection) {
      source = try SourceSplitter().object(bytes, isPadded: true)
      if source.json("images")?.first != UInt8(ascii: "[") { throw SourceObject.missing("images") }
    } catch {
      try images.reject(WholeDocument.raw(bytes), error, of: place)
      input.consume(bytes.count)
      return try images.finish(input, line: 1)
    }
    input.consume(bytes.count)
    var annotations = COCOAnnotations(images, in: input.name)
    annotations.takeCategories(source.json("categories") ?? [])
    annotations.takeAnnotations(source.json("annotations") ?? [])
    let parser = JSONParser()
    try WholeDocument.forEachElement(of: source.json("images") ?? []) { element in
      number += 1
      let raw = RawRecord(bytes: element, span: element.count, line: number)
      guard let object = (try? parser.parse(element))?.object else {
        return try images.reject(raw, Rejection(.notAnObject, "is an image that is no object"), of: place)
      }
      guard let name = object["file_name"]?.string, !name.isEmpty else {
        return try images.reject(raw, Rejection(.missingField, "is an image without a \"file_name\""), of: place)
      }
      let picture = annotations.picture(object, name)
      try images.offer(picture, raw, of: place, others: Self.folders(input.name))
    }
    annotations.noteStrangers()
    try images.finish(input, line: number + 1)
  }

  /// `annotations/instances_val2017.json` stands beside `val2017`.
  private static func folders(_ file: String) -> [String] {
    let stem = PictureFinder.base(PictureFinder.stem(file))
    guard let part = stem.split(separator: "_").last, part != stem else { return [] }
    return ["../\(part)/", "../images/\(part)/", "\(part)/", "images/\(part)/"]
  }
}
