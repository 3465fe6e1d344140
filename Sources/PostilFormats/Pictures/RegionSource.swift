import PostilModel

/// Reads pictures with their regions out of tasks: the final answer, else the only one that was submitted.
struct RegionSource {
  /// What a format can hold.
  struct Means {
    /// Regions as they are.
    var shapes: Set<RegionShape> = [.box]
    /// What is written about them.
    var hasText = false
    /// The attributes that it has a place for; nil for any.
    var attributes: Set<String>? = []
    /// Whether nothing can be said without the picture's size.
    var wantsSize = false
    /// Whether a label is one of a list, which has those that the question has now.
    var listsLabels = false
  }

  /// The field of the picture.
  let field: String
  /// The question.
  let question: Question
  /// The names of the regions' labels, in their order; a question without labels gives its own name.
  let labels: [String]

  private let name: String
  private let means: Means
  private let mediaFolder: String?
  private let parser = JSONParser()
  private var answers: PictureAnswers

  /// - Parameter name: the format's name, for what is told.
  init(_ layout: ExportLayout, _ name: String, _ means: Means) {
    self.name = name
    self.means = means
    // The format is refused where a project has no such field and question.
    let target = PictureTarget(layout.fields, layout.questions)
    field = target.field?.name ?? ""
    question = target.question ?? Question(name: "", kind: BoxesQuestion())
    let names = (question.kind as? BoxesQuestion)?.labels.map(\.name) ?? []
    labels = names.isEmpty ? [question.name] : names
    answers = PictureAnswers(layout, field: target.field, question: question)
    mediaFolder = layout.mediaFolder
  }

  /// A region's label as files have it.
  func label(of region: Region) -> String { region.label.isEmpty ? question.name : region.label }

  /// The picture of a task; nil when nothing is to be written of it, which is tallied.
  mutating func picture(of record: borrowing ExportedRecord, tally: inout ExportTally) -> MarkedPicture? {
    guard let (path, annotation) = answers.answer(of: record, tally: &tally).map({ ($0.path, $0.annotation) }) else {
      return nil
    }
    let named = record.annotations[annotation]
    let metadata = (try? parser.parse(record.metadata))?.object ?? JSONObject()
    // What the file has, as it is shown; what somebody said of it only where it cannot be read.
    let size =
      mediaFolder.flatMap { PictureHeader.size(of: MediaPaths.place(of: path, in: $0)) } ?? PictureSize(metadata)
    if size == nil {
      if means.wantsSize {
        tally.leaveOut("picture whose size is not known: its file cannot be read")
        return nil
      }
      tally.leaveOut("size of a picture whose file cannot be read (the rest is written)")
    }
    let answer = named.annotation.answers[question.name]
    let regions = Region.list(answer)
    tally.leaveOut("region that cannot be read", (answer?.array?.count ?? 0) - regions.count)
    return MarkedPicture(
      number: record.number, path: path, size: size, regions: regions.compactMap { fit($0, &tally) },
      metadata: metadata, annotator: named.annotator, activeMilliseconds: named.annotation.activeMilliseconds)
  }

  /// A region as the format can hold it; nil when it cannot. What is lost is tallied.
  private func fit(_ region: Region, _ tally: inout ExportTally) -> Region? {
    var region = region
    if means.listsLabels, !labels.contains(label(of: region)) {
      tally.leaveOut("region with a label that the question does not have any more, for which \(name) has no class")
      return nil
    }
    if !means.shapes.contains(region.shape) {
      guard region.shape == .polygon else {
        tally.leaveOut("\(region.shape.rawValue), which \(name) does not have")
        return nil
      }
      tally.leaveOut("corners of a polygon, of which \(name) has the bounding box")
      let bounds = region.bounds
      region.shape = .box
      region.points = [RegionPoint(x: bounds.left, y: bounds.top), RegionPoint(x: bounds.right, y: bounds.bottom)]
    }
    if !means.hasText, !region.text.isEmpty { tally.leaveOut("text of a region, which \(name) does not have") }
    if let known = means.attributes {
      tally.leaveOut(
        "attribute of a region, which \(name) does not have", region.attributes.count { !known.contains($0) })
    }
    return region
  }
}
