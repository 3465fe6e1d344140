import Foundation
import PostilFormats
import PostilModel
import PostilTestSupport
import Testing

/// The formats that bring pictures.
let pictureFormats = ["coco", "voc", "yolo", "labelme", "label-studio", "boxes-csv", "images", "image-folders"]

/// Labels as people and other programs name things.
let awkwardLabels = ["cell", "two words", "a&b", "<x>", "say \"y\"", "漢字", "one,two", "semi;colon", "it's"]

/// A picture and regions on it, of any shape, with text and attributes.
let marking = Project(
  name: "Marking", fields: [FieldDefinition(name: "image", kind: .image)],
  questions: [
    Question(
      name: "parts",
      kind: BoxesQuestion(
        labels: awkwardLabels.map { Choice(name: $0) }, shapes: RegionShape.allCases, takesText: true,
        attributes: [Choice(name: "truncated"), Choice(name: "blurred")]))
  ])

/// The same with boxes only.
let boxing = Project(
  name: "Boxing", fields: [FieldDefinition(name: "image", kind: .image)],
  questions: [Question(name: "parts", kind: BoxesQuestion(labels: awkwardLabels.map { Choice(name: $0) }))])

/// A project's folder with pictures in it, and what goes in and out.
final class PictureDesk {
  /// A picture with what one person marked.
  struct Marked {
    var path: String
    var regions: [Region]
  }

  let folder: TemporaryFolder
  let project: Project

  init(_ project: Project) throws {
    folder = try TemporaryFolder()
    self.project = project
  }

  /// Writes a file, and the folders above it.
  @discardableResult func write(_ bytes: [UInt8], to name: String) throws -> String {
    let path = folder.path(of: name)
    let above = URL(fileURLWithPath: path).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: above, withIntermediateDirectories: true)
    return try folder.write(bytes, to: name)
  }

  @discardableResult func write(_ text: String, to name: String) throws -> String {
    try write(Array(text.utf8), to: name)
  }

  /// Makes a picture of a size.
  func picture(_ name: String, _ width: Int, _ height: Int) throws {
    try write(GeneratedPicture.png(claiming: width, height), to: name)
  }

  /// Exports in a format: the path of the file or folder, and what was told.
  func export(_ format: String, _ pictures: [Marked], to name: String = "out") throws -> (
    path: String, tally: ExportTally
  ) {
    try export(
      format,
      pictures.map { marked in
        TrainingRecord(fields: JSONObject([("image", .string(marked.path))]))
          .judged("parts", Region.answer(marked.regions))
      }, to: name)
  }

  func export(_ format: String, _ records: [TrainingRecord], to name: String = "out") throws -> (
    path: String, tally: ExportTally
  ) {
    let path = folder.path(of: name)
    var layout = ExportLayout(project)
    layout.mediaFolder = folder.path
    let format = try Formats.toExport(format)
    var writer = try format.writer(for: layout)
    var out: [UInt8] = []
    var tally = ExportTally()
    let output = format.isFolder ? try FolderOutput(path: path, token: "t") : nil
    func take() throws { for file in Self.files(of: &writer) { try output?.write(file) } }
    writer.begin(into: &out)
    try take()
    for (index, record) in records.enumerated() {
      Self.write(record, index + 1, &writer, &out, &tally)
      try take()
    }
    writer.end(into: &out)
    try take()
    try output?.finish()
    if output == nil { try folder.write(out, to: name) } else { #expect(out.isEmpty) }
    return (path, tally)
  }

  private static func files(of writer: inout any RecordWriter) -> [OutputFile] {
    guard var folderWriter = writer as? any FolderWriter else { return [] }
    let files = folderWriter.takeFiles()
    writer = folderWriter
    return files
  }

  private static func write(
    _ record: TrainingRecord, _ number: Int, _ writer: inout any RecordWriter, _ out: inout [UInt8],
    _ tally: inout ExportTally
  ) {
    let (id, fields, metadata) = (Array("\(number)".utf8), record.fields.jsonText, record.metadata.jsonText)
    id.withUnsafeBytes { id in
      Array(fields.utf8).withUnsafeBytes { fields in
        Array(metadata.utf8).withUnsafeBytes { metadata in
          var row = ExportedRecord()
          row.number = number
          row.id = id
          row.fields = fields
          row.metadata = metadata
          row.annotations = record.annotations
          writer.write(row, into: &out, tally: &tally)
        }
      }
    }
  }

  /// Imports a file or folder; without a format it is recognised.
  func load(
    _ path: String, as format: String? = nil, _ change: (inout RecordLayout) -> Void = { _ in }
  ) throws -> Collector {
    var layout = try RecordLayout(project)
    change(&layout)
    let input = try ByteInput(path: path)
    let found = try format.map { try Formats.toImport($0) } ?? Formats.recognise(input, for: layout)
    let decoder = RecordDecoder(layout)
    decoder.media = MediaPaths(project: folder.path).reading(path)
    let collector = Collector()
    let makeReader = try #require(found.makeReader)
    try makeReader().read(input, with: decoder, into: collector)
    return collector
  }
}

extension ImportedRecord {
  /// The regions of its only suggestion.
  var suggestedRegions: [Region]? { suggestions.count == 1 ? Region.list(suggestions[0].answer) : nil }
  /// The picture's path.
  var picture: String? { (try? JSONParser().parse(fieldsText))?.object?["image"]?.string }
}
