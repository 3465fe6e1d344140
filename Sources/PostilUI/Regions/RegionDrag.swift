import PostilModel
import PostilPictures

/// What the mouse does on a picture while its button is down.
struct RegionDrag: Sendable, Hashable {
  /// What follows the mouse.
  enum Kind: Sendable, Hashable {
    /// A new box, from where the button was pressed.
    case box
    /// A region of one's own, by its place and as it was, or its sides.
    case region(place: Int, was: Region, handles: [RegionsState.Handle])
  }

  var kind: Kind
  /// The pixel where the button was pressed.
  var start: PictureRequest.Probe
  /// Whether the mouse has left that pixel.
  var hasMoved = false
}
