/// How somebody looks at a picture: how near, and at which place.
public struct PictureView: Sendable, Hashable {
  /// How near.
  public enum Zoom: Sendable, Hashable {
    /// The whole picture.
    case fit
    /// The whole pane, whatever of the picture is cut off.
    case fill
    /// So many pixels a column.
    case scale(PictureScale)
  }

  /// How near.
  public var zoom: Zoom
  /// The place in the middle; nil for the picture's own middle.
  public var center: PixelPoint?

  /// A view; the whole picture unless told otherwise.
  public init(zoom: Zoom = .fit, center: PixelPoint? = nil) {
    self.zoom = zoom
    self.center = center
  }
}
