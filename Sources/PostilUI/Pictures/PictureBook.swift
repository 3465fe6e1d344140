public import PostilPictures

/// The pictures that have been drawn for this screen, and by what means it shows them.
public struct PictureBook: Sendable {
  /// The most bytes of drawn pictures that are kept: about a thousand screens in cells.
  public static let mostBytes = 48 << 20

  /// How pictures are put on this screen.
  public var drawing: PictureDrawing
  /// The shape of its cells.
  public var cell: CellShape
  /// The project's folder, from which files are found.
  public let folder: String

  private var answers: [PictureRequest: PictureAnswer] = [:]
  /// In the order in which they came, to forget the oldest first.
  private var order: [PictureRequest] = []
  private var bytes = 0
  private var infos: [String: PictureInfo] = [:]

  /// An empty book.
  public init(folder: String, drawing: PictureDrawing, cell: CellShape = .usual) {
    self.folder = folder
    self.drawing = drawing
    self.cell = cell
  }

  /// Keeps an answer, and forgets the oldest ones when there are too many.
  public mutating func keep(_ answer: PictureAnswer, to request: PictureRequest) {
    if answers.updateValue(answer, forKey: request) == nil {
      order.append(request)
      bytes += Self.size(of: answer)
    }
    if case .shown(let picture) = answer { infos[request.path] = picture.info }
    var first = 0
    while bytes > Self.mostBytes, first < order.count - 1 {
      if let old = answers.removeValue(forKey: order[first]) { bytes -= Self.size(of: old) }
      first += 1
    }
    order.removeFirst(first)
  }

  /// Takes note of the shape of the screen's cells. When it has changed, all drawn pictures are forgotten: the screen shows
  /// them otherwise now.
  public mutating func setCell(_ new: CellShape) {
    guard new != cell else { return }
    cell = new
    switch drawing {
    case .sixel: drawing = .sixel(new)
    case .kitty: drawing = .kitty(new)
    case .palette, .sixteen, .eight, .ascii: break
    }
    answers = [:]
    order = []
    bytes = 0
  }

  /// Forgets why pictures could not be shown, so that they are asked for again: all, or those of which that is said.
  public mutating func forgetProblems(where isForgotten: (PictureRequest) -> Bool = { _ in true }) {
    order.removeAll { request in
      guard case .problem? = answers[request], isForgotten(request) else { return false }
      answers[request] = nil
      bytes -= Self.bytesOfAProblem
      return true
    }
  }

  /// What a problem is taken to need.
  private static let bytesOfAProblem = 200

  private static func size(of answer: PictureAnswer) -> Int {
    switch answer {
    case .problem: bytesOfAProblem
    case .shown(let picture):
      switch picture.drawn {
      case .cells(let cells): 400 + cells.count * MemoryLayout<PictureCell>.stride
      case .pixels(let bytes): 400 + bytes.count
      }
    }
  }

  /// What came of a request; nil while nothing has.
  public func answer(to request: PictureRequest) -> PictureAnswer? { answers[request] }

  /// How small pictures are put on this screen: in cells where the large ones are real pixels too.
  var cellDrawing: PictureDrawing { drawing.isCells ? drawing : .palette }

  /// What is known of a file; nil while it has not been read.
  func info(of path: String) -> PictureInfo? { infos[path] }

  /// The file that a field names.
  func path(of name: String) -> String { name.hasPrefix("/") ? name : folder + "/" + name }
}
