import PostilModel

/// `yolo`: one text file a picture with a line a box, `class cx cy width height` as shares of the picture, or a class
/// and the corners of a polygon. The names of the classes stand in `classes.txt`, `obj.names` or `data.yaml`, here or
/// in a folder above; without such a file, they are the question's labels in their order. The pictures stand beside the text files,
/// or in `images` where those are in `labels`; one without a text file says nothing, an empty text file says that
/// nothing is there.
struct YOLOReader: RecordReader {
  /// The format's name.
  static let name = "yolo"
  /// Names of classes, or a text file beside a picture.
  static let signs = PictureSigns(folder: { sight in
    if sight.files.contains(where: { YOLONames.files.contains(PictureFinder.base($0)) }) { return true }
    let stems = Set(sight.pictures.map(PictureFinder.stem))
    return sight.files.contains { $0.hasSuffix(".txt") && stems.contains(PictureFinder.stem($0)) }
  })

  func read(_ input: ByteInput, with decoder: RecordDecoder, into sink: any RecordSink) throws {
    let images = try PictureImport(input, decoder, sink, format: Self.name)
    let limit = decoder.layout.maximumRecordBytes
    let names = YOLONames(labels: images.boxes.labels.map(\.name), fallback: images.question?.name ?? "")
    guard let files = input.files else {
      let place = PicturePlace(input)
      var end = 1
      try WholeFileScanner.scan(input, limit: limit) { raw in
        end = 2
        if raw.isTooLarge { return try images.reject(raw, Rejection(.tooLarge, ""), of: place) }
        try Self.offer(raw, Array(raw.bytes), images, names, at: place)
      }
      return try images.finish(input, line: end)
    }
    let listing = Set(files)
    var taken: Set<String> = []
    var number = 0
    for file in files where PictureFinder.isPicture(file) {
      number += 1
      guard let text = Self.text(of: file, in: listing) else {
        let raw = RawRecord(bytes: UnsafeRawBufferPointer(start: nil, count: 0), span: 0, line: number)
        try images.offer(PictureRecord(names: [PictureFinder.base(file)]), raw, of: PicturePlace(input, file))
        continue
      }
      taken.insert(text)
      try Self.offer(input, text, picture: file, number, images, names, limit)
    }
    for file in files where Self.isLabels(file) && !taken.contains(file) {
      number += 1
      try Self.offer(input, file, picture: nil, number, images, names, limit)
    }
    try images.finish(input, line: number + 1)
  }

  /// Text files that are no labels.
  private static func isLabels(_ file: String) -> Bool {
    let name = PictureFinder.base(file).lowercased()
    let others = ["classes.txt", "labels.txt", "obj.names", "train.txt", "val.txt", "test.txt", "valid.txt"]
    return name.hasSuffix(".txt") && !others.contains(name) && !name.hasPrefix("readme") && !name.hasPrefix("license")
  }

  /// The text file of a picture, beside it or below `labels`.
  private static func text(of picture: String, in files: Set<String>) -> String? {
    let stem = PictureFinder.stem(picture)
    var parts = stem.split(separator: "/").map(String.init)
    var names = [stem + ".txt"]
    if let place = parts.dropLast().lastIndex(of: "images") {
      parts[place] = "labels"
      names.append(parts.joined(separator: "/") + ".txt")
    }
    return names.first { files.contains($0) && isLabels($0) }
  }

  private static func offer(
    _ input: ByteInput, _ file: String, picture: String?, _ number: Int, _ images: PictureImport, _ names: YOLONames,
    _ limit: Int
  ) throws {
    let place = PicturePlace(input, file)
    let nothing = UnsafeRawBufferPointer(start: nil, count: 0)
    switch PictureFiles.read(place.path, limit: limit) {
    case .bytes(let bytes):
      try bytes.withUnsafeBytes { buffer in
        let raw = RawRecord(bytes: buffer, span: buffer.count, line: number)
        try offer(raw, bytes, images, names, at: place, picture: picture.map { "\(input.name)/\($0)" })
      }
    case .tooLarge(let length):
      let reason = "has \(length) bytes; a record may have \(limit)"
      try images.reject(
        RawRecord(bytes: nothing, span: length, line: number), Rejection(.tooLarge, reason), of: place)
    case .unreadable(let reason):
      try images.reject(
        RawRecord(bytes: nothing, span: 0, line: number), Rejection(.damaged, "cannot be read: \(reason)"), of: place)
    }
  }

  /// Offers the picture of a text file.
  private static func offer(
    _ raw: RawRecord, _ bytes: [UInt8], _ images: PictureImport, _ names: YOLONames, at place: PicturePlace,
    picture known: String? = nil
  ) throws {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return try images.reject(raw, Rejection(.notUTF8, "is not UTF-8"), of: place)
    }
    let stem = PictureFinder.base(PictureFinder.stem(place.name))
    let likely = PictureFinder.suffixes.flatMap { ["\(stem).\($0)", "\(stem).\($0.uppercased())"] }
    let outside = place.folder.map { YOLONames.images(for: $0) } ?? []
    guard let path = known ?? images.place(of: likely, at: place, others: outside) else {
      return try images.reject(
        raw,
        Rejection(.missingField, "is about the picture \(stem), found neither beside it nor in images or the project"),
        of: place)
    }
    var picture = PictureRecord(names: [known.map { PictureFinder.base($0) } ?? path])
    if let known { picture.names = [Self.absolute(known)] + picture.names }
    picture.size = PictureHeader.size(of: path)
    var lines = YOLOLines(images, picture.size, place)
    lines.read(text, try names.names(for: place))
    picture.proposals = [lines.proposal]
    try images.offer(picture, raw, of: place, others: outside)
  }

  private static func absolute(_ path: String) -> String { MediaPaths.absolute(path) }
}
