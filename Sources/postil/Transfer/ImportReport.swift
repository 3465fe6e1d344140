import PostilCore
import PostilFormats
import PostilModel

/// What became of an import, for people and for programs.
struct ImportReport {
  private let summary: ImportSummary
  private let isDryRun: Bool
  private let purpose: RecordLayout.Purpose

  init(_ summary: ImportSummary, isDryRun: Bool, purpose: RecordLayout.Purpose) {
    self.summary = summary
    self.isDryRun = isDryRun
    self.purpose = purpose
  }

  /// A line while it goes on.
  static func words(for progress: ImportProgress) -> String {
    var words = progress.file
    if let total = progress.totalBytes, total > 0 {
      words += "  \(min(100, progress.bytesRead * 100 / total)) %"
    } else {
      words += "  \(progress.bytesRead >> 20) MB"
    }
    words += "  \(progress.records) records"
    return progress.rejected > 0 ? words + "  \(progress.rejected) rejected" : words
  }

  private var rejectedKinds: [(kind: Rejection.Kind, count: Int)] {
    Rejection.Kind.allCases.compactMap { kind in summary.rejected[kind].map { (kind, $0) } }
  }

  /// Lines with the counts that are not nought.
  var text: String {
    func counted(_ count: Int, _ one: String) -> String { "\(count) \(one)\(count == 1 ? "" : "s")" }
    let what = purpose == .tasks ? "task" : purpose == .annotations ? "annotation" : "record"
    let added = counted(summary.added, what)
    var lines = ["\(added) \(isDryRun ? "would be imported" : "imported")"]
    if summary.alreadyThere > 0 {
      lines.append("\(summary.alreadyThere) \(summary.alreadyThere == 1 ? "was" : "were") there already")
    }
    if summary.suggestions > 0 { lines.append(counted(summary.suggestions, "suggestion")) }
    if summary.people > 0 {
      lines.append("\(summary.people == 1 ? "1 person" : "\(summary.people) people") put on the roster")
    }
    if summary.annotations > 0, purpose != .annotations { lines.append(counted(summary.annotations, "annotation")) }
    if summary.rejectedRecords > 0 {
      let kinds = rejectedKinds.map { "\($0.count) \($0.kind.rawValue)" }.joined(separator: ", ")
      lines.append("\(summary.rejectedRecords) rejected: \(kinds)")
      if let first = summary.firstRejected {
        let words = summary.rejectedRecords > 1 ? "the first: " : ""
        lines.append("  \(words)\(first.file), line \(first.line): \(first.reason)")
      }
    }
    if summary.rejectedSuggestions > 0 {
      let words = counted(summary.rejectedSuggestions, "suggestion")
      lines.append("\(words) rejected, with the rest of the record taken")
    }
    lines += summary.remarks
    lines += summary.rejectsFiles.map { "  see \($0)" }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func json(_ example: ImportSummary.Example) -> JSONValue {
    ["file": .string(example.file), "line": .integer(Int64(example.line)), "reason": .string(example.reason)]
  }

  /// The same as one JSON object.
  var json: JSONValue {
    let kinds = rejectedKinds.map { ($0.kind.rawValue, JSONValue.integer(Int64($0.count))) }
    return [
      "dry_run": .bool(isDryRun), "imported": .integer(Int64(summary.added)),
      "already_there": .integer(Int64(summary.alreadyThere)), "suggestions": .integer(Int64(summary.suggestions)),
      "annotations": .integer(Int64(summary.annotations)), "rejected": .integer(Int64(summary.rejectedRecords)),
      "people": .integer(Int64(summary.people)), "rejected_suggestions": .integer(Int64(summary.rejectedSuggestions)),
      "first_rejected": summary.firstRejected.map(Self.json) ?? .null,
      "reasons": .object(JSONObject(kinds)), "rejects_files": .array(summary.rejectsFiles.map { .string($0) }),
      "remarks": .array(summary.remarks.map { .string($0) }), "bytes": .integer(Int64(summary.bytes)),
      "seconds": .number(summary.seconds),
    ]
  }
}
