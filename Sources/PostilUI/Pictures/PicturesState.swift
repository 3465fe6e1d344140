import PostilPictures
import PostilScreen

/// What a desk remembers of the pictures before whoever judges them, and how they are looked at. Both desks have one.
struct PicturesState: Sendable {
  /// How one picture is looked at.
  struct Look: Sendable, Hashable {
    var view = PictureView()
    var frame = 0
    /// The pixel whose place and colour are told; nil while nobody asks.
    var cursor: PictureRequest.Probe?
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

  /// A picture that the mouse drags: where it was taken hold of, and what was in the middle then.
  struct Grip: Sendable, Hashable {
    var picture: Int
    var x: Int
    var y: Int
    var center: PixelPoint
  }

  /// The pictures of the current task.
  private(set) var items: [PictureItem] = []
  /// The one that keys are about.
  var focused = 0
  /// Whether the pictures have the whole screen.
  var isZoomed = false
  /// The queue as a sheet of pictures, while it is open.
  var sheet: ContactSheet?
  /// Whether there is such a sheet here: where tasks are settled one by one there is none.
  var hasSheet = true
  /// How many tasks are read around the current one for the sheet.
  var readAround: Reading?
  /// What is done to the colours of all of them.
  var adjustment = PictureAdjustment()
  /// How each of the current task's is looked at.
  private(set) var looks: [Int: Look] = [:]
  /// Where they stood on the last screen.
  var slots: [Int: Slot] = [:]
  /// What the last screen showed, until what it wants is there.
  var lastShown: [Int: ShownPicture] = [:]
  /// The shape of the cells for which that was drawn.
  var lastCell: CellShape?
  /// What the last screen wants decoded, most wanted first.
  var wanted: [PictureRequest] = []
  /// What the mouse drags.
  var grip: Grip?

  /// The task, and how the pictures of others were looked at.
  private var task: Int?
  private var kept = RecentTasks<[Int: Look]>()

  /// The picture that keys are about, as it stands on the screen.
  var slot: Slot? { slots[focused] }

  /// How the focused one is looked at.
  var look: Look {
    get { look(at: focused) }
    set { see(focused, newValue) }
  }

  /// How a picture of the current task is looked at.
  func look(at picture: Int) -> Look { looks[picture] ?? Look() }

  /// How a picture of any task was looked at last.
  func look(at picture: Int, ofTask number: Int) -> Look { kept[number]?[picture] ?? Look() }

  /// Looks at a picture of the current task in another way.
  mutating func see(_ picture: Int, _ look: Look) {
    looks[picture] = look
    if let task { kept[task] = looks }
  }

  /// Begins with another task's pictures, as they were looked at before.
  mutating func begin(_ items: [PictureItem], task: Int?) {
    self.items = items
    self.task = task
    looks = task.flatMap { kept[$0] } ?? [:]
    lastShown = [:]
    slots = [:]
    wanted = []
    grip = nil
    if focused >= items.count { focused = 0 }
  }

  /// Goes on as another desk has looked at the same pictures.
  mutating func goOn(as other: PicturesState) {
    (looks, adjustment, focused) = (other.looks, other.adjustment, min(other.focused, max(0, items.count - 1)))
    (slots, lastShown, isZoomed) = (other.slots, other.lastShown, other.isZoomed)
    lastCell = other.lastCell
    if let task { kept[task] = looks }
  }
}
