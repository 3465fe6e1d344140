import PostilModel

/// `image-folders`: copies of the pictures in folders by class, as ImageNet has them, which trainers load as they are. The
/// class is the answer to the first question for a label; a class that no picture has gets no folder, which trainers
/// refuse when it is empty. Copies, because a link breaks when the folder travels, and a hard one changes with the picture.
struct ImageFoldersWriter: FolderWriter {
  /// The format's name.
  static let name = "image-folders"
  /// The most bytes that file systems take for a name.
  private static let longestName = 255

  private let question: Question
  private let mediaFolder: String?
  private var answers: PictureAnswers
  private var files: [OutputFile] = []
  /// How many have had a name, by the path without regard to case: on some file systems `A.png` is `a.png`.
  private var taken: [String: Int] = [:]

  init(_ layout: ExportLayout) {
    // The format is refused where a project has no such field and question.
    question = PictureFolderReader.question(among: layout.questions) ?? Question(name: "", kind: TextQuestion())
    mediaFolder = layout.mediaFolder
    let field = PictureTarget(layout.fields, layout.questions).field
    answers = PictureAnswers(layout, field: field, question: question)
  }

  mutating func write(_ record: borrowing ExportedRecord, into out: inout [UInt8], tally: inout ExportTally) {
    guard let answer = answers.answer(of: record, tally: &tally) else { return }
    let labels = Self.labels(record.annotations[answer.annotation].annotation.answers[question.name])
    guard labels.count == 1 else {
      let words = labels.isEmpty ? "picture without a label" : "picture with several labels"
      return tally.leaveOut("\(words), which has no folder")
    }
    let base = PictureFinder.base(answer.path)
    guard Self.isName(labels[0]) else { return tally.leaveOut("picture with a label that no folder can be called") }
    guard Self.isName(base) else { return tally.leaveOut("picture with a hidden name, or a very long one") }
    // What is no picture is not copied: a record could name any file.
    guard let place = mediaFolder.map({ MediaPaths.place(of: answer.path, in: $0) }),
      PictureHeader.size(of: place) != nil
    else { return tally.leaveOut("picture whose file cannot be read") }
    files.append(OutputFile(name: "\(labels[0])/\(name(for: base, of: labels[0], &tally))", copyOf: place))
    tally.written += 1
  }

  private static func labels(_ answer: JSONValue?) -> [String] {
    answer?.string.map { [$0] } ?? (answer?.array ?? []).compactMap(\.string)
  }

  /// Whether a file or folder can have a name and is seen: hidden ones are passed over. Room is kept for a number.
  private static func isName(_ name: String) -> Bool {
    !name.isEmpty && !name.hasPrefix(".") && !name.utf8.contains { $0 == 0x2F || $0 == 0 }
      && name.utf8.count <= longestName - 8
  }

  /// The name of a picture in a class's folder: its own, with a number where another has it.
  private mutating func name(for base: String, of label: String, _ tally: inout ExportTally) -> String {
    let key = "\(label)/\(base)".lowercased()
    var count = taken[key, default: 0]
    if count == 0 {
      taken[key] = 1
      return base
    }
    tally.leaveOut("name of a picture that another of its class has too (it is written with a number)")
    let stem = PictureFinder.stem(base)
    while true {
      count += 1
      let name = "\(stem)-\(count)\(base.dropFirst(stem.count))"
      if taken.updateValue(1, forKey: "\(label)/\(name)".lowercased()) == nil {
        taken[key] = count
        return name
      }
    }
  }

  mutating func takeFiles() -> [OutputFile] {
    defer { files.removeAll() }
    return files
  }
}
