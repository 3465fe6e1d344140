import PostilModel

/// `ultrafeedback`: one task a line, `{"source", "instruction", "models", "completions", "correct_answers",
/// "incorrect_answers"}`. A completion is a response with what is known of it; its `annotations` have a rating for each aspect
/// of the first `ratings` question, written as text. What an aspect says beside its rating stays as it came in.
struct UltraFeedbackWriter: RecordWriter {
  private let layout: TrainingLayout
  private let selection: JudgementSelection
  private let columns: TrainingColumns
  private var output = TrainingOutput(isArray: false)
  private var task = TrainingTask()
  private var judgements: [JudgementSelection.Judgement] = []
  private let parser = JSONParser()

  init(_ layout: ExportLayout) {
    self.layout = TrainingLayout(layout)
    selection = JudgementSelection(annotator: layout.annotator, isSingle: true)
    columns = TrainingColumns(self.layout)
  }

  mutating func write(_ record: borrowing ExportedRecord, into out: inout [UInt8], tally: inout ExportTally) {
    tally.tasks += 1
    selection.select(from: record, layout.ratings, into: &judgements, tally: &tally)
    guard let judgement = judgements.first else { return }
    columns.read(record, into: &task)
    let question = layout.ratings[judgement.question]
    let answer = record.annotations[judgement.annotation].annotation.answers[question.name] ?? .null
    let metadata = (try? parser.parse(record.metadata))?.object ?? JSONObject()
    let field = layout.responses.map { TrainingColumns.value(of: $0, in: record) }
    let candidates = field.flatMap { try? CandidateList.read(parser.parse($0)) } ?? []
    let aspects = (question.kind as? RatingsQuestion)?.aspects.map(\.name) ?? []
    let task = task
    output.append(to: &out, &tally) { out in
      if let problem = task.promptProblem { return problem }
      guard let prompt = task.only(.user, in: task.prompt) else {
        return "prompt of several turns, or not of the user, which ultrafeedback cannot say"
      }
      guard !candidates.isEmpty, candidates.allSatisfy(Self.isOneAnswer) else {
        return "response of several turns, which ultrafeedback cannot say"
      }
      let models = candidates.map { $0.metadata["model"] ?? "" }
      out.append(literal: "{\"source\":")
      JSONWriter.append(metadata["source"] ?? "", to: &out)
      task.append(",\"instruction\":", prompt, ",\"models\":", to: &out)
      JSONWriter.append(metadata["models"] ?? .array(models), to: &out)
      out.append(literal: ",\"completions\":")
      JSONWriter.append(.array(candidates.map { Self.completion($0, answer, aspects) }), to: &out)
      for key in ["correct_answers", "incorrect_answers"] {
        out.append(UInt8(ascii: ","))
        JSONWriter.append(key, to: &out)
        out.append(UInt8(ascii: ":"))
        JSONWriter.append(metadata[key] ?? .array([]), to: &out)
      }
      out.append(UInt8(ascii: "}"))
      return nil
    }
  }

  private static func isOneAnswer(_ candidate: Candidate) -> Bool {
    candidate.allTurns.count == 1 && candidate.allTurns.first?.standardRole == .assistant
  }

  private static func completion(_ candidate: Candidate, _ answer: JSONValue, _ aspects: [String]) -> JSONValue {
    var known = candidate.metadata
    var annotations = known["annotations"]?.object ?? JSONObject()
    var steps: [Int] = []
    var isNew = false
    for aspect in aspects {
      guard let step = RatingsQuestion.step(answer, candidate: candidate.id, aspect: aspect) else { continue }
      steps.append(step)
      var said = annotations[aspect]?.object ?? JSONObject([("Rating", .null), ("Rationale", "")])
      if said["Rating"]?.string != String(step) {
        said["Rating"] = .string(String(step))
        isNew = true
      }
      annotations[aspect] = .object(said)
    }
    var object = JSONObject()
    for key in ["model", "principle", "custom_system_prompt"] { object[key] = known[key] ?? "" }
    object["response"] = .string(candidate.allTurns.map(\.content).joined())
    object["annotations"] = .object(annotations)
    object["overall_score"] = known["overall_score"] ?? .null
    let mean = steps.isEmpty ? JSONValue.null : .number(Double(steps.reduce(0, +)) / Double(steps.count))
    object["fine-grained_score"] = isNew ? mean : known["fine-grained_score"] ?? mean
    object["critique"] = known["critique"] ?? ""
    for key in object.keys { known[key] = nil }
    object.members += known.members
    return .object(object)
  }
}
