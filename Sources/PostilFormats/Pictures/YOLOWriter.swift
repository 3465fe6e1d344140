import PostilModel

/// `yolo`: a text file a picture, under the picture's path with another ending, and `classes.txt`. A text file belongs to
/// the picture of its name: of two that differ in their ending only, the first is written.
///
/// All lines are of one kind, because trainers take a data set for one of boxes or of outlines by what they meet in it,
/// and a box among outlines for an outline of two points. Where the question takes polygons, every region is its corners: those
/// of a box from the upper left one clockwise, from which a trainer of boxes has the same box. Else it is `cx cy width height`.
struct YOLOWriter: FolderWriter {
  private var source: RegionSource
  private var names = PictureFileNames(suffix: ".txt", others: ["classes.txt"])
  private var files: [OutputFile] = []
  private let hasCorners: Bool

  init(_ layout: ExportLayout) {
    let boxes = PictureTarget(layout.fields, layout.questions).question?.kind as? BoxesQuestion
    hasCorners = boxes?.shapes.contains(.polygon) ?? false
    source = RegionSource(
      layout, YOLOReader.name,
      RegionSource.Means(shapes: hasCorners ? [.box, .polygon] : [.box], wantsSize: true, listsLabels: true))
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
      let shares = hasCorners ? Self.corners(of: region, size) : Self.box(of: region, size)
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

  private static func box(of region: Region, _ size: PictureSize) -> [Double] {
    let bounds = region.bounds
    return [
      (bounds.left + bounds.right) / 2 / size.width, (bounds.top + bounds.bottom) / 2 / size.height,
      (bounds.right - bounds.left) / size.width, (bounds.bottom - bounds.top) / size.height,
    ]
  }

  private static func corners(of region: Region, _ size: PictureSize) -> [Double] {
    let corners = region.shape == .box ? region.corners : region.points
    return corners.flatMap { [$0.x / size.width, $0.y / size.height] }
  }

  mutating func takeFiles() -> [OutputFile] {
    defer { files.removeAll() }
    return files
  }
}
