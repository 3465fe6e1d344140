import CImaging
public import PostilPictures

/// Decodes pictures and draws them as they are wanted. Keeps the last file's picture, shrunk and whole where both were wanted,
/// so that a change of the view or of the colours costs no decoding.
public final class PictureRenderer {
  private let limits: DecodingLimits
  private var kept: (file: PictureFile, frame: Int, pictures: [DecodedPicture])?

  /// A renderer with its limits.
  public init(limits: DecodingLimits = DecodingLimits()) { self.limits = limits }

  /// Draws what is asked for.
  public func answer(_ request: PictureRequest) -> PictureAnswer {
    do throws(PictureProblem) {
      return .shown(try draw(request))
    } catch {
      return .problem(error)
    }
  }

  private func draw(_ request: PictureRequest) throws(PictureProblem) -> ShownPicture {
    let (across, down) = Self.canvasPixels(request.drawing)
    let picture = try decoded(
      request, pixelsAColumn: request.isThumbnail ? 2 : request.drawing.isCells ? Self.detailAColumn : across)
    let info = picture.info
    let frame = PictureFrame(
      picture: info.size, columns: request.columns, rows: request.rows, cell: request.cell, view: request.view)
    let window = Self.window(request.adjustment, info)
    var canvas = Canvas(width: frame.columns * across, height: frame.rows * down)
    try canvas.draw(picture, frame: frame, window: window, pixelsAColumn: across, pixelsARow: down)
    canvas.adjust(
      request.adjustment, stretches: Self.hasFewTones(request.drawing), histogram: picture.histogram(window: window))
    if !request.drawing.isCells {
      canvas.draw(request.lines, frame: frame, pixelsAColumn: across, pixelsARow: down)
    }
    let probed = request.probe.flatMap { picture.color(x: $0.x, y: $0.y) }
    return ShownPicture(info: info, frame: frame, drawn: try draw(canvas, request.drawing, frame), probed: probed)
  }

  private func draw(
    _ canvas: Canvas, _ drawing: PictureDrawing, _ frame: PictureFrame
  ) throws(PictureProblem) -> ShownPicture.Drawn {
    let (columns, rows) = (frame.columns, frame.rows)
    switch drawing {
    case .palette: return .cells(canvas.cells(columns: columns, rows: rows, colors: Int32(CI_COLORS_256)))
    case .sixteen: return .cells(canvas.cells(columns: columns, rows: rows, colors: Int32(CI_COLORS_16)))
    case .eight: return .cells(canvas.cells(columns: columns, rows: rows, colors: Int32(CI_COLORS_8)))
    case .ascii: return .cells(canvas.asciiCells(columns: columns, rows: rows))
    case .sixel, .kitty:
      var isKitty = false
      if case .kitty = drawing { isKitty = true }
      guard let bytes = canvas.terminalPicture(columns: columns, rows: rows, isKitty: isKitty) else {
        throw PictureProblem("it could not be written as the terminal's own pixels")
      }
      return .pixels(bytes)
    }
  }

  /// Whether so little can be told apart that a pale or a dark picture would be one blank: its tones are stretched.
  private static func hasFewTones(_ drawing: PictureDrawing) -> Bool { drawing == .eight || drawing == .ascii }

  // MARK: Detail

  /// Pixels of the file that a column's blocks can show, with some to spare for the choice of the block.
  private static let detailAColumn = 4

  /// Pixels of the canvas for each column and row: what chafa compares a cell with its blocks on, or the screen's own.
  private static func canvasPixels(_ drawing: PictureDrawing) -> (across: Int, down: Int) {
    switch drawing {
    case .palette, .sixteen, .eight: (8, 8)
    case .ascii: (2, 4)
    case .sixel(let cell), .kitty(let cell): (cell.width, cell.height)
    }
  }

  private static func window(_ adjustment: PictureAdjustment, _ info: PictureInfo) -> GreyWindow {
    let range = info.greyRange ?? 0...65535
    let black = min(max(0, adjustment.blackPoint ?? range.lowerBound), 65534)
    return GreyWindow(
      bounds: black...max(black + 1, min(65535, adjustment.whitePoint ?? range.upperBound)),
      isEqualised: adjustment.isEqualised)
  }

  private func decoded(_ request: PictureRequest, pixelsAColumn: Int) throws(PictureProblem) -> DecodedPicture {
    let file = PictureFile(path: request.path)
    var wanted = Self.detail(request, pixelsAColumn: pixelsAColumn)
    // A colour that is asked for is the file's own.
    if request.probe != nil { wanted.scale = 1 }
    // The smallest that has all the detail is drawn the fastest.
    if let kept, kept.file == file, kept.frame == request.frame,
      let found = kept.pictures.filter({ Self.suffices($0, wanted) }).min(by: { $0.width < $1.width })
    {
      return found
    }
    // What is not needed any more is gone before the next takes its room.
    if kept?.file != file || kept?.frame != request.frame { kept = nil }
    let picture: DecodedPicture
    do {
      picture = try DecodedPicture(path: request.path, frame: request.frame, detail: wanted, limits: limits)
    } catch  where request.probe != nil {
      // Too large to be in memory whole: then its colours are means.
      wanted = Self.detail(request, pixelsAColumn: pixelsAColumn)
      if let found = kept?.pictures.last { return found }
      picture = try DecodedPicture(path: request.path, frame: request.frame, detail: wanted, limits: limits)
    }
    kept = (file, request.frame, Array((kept?.pictures ?? []).suffix(1)) + [picture])
    return picture
  }

  private static func suffices(_ picture: DecodedPicture, _ wanted: ci_detail) -> Bool {
    picture.isWhole || picture.detail >= scale(wanted, of: picture.info.size)
  }

  private static func detail(_ request: PictureRequest, pixelsAColumn: Int) -> ci_detail {
    let width = Double(request.columns * pixelsAColumn)
    let height = Double(request.rows * pixelsAColumn) * Double(request.cell.height) / Double(request.cell.width)
    switch request.view.zoom {
    case .fit: return ci_detail(box_width: width, box_height: height, fills: 0, scale: 0)
    case .fill: return ci_detail(box_width: width, box_height: height, fills: 1, scale: 0)
    case .scale(let scale):
      let wanted = min(1, Double(pixelsAColumn) / scale.value)
      return ci_detail(box_width: width, box_height: height, fills: 0, scale: wanted)
    }
  }

  /// Wanted pixels for each of the picture's, at most 1.
  private static func scale(_ detail: ci_detail, of size: PixelSize) -> Double {
    if detail.scale > 0 { return min(1, detail.scale) }
    let (across, down) = (detail.box_width / Double(size.width), detail.box_height / Double(size.height))
    // JPEGs are shrunk by whole powers of two, and rounded up: the least bit less is the same.
    return min(1, detail.fills != 0 ? max(across, down) : min(across, down)) * 0.99
  }
}
