import PostilModel

/// `yolo`: a text file a picture, under the picture's path with another ending, and `classes.txt`. A text file belongs to
/// the picture of its name: of two that differ in their ending only, the first is written.
struct YOLOWriter: FolderWriter {
  private var source: RegionSource
  private var names = PictureFileNames(suffix: ".txt", others: ["classes.txt"])
  private var files: [OutputFile] = []

  init(_ layout: ExportLayout) {
    source = RegionSource(layout, YOLOReader.name, RegionSource.Means(wantsSize: true, listsLabels: true))
  }

  mutating func begin(into out: inout [UInt8]) {
    let lines = source.labels.map { $0 + "\n" }.joined()
    files.append(OutputFile(name: "classes.txt", bytes: Array(lines.utf8)))
  }

  mutating func write(_ record: borrowing ExportedRecord, into out: inout [UInt8], tally: inout ExportTally) {
    guard let picture = source.picture(of: record, tally: &tally), let size = picture.size else { return }
    guard let name = names.only(for: picture.path) else {
      return tally.leaveOut("picture whose text file would have the name of another's, or of classes.txt")
    }
    var bytes: [UInt8] = []
    for region in picture.regions {
      guard let place = source.labels.firstIndex(of: source.label(of: region)) else { continue }
      let bounds = region.bounds
      let shares = [
        (bounds.left + bounds.right) / 2 / size.width, (bounds.top + bounds.bottom) / 2 / size.height,
        (bounds.right - bounds.left) / size.width, (bounds.bottom - bounds.top) / size.height,
      ]
      bytes.append(contentsOf: String(place).utf8)
      for share in shares {
        bytes.append(UInt8(ascii: " "))
        bytes.append(contentsOf: PixelNumber.text(share).utf8)
      }
      bytes.append(0x0A)
    }
    files.append(OutputFile(name: name, bytes: bytes))
    tally.written += 1
  }

  mutating func takeFiles() -> [OutputFile] {
    defer { files.removeAll() }
    return files
  }
}
