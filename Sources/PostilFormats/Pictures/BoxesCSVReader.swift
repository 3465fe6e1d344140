import PostilModel

/// `boxes-csv`: a row a box, with the columns `image`, `label`, `xmin`, `ymin`, `xmax`, `ymax`, or what others call
/// them; the rows of one picture make one task, wherever they stand. A row with a picture and no more says that nothing
/// is there. The file is held as a whole.
struct BoxesCSVReader: RecordReader {
  /// The format's name.
  static let name = "boxes-csv"
  /// Its columns, where regions are asked for.
  static let signs = PictureSigns(table: { columns, layout in
    layout.questions.contains { $0.kind is BoxesQuestion } && BoxColumns.fit(columns)
  })

  func read(_ input: ByteInput, with decoder: RecordDecoder, into sink: any RecordSink) throws {
    let images = try PictureImport(input, decoder, sink, format: Self.name)
    let bytes = try WholeDocument.bytes(of: input, format: Self.name)
    var rows = BoxRows(images, in: input.name)
    let end = try rows.read(bytes)
    for (name, picture) in rows.pictures {
      let raw = WholeDocument.raw(UnsafeRawBufferPointer(rebasing: bytes[picture.bytes]), line: picture.line)
      var record = PictureRecord(names: [name])
      record.size = picture.size
      record.proposals = [picture.proposal]
      try images.offer(record, raw, of: PicturePlace(input))
    }
    input.consume(input.window.count)
    try images.finish(input, line: end)
  }
}
