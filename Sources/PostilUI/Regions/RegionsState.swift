import PostilModel
import PostilPictures

/// What the desk remembers of regions while they are drawn and mended.
struct RegionsState: Sendable {
  /// What the cursor's keys move.
  enum Handle: Sendable, Hashable, CaseIterable {
    case whole, left, top, right, bottom
  }

  /// The question that asks for regions, while it has the focus.
  var question: String?
  /// The picture that it is about, by its place.
  var picture: Int?
  /// The pixel under the cursor; nil until the cursor is needed.
  var cursor: PictureRequest.Probe?
  /// The place in the list of what keys are about: own regions first, then what is proposed.
  var selected: Int?
  /// What the cursor's keys move instead of the cursor.
  var handle: Handle?
  /// The corners of what is being drawn, as pixels.
  var corners: [RegionPoint] = []
  /// What is drawn next, by its place among the question's shapes.
  var shape = 0
  /// The label that is given next.
  var label: String?
  /// Regions that are not shown, by place.
  var hidden: Set<Int> = []
  /// Whether what others have marked is not shown either.
  var hidesOthers = false
  /// The proposals that were taken or rejected, by place.
  var settled: Set<Int> = []
  /// Where the mouse was pressed.
  var pressed: PictureRequest.Probe?

  /// Begins with another task.
  mutating func begin() {
    let shape = shape
    let label = label
    self = RegionsState()
    self.shape = shape
    self.label = label
  }

  /// Shows all regions again.
  mutating func showAll() {
    hidden = []
    hidesOthers = false
  }

  /// The key under which it is kept for the next start.
  static let key = "regions"

  /// What is kept: which proposals of a task are settled.
  func json(task: Int) -> JSONValue {
    .object(
      JSONObject([
        ("task", .integer(Int64(task))), ("settled", .array(settled.sorted().map { .integer(Int64($0)) })),
      ]))
  }

  /// Takes what was kept of a task.
  mutating func restore(_ value: JSONValue?, task: Int) {
    guard let object = value?.object, object["task"]?.int == task else { return }
    settled = Set((object["settled"]?.array ?? []).compactMap(\.int))
  }
}
