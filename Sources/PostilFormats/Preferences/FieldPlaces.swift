import PostilModel

/// Which fields of a project take what a foreign record says, by their kinds. A field that `--map` names is left to it.
struct FieldPlaces {
  /// The field of the prompt: the first `chat`, else the first `text`.
  let prompt: Int?
  /// The field of several responses: the first `candidates`.
  let candidates: Int?
  /// The field of one response, in a project without candidates: the first `text` that the prompt does not take.
  let response: Int?

  /// The places in a project.
  ///
  /// - Throws: `TransferError.unfitProject` when a field is missing that the format's records need.
  init(_ layout: RecordLayout, format: String, _ responses: ResponseCount) throws(TransferError) {
    let fields = layout.fields
    func first(_ kind: FieldDefinition.Kind, not other: Int? = nil) -> Int? {
      fields.indices.first { fields[$0].kind == kind && layout.mapping[fields[$0].name] == nil && $0 != other }
    }
    let prompt = first(.chat) ?? first(.text)
    self.prompt = prompt
    candidates = first(.candidates)
    let hasCandidates = fields.contains { $0.kind == .candidates }
    response = hasCandidates ? nil : first(.text, not: prompt)
    if prompt == nil, !fields.contains(where: { $0.kind == .chat || $0.kind == .text }) {
      throw .unfitProject(
        format: format, reason: "brings prompts, and the project has no field that takes one",
        example: "name = \"prompt\", type = \"chat\"")
    }
    if responses == .several, !hasCandidates {
      throw .unfitProject(
        format: format, reason: "brings several responses to a prompt, and the project has no field that takes them",
        example: "name = \"responses\", type = \"candidates\"")
    }
    if responses == .one, let candidates, fields[candidates].isRequired {
      throw .unfitProject(
        format: format,
        reason: "brings one response to a prompt, and the field \"\(fields[candidates].name)\" wants two at least",
        example: "name = \"response\", type = \"text\"")
    }
  }
}
