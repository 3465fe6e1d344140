/// Regions while somebody marks them: what an answer of regions is until it is submitted. Beside the regions it holds which
/// proposals were settled and what is half drawn, so that autosave and undo keep all of it.
///
/// As JSON the list of regions alone where there is nothing else, else
/// `{"regions": […], "settled": [0, 2], "begun": {"shape": "polygon", "points": [[12, 40]]}}`.
public struct RegionDraft: Sendable, Hashable {
  /// A region that is being drawn.
  public struct Begun: Sendable, Hashable {
    /// What it will be.
    public var shape: RegionShape
    /// Its corners so far, as pixels of the picture; at least one.
    public var points: [RegionPoint]

    /// A region with its first corners.
    public init(shape: RegionShape, points: [RegionPoint]) {
      self.shape = shape
      self.points = points
    }
  }

  /// The regions; nil while nothing was said of any.
  public var regions: [Region]?
  /// The proposals that were taken or rejected, by their place among the task's.
  public var settled: Set<Int> = []
  /// What is being drawn.
  public var begun: Begun?

  /// Reads an answer, submitted or not.
  public init(_ answer: JSONValue?) {
    guard let object = answer?.object else {
      regions = answer.map(Region.list)
      return
    }
    regions = object["regions"] == nil ? nil : Region.list(answer)
    settled = Set((object["settled"]?.array ?? []).compactMap(\.int))
    if let begun = object["begun"]?.object, let shape = begun["shape"]?.string.flatMap(RegionShape.init(rawValue:)) {
      let points = (begun["points"]?.array ?? []).compactMap(RegionPoint.init)
      self.begun = points.isEmpty ? nil : Begun(shape: shape, points: points)
    }
  }

  /// The answer; nil when there is nothing to keep.
  public var json: JSONValue? {
    let list = regions.map(Region.answer)
    guard !settled.isEmpty || begun != nil else { return list }
    var object = JSONObject()
    if let list { object["regions"] = list }
    if !settled.isEmpty { object["settled"] = .array(settled.sorted().map { .integer(Int64($0)) }) }
    if let begun {
      object["begun"] = .object(
        JSONObject([
          ("shape", .string(begun.shape.rawValue)), ("points", .array(begun.points.map(\.json))),
        ]))
    }
    return .object(object)
  }
}
