import PostilCore
import PostilModel
import PostilPictures
import PostilScreen
import PostilUI

/// Has the pictures of a desk decoded beside it.
final class DeskPictures {
  private let service: PictureService
  private let problems: PictureProblems

  /// An empty book for a screen of these looks.
  let book: PictureBook

  /// Starts nothing yet: decoders begin with the first picture.
  init(folder: String, drawing: PictureDrawing, cell: CellShape, wake: @escaping @Sendable () -> Void) {
    book = PictureBook(folder: folder, drawing: drawing, cell: cell)
    service = PictureService(program: Self.decoder, wake: wake)
    problems = PictureProblems(wake: wake)
  }

  /// Says what is wanted now.
  func want(_ requests: [PictureRequest], now: Timestamp) {
    service.want(requests)
    problems.look(now: now)
  }

  /// Puts what has come into a book. Returns true when there was something.
  func take(into book: inout PictureBook, now: Timestamp) -> Bool {
    let answers = service.takeAnswers()
    for answered in answers {
      book.keep(answered.answer, to: answered.request)
      problems.note(answered, now: now)
    }
    let over = problems.takeOver()
    if !over.isEmpty { book.forgetProblems { over.contains($0.path) } }
    return !answers.isEmpty || !over.isEmpty
  }

  /// Forgets all problems: what could not be shown is asked for again.
  func forgetProblems(in book: inout PictureBook) {
    book.forgetProblems()
    problems.forget()
  }

  /// Ends the decoders.
  func close() { service.close() }

  /// The program that decodes: beside this one, or where an installation puts it.
  private static var decoder: String {
    let name = "postil-decoder"
    guard let own = Surroundings.programPath, let slash = own.lastIndex(of: "/") else { return name }
    let folder = own[..<slash]
    let places = ["\(folder)/\(name)", "\(folder)/../libexec/postil/\(name)"]
    return places.first(where: Files.exists) ?? places[0]
  }

  /// How a screen shows pictures by default: cells in whatever colours it has.
  static func drawing(depth: ColorDepth, alphabet: Alphabet) -> PictureDrawing {
    guard alphabet == .unicode else { return .ascii }
    return switch depth {
    case .palette: .palette
    case .sixteen: .sixteen
    case .eight: .eight
    case .mono: .ascii
    }
  }
}
