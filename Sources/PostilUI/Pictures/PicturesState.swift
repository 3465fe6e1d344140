import PostilPictures
import PostilScreen

/// What the desk remembers of the pictures before the annotator.
struct PicturesState: Sendable {
  /// How one picture is looked at.
  struct Look: Sendable, Hashable {
    var view = PictureView()
    var frame = 0
  }

  /// A picture as it stands on the screen.
  struct Slot: Sendable, Hashable {
    /// Where its cells are.
    var area: Rectangle
    /// What was asked for.
    var request: PictureRequest
    /// Which part of it stands where; nil while nothing is known of it.
    var frame: PictureFrame?
  }

  /// How many tasks are read around the current one.
  struct Reading: Sendable, Hashable {
    var behind: Int
    var ahead: Int
  }

  /// The pictures of the current task.
  var items: [PictureItem] = []
  /// The one that keys are about.
  var focused = 0
  /// Whether the pictures have the whole screen.
  var isZoomed = false
  /// The queue as a sheet of pictures, while it is open.
  var sheet: ContactSheet?
  /// How many tasks are read around the current one for the sheet.
  var readAround: Reading?
  /// What is done to the colours of all of them.
  var adjustment = PictureAdjustment()
  /// How each of the current task's is looked at.
  var looks: [Int: Look] = [:]
  /// Where they stood on the last screen.
  var slots: [Slot] = []
  /// What the last screen showed, until what it wants is there.
  var lastShown: [Int: ShownPicture] = [:]
  /// What the last screen wants decoded, most wanted first.
  var wanted: [PictureRequest] = []

  /// The picture that keys are about, as it stands on the screen.
  var slot: Slot? { slots.indices.contains(focused) ? slots[focused] : nil }

  /// How the focused one is looked at.
  var look: Look {
    get { looks[focused] ?? Look() }
    set { looks[focused] = newValue }
  }

  /// Begins with another task's pictures.
  mutating func begin(_ items: [PictureItem]) {
    self.items = items
    looks = [:]
    lastShown = [:]
    slots = []
    if focused >= items.count { focused = 0 }
  }
}
