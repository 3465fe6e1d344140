import PostilModel

/// `openai-dpo`: `{"input": {"messages": […], "tools", …}, "preferred_output": […], "non_preferred_output": […]}`.
struct OpenAIPreferenceShape: PreferenceShape {
  let name = "openai-dpo"
  let responses = ResponseCount.several

  func record(of source: SourceObject) throws(Rejection) -> PreferenceRecord {
    guard var input = try source.value("input")?.object, let messages = input["messages"] else {
      throw Rejection(.missingField, "has no \"messages\" in \"input\"")
    }
    guard let better = try source.value("preferred_output"), let worse = try source.value("non_preferred_output") else {
      throw SourceObject.missing("preferred_output", "non_preferred_output")
    }
    var record = PreferenceRecord()
    record.prompt = try SourceTurn.turns(of: messages, at: "messages")
    let one = try SourceTurn.turns(of: better, at: "preferred_output")
    let other = try SourceTurn.turns(of: worse, at: "non_preferred_output")
    guard !record.prompt.isEmpty, !one.isEmpty, !other.isEmpty else {
      throw Rejection(.wrongType, "has a list without turns")
    }
    record.responses = [.init(one), .init(other)]
    record.nameNeutrally(better: "preferred_output", worse: "non_preferred_output")
    record.metadata = source.rest(without: ["input", "preferred_output", "non_preferred_output"])
    input["messages"] = nil
    if !input.isEmpty { record.metadata.append(.init("input", .object(input))) }
    return record
  }
}
