/// A wish to see a picture.
public struct PictureRequest: Sendable, Hashable {
  /// The file.
  public var path: String
  /// Which frame of a moving one, from 0; those behind the last begin again.
  public var frame = 0
  /// Columns of the pane.
  public var columns: Int
  /// Rows of the pane.
  public var rows: Int
  /// The shape of its cells.
  public var cell: CellShape
  /// What part of it.
  public var view: PictureView
  /// In which colours.
  public var adjustment: PictureAdjustment
  /// By which means.
  public var drawing: PictureDrawing
  /// What is drawn over it, where it is pixels.
  public var lines: [PictureLine] = []
  /// Whether it is one of many on the screen: half of the detail will do.
  public var isThumbnail = false
  /// A pixel whose colour is wanted besides: from the left and from the top.
  public var probe: Probe?

  /// A whole pixel.
  public struct Probe: Sendable, Hashable {
    /// From the left, from 0.
    public var x: Int
    /// From the top, from 0.
    public var y: Int
    /// A pixel.
    public init(x: Int, y: Int) {
      self.x = x
      self.y = y
    }
  }

  /// A wish.
  public init(
    path: String, columns: Int, rows: Int, cell: CellShape = .usual, view: PictureView = PictureView(),
    adjustment: PictureAdjustment = PictureAdjustment(), drawing: PictureDrawing
  ) {
    self.path = path
    self.columns = columns
    self.rows = rows
    self.cell = cell
    self.view = view
    self.adjustment = adjustment
    self.drawing = drawing
  }
}
