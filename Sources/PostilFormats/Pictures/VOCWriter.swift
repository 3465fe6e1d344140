import PostilModel

/// `voc`: an XML file a picture, under the picture's path with another ending.
struct VOCWriter: FolderWriter {
  private var source: RegionSource
  private var names = PictureFileNames(suffix: ".xml")
  private var files: [OutputFile] = []

  init(_ layout: ExportLayout) {
    source = RegionSource(
      layout, VOCReader.name, RegionSource.Means(attributes: ["truncated", "difficult", "occluded"]))
  }

  mutating func write(_ record: borrowing ExportedRecord, into out: inout [UInt8], tally: inout ExportTally) {
    guard let picture = source.picture(of: record, tally: &tally) else { return }
    let labels = picture.regions.map { source.label(of: $0) }
    guard ([picture.path] + labels).allSatisfy({ $0.unicodeScalars.allSatisfy(XMLDocument.isCharacter) }) else {
      return tally.leaveOut("picture or label with a control character in its name, which XML does not have")
    }
    var xml = XMLText()
    xml.open("annotation")
    xml.add("folder", PictureFinder.base(String(PictureFinder.folder(picture.path).dropLast())))
    xml.add("filename", PictureFinder.base(picture.path))
    xml.add("path", picture.path)
    xml.open("size")
    xml.add("width", PixelNumber.text(picture.size?.width ?? 0))
    xml.add("height", PixelNumber.text(picture.size?.height ?? 0))
    xml.add("depth", PixelNumber.text(picture.metadata["depth"]?.double ?? 3))
    xml.close("size")
    xml.add("segmented", "0")
    for (region, label) in zip(picture.regions, labels) { Self.append(region, label, to: &xml) }
    xml.close("annotation")
    files.append(OutputFile(name: names.name(for: picture.path), bytes: xml.bytes))
    tally.written += 1
  }

  private static func append(_ region: Region, _ label: String, to xml: inout XMLText) {
    xml.open("object")
    xml.add("name", label)
    xml.add("pose", "Unspecified")
    for mark in ["truncated", "difficult"] { xml.add(mark, String(MarkedPicture.mark(mark, of: region))) }
    if region.attributes.contains("occluded") { xml.add("occluded", "1") }
    xml.open("bndbox")
    let bounds = region.bounds
    for (name, side) in [
      ("xmin", bounds.left), ("ymin", bounds.top), ("xmax", bounds.right), ("ymax", bounds.bottom),
    ] {
      xml.add(name, PixelNumber.text(side))
    }
    xml.close("bndbox")
    xml.close("object")
  }

  mutating func takeFiles() -> [OutputFile] {
    defer { files.removeAll() }
    return files
  }
}
