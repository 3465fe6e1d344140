import PostilModel

/// `boxes-csv`: a row a box, `image,label,xmin,ymin,xmax,ymax`. A picture with nothing in it has one row with nothing
/// but its name.
struct BoxesCSVWriter: RecordWriter {
  private var source: RegionSource

  init(_ layout: ExportLayout) { source = RegionSource(layout, BoxesCSVReader.name, RegionSource.Means()) }

  mutating func begin(into out: inout [UInt8]) { out.append(literal: "image,label,xmin,ymin,xmax,ymax\n") }

  mutating func write(_ record: borrowing ExportedRecord, into out: inout [UInt8], tally: inout ExportTally) {
    guard let picture = source.picture(of: record, tally: &tally) else { return }
    for region in picture.regions {
      let bounds = region.bounds
      let sides = [bounds.left, bounds.top, bounds.right, bounds.bottom].map(PixelNumber.text)
      Self.append([picture.path, source.label(of: region)] + sides, to: &out)
    }
    if picture.regions.isEmpty { Self.append([picture.path, "", "", "", "", ""], to: &out) }
    tally.written += 1
  }

  private static func append(_ cells: [String], to out: inout [UInt8]) {
    for (place, cell) in cells.enumerated() {
      if place > 0 { out.append(UInt8(ascii: ",")) }
      out.append(cell: cell, delimiter: UInt8(ascii: ","))
    }
    out.append(0x0A)
  }
}
