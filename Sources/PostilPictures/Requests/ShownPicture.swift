/// A picture as it was drawn for a request.
public struct ShownPicture: Sendable, Hashable {
  /// What it is drawn with.
  public enum Drawn: Sendable, Hashable {
    /// Cells row by row: `frame.columns * frame.rows` of them.
    case cells([PictureCell])
    /// What is sent to the terminal with its cursor at the picture's first cell.
    case pixels([UInt8])
  }

  /// What is known of the file.
  public var info: PictureInfo
  /// Which part stands where.
  public var frame: PictureFrame
  /// The picture.
  public var drawn: Drawn
  /// The colour of the pixel that was asked for.
  public var probed: PictureColor?

  /// A drawn picture.
  public init(info: PictureInfo, frame: PictureFrame, drawn: Drawn, probed: PictureColor? = nil) {
    self.info = info
    self.frame = frame
    self.drawn = drawn
    self.probed = probed
  }
}
