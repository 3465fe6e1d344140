import PostilCore
import PostilModel

/// What became of an export, for people and for programs.
struct ExportReport {
  private let summary: ExportSummary
  private let path: String

  init(_ summary: ExportSummary, path: String) {
    self.summary = summary
    self.path = path
  }

  /// A line with the counts, and one with what was left out and why.
  var text: String {
    var text = "\(summary.written) \(summary.written == 1 ? "record" : "records") of \(summary.tasks) tasks"
    text += path == "-" ? "\n" : " written to \(path)\n"
    for reason in summary.leftOut.keys.sorted() { text += "\(summary.leftOut[reason] ?? 0) left out: \(reason)\n" }
    if let manifest = summary.manifestPath { text += "manifest: \(manifest)\n" }
    return text
  }

  /// The same as one JSON object.
  var json: JSONValue {
    let leftOut = summary.leftOut.sorted { $0.key < $1.key }.map { ($0.key, JSONValue.integer(Int64($0.value))) }
    return [
      "file": .string(path), "format": .string(summary.format), "tasks": .integer(Int64(summary.tasks)),
      "written": .integer(Int64(summary.written)), "left_out": .object(JSONObject(leftOut)),
      "bytes": .integer(Int64(summary.bytes)), "xxh3_128": .string(summary.hash),
      "manifest": summary.manifestPath.map { .string($0) } ?? .null, "seconds": .number(summary.seconds),
    ]
  }
}
