import PostilModel

/// `label-studio`: a JSON array of tasks, each with `data`, `annotations` and `predictions`. Rectangles, polygons and
/// key points are read, from percent of the picture into pixels; turned rectangles, ellipses and brushes are not.
struct LabelStudioReader: RecordReader {
  /// The format's name.
  static let name = "label-studio"
  /// A list of tasks.
  static let signs = PictureSigns(json: { sight in
    sight.isList && sight.keys.contains("data")
      && !sight.keys.isDisjoint(with: ["annotations", "predictions", "completions"])
  })

  func read(_ input: ByteInput, with decoder: RecordDecoder, into sink: any RecordSink) throws {
    let images = try PictureImport(input, decoder, sink, format: Self.name)
    let place = PicturePlace(input)
    let field = PictureTarget(decoder.layout.fields, decoder.layout.questions).field?.name ?? ""
    let parser = JSONParser()
    let end = try ObjectScanner(input, limit: decoder.layout.maximumRecordBytes).forEach { part in
      switch part {
      case .between(let count): images.pass(count)
      case .stray(let raw, let reason): try images.reject(raw, Rejection(.notJSON, reason), of: place)
      case .element(let raw):
        if raw.isTooLarge { return try images.reject(raw, Rejection(.tooLarge, ""), of: place) }
        let picture: PictureRecord
        do throws(Rejection) {
          let value: JSONValue
          do throws(JSONError) { value = try parser.parse(raw.bytes) } catch {
            throw Rejection(.notJSON, "is not JSON: \(error.reason)")
          }
          guard let task = value.object else { throw Rejection(.notAnObject, "is JSON, but not an object") }
          guard let data = task["data"]?.object else { throw SourceObject.missing("data") }
          picture = try Self.picture(task, data, field, images, input.name)
        } catch {
          return try images.reject(raw, error, of: place)
        }
        try images.offer(picture, raw, of: place)
      }
    }
    try images.finish(input, line: end)
  }

  private static func picture(
    _ task: JSONObject, _ data: JSONObject, _ field: String, _ images: PictureImport, _ file: String
  ) throws(Rejection) -> PictureRecord {
    let likely = [field, "image", "img", "ocr", "url"] + data.keys
    guard let key = likely.first(where: { data[$0]?.string?.isEmpty == false }), let path = data[key]?.string else {
      throw Rejection(.missingField, "has no picture in \"data\"")
    }
    var picture = PictureRecord(names: names(path) + [task["file_upload"]?.string ?? ""].flatMap(names))
    picture.metadata = data
    picture.metadata[key] = nil
    if let id = task["id"] { picture.metadata[data["task"] == nil ? "task" : "label_studio_task"] = id }
    var results = LabelStudioResults(images, file)
    let annotations = (task["annotations"] ?? task["completions"])?.array ?? []
    for annotation in annotations.compactMap(\.object) {
      if annotation["was_cancelled"]?.bool == true {
        images.notes.note("annotations that were cancelled, which are left out", in: file)
        continue
      }
      var proposal = results.proposal(annotation["result"]?.array ?? [])
      // The first stands under the import's own name, further ones under theirs.
      if !picture.proposals.isEmpty { proposal.model = "\(name) \(Self.person(annotation["completed_by"]))" }
      picture.proposals.append(proposal)
    }
    for prediction in (task["predictions"]?.array ?? []).compactMap(\.object) {
      var proposal = results.proposal(prediction["result"]?.array ?? [])
      proposal.isPrediction = true
      let version = prediction["model_version"]?.string ?? ""
      proposal.model = version.isEmpty ? nil : version
      proposal.score = prediction["score"]?.double
      picture.proposals.append(proposal)
    }
    picture.size = results.size
    return picture
  }

  private static func person(_ value: JSONValue?) -> String {
    value?.object?["email"]?.string ?? value?.object?["id"]?.jsonText ?? value?.string ?? value?.jsonText ?? "annotator"
  }

  /// A path as it stands, and without the server's way to a local file.
  private static func names(_ path: String) -> [String] {
    guard !path.isEmpty else { return [] }
    var names = [path]
    if let mark = path.range(of: "?d=") { names.append(String(path[mark.upperBound...])) }
    return names
  }
}

extension StringProtocol {
  /// Where a text first stands in this one.
  fileprivate func range(of text: String) -> Range<Index>? {
    var at = startIndex
    while at < endIndex {
      if self[at...].hasPrefix(text) { return at..<index(at, offsetBy: text.count) }
      at = index(after: at)
    }
    return nil
  }
}
