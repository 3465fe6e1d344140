import PostilModel

/// Begins a line with what a record is: an object, still open, of `id`, `fields`, `metadata` and `provenance`.
struct RecordHead {
  /// The moments of the line.
  var stamps = StampCache()

  /// Appends the head of a record.
  mutating func append(_ record: borrowing ExportedRecord, to out: inout [UInt8]) {
    out.append(literal: "{\"id\":")
    JSONWriter.append(record.id, to: &out)
    out.append(literal: ",\"fields\":")
    out.append(contentsOf: record.fields)
    out.append(literal: ",\"metadata\":")
    out.append(contentsOf: record.metadata)
    out.append(literal: ",\"provenance\":{\"file\":")
    JSONWriter.append(record.provenance.file, to: &out)
    out.append(literal: ",\"line\":")
    out.append(decimal: record.provenance.line)
    out.append(literal: ",\"imported_at\":")
    stamps.append(record.provenance.importedAt, to: &out)
    out.append(literal: "}")
  }
}
