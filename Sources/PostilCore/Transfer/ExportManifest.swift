import PostilModel

/// What is said about an export in a file of its own, so that it can be traced and checked.
struct ExportManifest {
  let options: ExportOptions
  let summary: ExportSummary
  let project: Project
  let identifier: String
  let schemaVersion: Int
  let madeAt: Timestamp

  /// One JSON object, a line a member.
  var text: [UInt8] {
    var leftOut = JSONObject()
    for reason in summary.leftOut.keys.sorted() {
      leftOut[reason] = summary.leftOut[reason].map { .integer(Int64($0)) }
    }
    var members: [(String, JSONValue)] = [
      ("file", .string(String(options.path.split(separator: "/").last ?? ""))),
      ("format", .string(summary.format)),
      ("project", .string(project.name)),
      ("project_identifier", .string(identifier)),
      ("guidelines_version", .string(options.guidelinesVersion)),
      ("schema_version", .integer(Int64(schemaVersion))),
      ("postil_version", .string(options.postilVersion)),
      ("made_at", .string(madeAt.iso8601)),
      ("filter", .string(options.filterText)),
      ("annotator", options.annotator.map { .string($0) } ?? .null),
      ("tasks", .integer(Int64(summary.tasks))),
      ("written", .integer(Int64(summary.written))),
      ("left_out", .object(leftOut)),
      ("bytes", .integer(Int64(summary.bytes))),
      ("xxh3_128", .string(summary.hash)),
    ]
    if let policy = summary.policy { members.insert(("policy", .object(policy)), at: 10) }
    var out = Array("{".utf8)
    for (index, member) in members.enumerated() {
      out.append(contentsOf: (index == 0 ? "\n  " : ",\n  ").utf8)
      JSONWriter.append(member.0, to: &out)
      out.append(contentsOf: ": ".utf8)
      JSONWriter.append(member.1, to: &out)
    }
    out.append(contentsOf: "\n}\n".utf8)
    return out
  }
}
