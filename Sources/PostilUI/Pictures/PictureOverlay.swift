import PostilPictures
import PostilScreen

/// What a desk lays over the pictures of a task, and says about them. Pictures are told by their places.
protocol PictureOverlay {
  /// What stands in the line above a picture, beside how near it is; empty for nothing.
  func words(on picture: Int) -> String

  /// The pixel whose colour is told; nil for none.
  func probe(on picture: Int) -> PictureRequest.Probe?

  /// The place that keys are about, if it is of what lies over the picture.
  func place(on picture: Int) -> PixelPoint?

  /// What is drawn over it where the terminal shows real pixels. The frame is nil while nothing is known of the picture.
  func lines(on picture: Int, frame: PictureFrame?) -> [PictureLine]

  /// Draws over it where it stands there in cells.
  func draw(on picture: Int, _ canvas: RegionCanvas, _ painter: inout Painter)
}

extension PictureOverlay {
  func words(on picture: Int) -> String { "" }
  func probe(on picture: Int) -> PictureRequest.Probe? { nil }
  func place(on picture: Int) -> PixelPoint? { nil }
}
