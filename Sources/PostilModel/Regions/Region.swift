/// A part of a picture that somebody marked.
///
/// As JSON: `{"label": "cell", "shape": "box", "points": [[68, 315], [286, 480]], "text": "…", "attributes": ["cut"]}`; text
/// and attributes only where there are any.
public struct Region: Sendable, Hashable {
  /// The most places that one region may have.
  public static let mostPoints = 10_000

  /// What it is: a label's name; empty where the question has no labels.
  public var label: String
  /// What it is drawn as.
  public var shape: RegionShape
  /// Its places, in pixels of the picture. Of a box the upper left and the lower right corner: it holds the pixels from the
  /// first to before the second, so that width and height are their difference.
  public var points: [RegionPoint]
  /// What somebody wrote about it.
  public var text: String
  /// What else holds of it: names of attributes.
  public var attributes: [String]

  /// A region. The corners of a box may come in any order.
  public init(
    label: String, shape: RegionShape, points: [RegionPoint], text: String = "", attributes: [String] = []
  ) {
    self.label = label
    self.shape = shape
    self.points = points
    self.text = text
    self.attributes = attributes
    if shape == .box, points.count == 2 { self.points = Self.corners(points[0], points[1]) }
  }

  /// A box by its sides.
  public init(label: String, left: Double, top: Double, right: Double, bottom: Double) {
    self.init(
      label: label, shape: .box, points: [RegionPoint(x: left, y: top), RegionPoint(x: right, y: bottom)])
  }

  private static func corners(_ one: RegionPoint, _ other: RegionPoint) -> [RegionPoint] {
    [
      RegionPoint(x: min(one.x, other.x), y: min(one.y, other.y)),
      RegionPoint(x: max(one.x, other.x), y: max(one.y, other.y)),
    ]
  }

  /// Reads a region; nil when it is none.
  public init?(_ value: JSONValue) {
    guard let object = value.object, let shape = (object["shape"]?.string).flatMap(RegionShape.init(rawValue:)),
      let places = object["points"]?.array
    else { return nil }
    let points = places.compactMap(RegionPoint.init)
    guard points.count == places.count, shape.counts.contains(points.count) else { return nil }
    self.init(
      label: object["label"]?.string ?? "", shape: shape, points: points, text: object["text"]?.string ?? "",
      attributes: (object["attributes"]?.array ?? []).compactMap(\.string))
  }

  /// Whether a value would be a region, were its places not too far away.
  static func isTooFar(_ value: JSONValue) -> Bool {
    let numbers = (value.object?["points"]?.array ?? []).flatMap { $0.array ?? [] }.compactMap(\.double)
    return numbers.contains { !RegionPoint.isNear($0) }
  }

  /// The region as JSON.
  public var json: JSONValue {
    var object = JSONObject()
    if !label.isEmpty { object["label"] = .string(label) }
    object["shape"] = .string(shape.rawValue)
    object["points"] = .array(points.map(\.json))
    if !text.isEmpty { object["text"] = .string(text) }
    if !attributes.isEmpty { object["attributes"] = .array(attributes.map { .string($0) }) }
    return .object(object)
  }

  /// The regions of an answer or of a draft of one (see `RegionDraft`), those left out that are none.
  public static func list(_ answer: JSONValue?) -> [Region] {
    (answer?.array ?? answer?.object?["regions"]?.array ?? []).compactMap(Region.init)
  }

  /// An answer of regions.
  public static func answer(_ regions: [Region]) -> JSONValue { .array(regions.map(\.json)) }

  /// The smallest upright rectangle around it: left, top, right and bottom.
  public var bounds: (left: Double, top: Double, right: Double, bottom: Double) {
    let (xs, ys) = (points.map(\.x), points.map(\.y))
    return (xs.min() ?? 0, ys.min() ?? 0, xs.max() ?? 0, ys.max() ?? 0)
  }

  /// Its area in pixels; 0 for lines and points. A polygon's by the shoelace formula (Gauss).
  public var area: Double {
    switch shape {
    case .line, .point: return 0
    case .box:
      let bounds = bounds
      return (bounds.right - bounds.left) * (bounds.bottom - bounds.top)
    case .polygon:
      var sum = 0.0
      for (one, other) in zip(points, points.dropFirst() + points.prefix(1)) {
        sum += one.x * other.y - other.x * one.y
      }
      return abs(sum) / 2
    }
  }

  /// The same, so much to the right and down.
  public func moved(x: Double, y: Double) -> Region {
    var moved = self
    moved.points = points.map { RegionPoint(x: $0.x + x, y: $0.y + y) }
    return moved
  }
}
