import PostilModel
import PostilPictures

/// What the desk remembers of regions while they are drawn and mended. What is half drawn and what became of the proposals is
/// part of the draft (`RegionDraft`), not of this.
struct RegionsState: Sendable {
  /// What the cursor's keys move.
  enum Handle: Sendable, Hashable, CaseIterable {
    case whole, left, top, right, bottom
  }

  /// What is remembered of one question.
  struct Part: Sendable {
    /// The place in the list of what keys are about: own regions first, then what is proposed.
    var selected: Int?
    /// Regions that are not shown.
    var hidden: Set<Region> = []
    /// Whether what others have marked is not shown either.
    var hidesOthers = false
    /// What is drawn next, by its place among the question's shapes.
    var shape = 0
    /// The label that is given next.
    var label: String?
  }

  /// The question that asks for regions, while it has the focus.
  var question: String?
  /// The picture that it is about, by its place.
  var picture: Int?
  /// The pixel under the cursor; nil until the cursor is needed.
  var cursor: PictureRequest.Probe?
  /// What the cursor's keys move instead of the cursor.
  var handle: Handle?
  /// What the mouse does while its button is down.
  var drag: RegionDrag?
  /// Whether somebody chose the region, by a key or a click: then labels are given to it and the mouse moves it. What was just
  /// drawn is chosen for what else one does with it, but the next label is that of the next one.
  var isPicked = false
  /// By question.
  private var parts: [String: Part] = [:]

  /// What is remembered of a question.
  func part(of question: String) -> Part { parts[question] ?? Part() }

  /// What is remembered of the question in the focus.
  private var part: Part {
    get { part(of: question ?? "") }
    set { parts[question ?? ""] = newValue }
  }

  var selected: Int? {
    get { part.selected }
    set { part.selected = newValue }
  }

  var hidden: Set<Region> {
    get { part.hidden }
    set { part.hidden = newValue }
  }

  var hidesOthers: Bool {
    get { part.hidesOthers }
    set { part.hidesOthers = newValue }
  }

  var shape: Int {
    get { part.shape }
    set { part.shape = newValue }
  }

  var label: String? {
    get { part.label }
    set { part.label = newValue }
  }

  /// Begins with another task: the pens stay as they were.
  mutating func begin() {
    let pens = parts.mapValues { Part(shape: $0.shape, label: $0.label) }
    self = RegionsState()
    parts = pens
  }

  /// Shows all regions again.
  mutating func showAll() {
    hidden = []
    hidesOthers = false
  }
}
