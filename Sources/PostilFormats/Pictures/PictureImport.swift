import PostilModel

/// What all readers of pictures do: find the picture, write a record of it, and hand that to the decoder, which checks
/// it like all others.
///
/// The regions go to the first `boxes` question as a suggestion, or as the answer of whom the import names: then one of a
/// picture, and what a model predicted is nobody's answer. The id of a task is the picture's path.
final class PictureImport {
  /// The question that takes regions; nil when the project has none.
  let question: Question?
  /// Its kind.
  let boxes: BoxesQuestion
  /// Things that are not taken.
  let notes = PictureNotes()

  private let layout: RecordLayout
  private let format: String
  private let field: String
  private let finder: PictureFinder
  private let sink: any RecordSink
  private var offering: RecordOffering
  private var object: [UInt8] = []

  /// - Throws: `TransferError.unfitProject` when the project shows no pictures, `.unsuited` when answers are to be
  ///   imported and nobody says whose.
  init(_ input: ByteInput, _ decoder: RecordDecoder, _ sink: any RecordSink, format: String) throws(TransferError) {
    var plain = decoder.layout
    plain.mapping = [:]
    layout = plain
    self.format = format
    self.sink = sink
    finder = PictureFinder(decoder.media, isProjectFirst: plain.purpose != .tasks)
    let target = PictureTarget(plain.fields, plain.questions)
    guard let field = target.field else {
      throw .unfitProject(
        format: format, reason: "brings pictures, and the project has no field that shows one",
        example: "name = \"image\", type = \"image\"")
    }
    if plain.purpose == .annotations, plain.annotator == nil {
      throw .unsuited(format: format, reason: "does not say who answered; name them with --annotator NAME")
    }
    self.field = field.name
    question = target.question
    boxes = question?.kind as? BoxesQuestion ?? BoxesQuestion()
    let own = RecordDecoder(plain)
    own.media = decoder.media
    offering = RecordOffering(own, sink)
    offering.pass(input.bytesConsumed)
  }

  /// Whether the question takes a shape.
  func takes(_ shape: RegionShape) -> Bool { boxes.shapes.contains(shape) }

  /// A region with what the question takes of text and attributes; the rest is noted.
  func region(
    _ label: String, _ shape: RegionShape, _ points: [RegionPoint], text: String = "", attributes: [String] = [],
    in place: String
  ) -> Region {
    // A project without labels writes its question's name for them.
    let isNameless = boxes.labels.isEmpty && label == question?.name
    var region = Region(label: isNameless ? "" : label, shape: shape, points: points)
    if boxes.takesText {
      region.text = text
    } else if !text.isEmpty {
      notes.note("texts of regions, which the question does not take", in: place)
    }
    for name in attributes {
      if boxes.attributes.contains(where: { $0.name == name }) {
        region.attributes.append(name)
      } else {
        notes.note("regions marked as \(name), an attribute that the question does not have", in: place)
      }
    }
    return region
  }

  /// Whether a region is one that can be shown; one that is not is noted and left out.
  func isWhole(_ region: Region, in place: String) -> Bool {
    guard region.shape == .box, region.area <= 0 else { return true }
    notes.note("boxes without any area, which are left out", in: place)
    return false
  }

  /// Offers a picture that stands in a file.
  ///
  /// - Parameters:
  ///   - raw: Its bytes in the file.
  ///   - place: The file, for messages and to find the picture.
  ///   - others: More folders to look in.
  func offer(_ picture: PictureRecord, _ raw: RawRecord, of place: PicturePlace, others: [String] = []) throws {
    let found = finder.find(picture.names, from: place.folder, inner: place.inner, others: others)
    guard let path = found ?? picture.names.first(where: { !$0.isEmpty }) else {
      return try offering.reject(raw, .missingField, "\(place.words)names no picture")
    }
    if found == nil, finder.isAble { notes.note("pictures that are not where the file says", in: place.name) }
    var picture = picture
    if found != nil { check(&picture.size, against: path, place) }
    picture.proposals = taken(picture.proposals, place)
    if takesAnswersOnly, answers(picture.proposals, labelled(picture)).isEmpty {
      notes.note("pictures without an answer, which are left out", in: place.name)
      return offering.pass(raw.span)
    }
    write(picture, path, place)
    let bad = picture.proposals.compactMap { proposal in
      proposal.problem.map { problem in
        ImportedRecord.BadSuggestion(value: .object(suggestion(proposal)), reason: place.words + problem)
      }
    }
    if layout.purpose != .tasks, let first = bad.first { return try offering.reject(raw, .badSuggestion, first.reason) }
    try object.withUnsafeBytes { try offering.offer(raw, object: $0, isPadded: false, bad: bad) }
  }

  /// Whether answers to tasks that are there are all that is wanted.
  private var takesAnswersOnly: Bool { layout.purpose == .annotations || layout.purpose == .gold }

  /// What of a picture's proposals is wanted: where they are somebody's answer, one that is not a model's. Predictions
  /// stay suggestions where tasks come with them.
  private func taken(_ proposals: [PictureRecord.Proposal], _ place: PicturePlace) -> [PictureRecord.Proposal] {
    guard takesAnswersOnly || (layout.purpose == .tasks && layout.annotator != nil) else { return proposals }
    let said = proposals.filter { !$0.isPrediction }
    let predictions = proposals.filter(\.isPrediction)
    notes.note(
      "annotations beyond the first of a picture, which are left out", in: place.name, count: max(0, said.count - 1))
    guard takesAnswersOnly else { return said.prefix(1) + predictions }
    notes.note("predictions, which are nobody's answer and are left out", in: place.name, count: predictions.count)
    return Array(said.prefix(1))
  }

  /// Holds the size that a file says of a picture against the picture's own, which is the one that counts.
  private func check(_ size: inout PictureSize?, against path: String, _ place: PicturePlace) {
    guard let own = PictureHeader.size(of: finder.place(of: path)) else { return }
    if let said = size, said != own {
      notes.note(
        "pictures that have another size than is said of them", in: place.name,
        example: "\(PictureFinder.base(path)): size says \(said.words), the file has \(own.words)")
    }
    size = own
  }

  /// Rejects what is no record.
  func reject(_ raw: RawRecord, _ rejection: Rejection, of place: PicturePlace) throws {
    try offering.reject(raw, rejection.kind, place.words + rejection.reason)
  }

  /// Counts bytes that belong to no record.
  func pass(_ byteCount: Int) { offering.pass(byteCount) }

  /// Says what was left out, and that the input ended before its time, if it did.
  func finish(_ input: ByteInput, line: Int) throws {
    for absence in input.absences {
      notes.note("\(absence.kind) in the folder, which are left out", in: absence.path)
    }
    for sentence in notes.sentences { sink.remark(sentence) }
    try offering.finish(input, line: line)
  }

  /// The path of a picture's file, if it is found.
  func place(of names: [String], at place: PicturePlace, others: [String] = []) -> String? {
    finder.find(names, from: place.folder, inner: place.inner, others: others).map(finder.place)
  }

  // MARK: Writing

  private func write(_ picture: PictureRecord, _ path: String, _ place: PicturePlace) {
    var record = JSONObject()
    let good = picture.proposals.filter { $0.problem == nil }
    let label = labelled(picture)
    if question == nil, !picture.proposals.isEmpty {
      notes.note("regions of pictures, for which the project has no question of type boxes", in: place.name)
    }
    switch layout.purpose {
    case .annotations, .gold:
      record["task"] = .string(path)
      record["annotator"] = layout.annotator.map { .string($0) }
      for (name, answer) in answers(good, label) { record[name] = answer }
    case .suggestions:
      record["id"] = .string(path)
      record["suggestions"] = .array(suggestions(good, label))
    case .tasks:
      if path.utf8.count <= 1000 { record["id"] = .string(path) }
      var said = picture.metadata.members
      if label == nil, let name = picture.label { said.append(.init(key: "class", value: .string(name))) }
      var size = picture.size?.members ?? []
      record["fields"] = .object(fields(path, &said, &size))
      record["metadata"] = .object(Self.joined(size, said))
      put(good, label, into: &record)
    }
    object.removeAll(keepingCapacity: true)
    JSONWriter.append(record, to: &object)
  }

  /// What is not said of a person is a suggestion; so is an answer that the question does not take, to be put aside
  /// with the reason.
  private func put(_ good: [PictureRecord.Proposal], _ label: (String, JSONValue)?, into record: inout JSONObject) {
    let answers = answers(good, label)
    let predictions = good.filter(\.isPrediction)
    let isFit = answers.allSatisfy { name, answer in
      layout.questions.first { $0.name == name }?.kind.problem(with: answer) == nil
    }
    guard let annotator = layout.annotator, isFit else {
      let list = suggestions(good, label)
      if !list.isEmpty { record["suggestions"] = .array(list) }
      return
    }
    let others = suggestions(predictions, nil)
    if !others.isEmpty { record["suggestions"] = .array(others) }
    if answers.isEmpty { return }
    record["annotations"] = [
      ["annotator": .string(annotator), "state": "submitted", "answers": .object(JSONObject(answers))]
    ]
  }

  /// The picture's path in its field; other fields take what the file says under their names, else the picture's size.
  private func fields(_ path: String, _ said: inout [JSONObject.Member], _ size: inout [JSONObject.Member])
    -> JSONObject
  {
    func take(_ name: String, from members: inout [JSONObject.Member]) -> JSONValue? {
      members.firstIndex { $0.key == name }.map { members.remove(at: $0).value }
    }
    var fields = JSONObject()
    for definition in layout.fields {
      if definition.name == field {
        fields[field] = .string(path)
      } else if let value = take(definition.name, from: &said) ?? take(definition.name, from: &size) {
        fields[definition.name] = value
      }
    }
    return fields
  }

  /// The picture's size and what the file says. `width` and `height` of a task are the picture's: what the file says under
  /// these names stands beside as `width_said` and `height_said`, unless it is the same number.
  private static func joined(_ size: [JSONObject.Member], _ said: [JSONObject.Member]) -> JSONObject {
    let names = Set(said.map(\.key))
    // Numbers alone: with the whole members at hand the optimiser of Swift 6.3.1 fails.
    let own = Dictionary(size.map { ($0.key, $0.value.double) }) { first, _ in first }
    var joined = JSONObject()
    joined.members = size
    for member in said {
      var key = member.key
      if let number = own[key] {
        if number == member.value.double { continue }
        repeat { key += "_said" } while names.contains(key)
      }
      joined.members.append(JSONObject.Member(key: key, value: member.value))
    }
    return joined
  }

  private func answers(_ good: [PictureRecord.Proposal], _ label: (String, JSONValue)?) -> [(String, JSONValue)] {
    var answers: [(String, JSONValue)] = []
    if let question, let first = good.first(where: { !$0.isPrediction }) {
      answers.append((question.name, Region.answer(first.regions)))
    }
    if let label { answers.append(label) }
    return answers
  }

  private func suggestions(_ good: [PictureRecord.Proposal], _ label: (String, JSONValue)?) -> [JSONValue] {
    var list: [JSONValue] = question == nil ? [] : good.map { .object(suggestion($0)) }
    if let label {
      list.append([
        "question": .string(label.0), "answer": label.1, "model": .string(layout.annotator ?? layout.model ?? format),
      ])
    }
    return list
  }

  private func suggestion(_ proposal: PictureRecord.Proposal) -> JSONObject {
    var object = JSONObject()
    object["question"] = .string(question?.name ?? "")
    object["answer"] = Region.answer(proposal.regions)
    let person = proposal.isPrediction ? nil : layout.annotator
    object["model"] = .string(proposal.model ?? person ?? layout.model ?? format)
    object["score"] = proposal.score.map { .number($0) }
    return object
  }

  /// The class of a picture as the answer of the first question that takes one.
  private func labelled(_ picture: PictureRecord) -> (String, JSONValue)? {
    guard let label = picture.label, let question = PictureFolderReader.question(among: layout.questions) else {
      return nil
    }
    return (question.name, question.kind is LabelsQuestion ? [.string(label)] : .string(label))
  }
}
