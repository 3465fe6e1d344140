import PostilModel

/// `images`: a task a picture. `image-folders`: the same, and the name of the folder that a picture is in is its class,
/// as ImageNet has it.
struct PictureFolderReader: RecordReader {
  /// Whether folders are classes.
  let hasClasses: Bool

  /// Pictures, and nothing that is marked on them.
  static let signs = PictureSigns(folder: { !$0.pictures.isEmpty && !areClasses($0) }, isLast: true)
  /// The same, each in a folder with the name of a label.
  static let signsOfClasses = PictureSigns(folder: { !$0.pictures.isEmpty && areClasses($0) }, isLast: true)

  /// The question that a class answers: the first for a label.
  static func question(among questions: [Question]) -> Question? {
    questions.first { $0.kind is LabelQuestion || $0.kind is LabelsQuestion }
  }

  private static func areClasses(_ sight: FolderSight) -> Bool {
    guard let labels = question(among: sight.layout.questions).map({ Set($0.kind.choices.map(\.name)) }) else {
      return false
    }
    return sight.pictures.allSatisfy { label(of: $0).map(labels.contains) ?? false }
  }

  func read(_ input: ByteInput, with decoder: RecordDecoder, into sink: any RecordSink) throws {
    let images = try PictureImport(input, decoder, sink, format: hasClasses ? ImageFoldersWriter.name : "images")
    let nothing = UnsafeRawBufferPointer(start: nil, count: 0)
    guard let files = input.files else {
      var picture = PictureRecord(names: [PictureFinder.base(input.name)])
      if hasClasses { picture.label = Self.label(of: MediaPaths.absolute(input.name)) }
      try images.offer(picture, RawRecord(bytes: nothing, span: 0, line: 1), of: PicturePlace(input))
      return try images.finish(input, line: 2)
    }
    var number = 0
    for file in files where PictureFinder.isPicture(file) {
      number += 1
      var picture = PictureRecord(names: [PictureFinder.base(file)])
      if hasClasses { picture.label = Self.label(of: file) }
      let raw = RawRecord(bytes: nothing, span: 0, line: number)
      try images.offer(picture, raw, of: PicturePlace(input, file))
    }
    try images.finish(input, line: number + 1)
  }

  /// The name of the folder that a file is in; nil for none.
  static func label(of path: String) -> String? { path.split(separator: "/").dropLast().last.map(String.init) }
}
