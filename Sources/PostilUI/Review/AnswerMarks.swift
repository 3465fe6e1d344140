import PostilCore
import PostilModel
import PostilPictures
import PostilScreen

/// What the annotators of a task have marked on its pictures, in each one's colour and number.
struct AnswerMarks: PictureOverlay {
  /// A region with whose it is.
  private struct Mark {
    var region: Region
    /// The column of the annotator.
    var person: Int
    var isChosen: Bool
  }

  /// The marks by picture.
  private var marks: [[Mark]]
  /// Whether something else is drawn over them: then they show where they are, and little more.
  private let isFaint: Bool

  /// What was marked on pictures; what the person under the cursor marked comes last and lies on top.
  ///
  /// - Parameters:
  ///   - row: the question under the cursor: of several about one picture it is the one that is shown.
  ///   - column: the person under the cursor.
  ///   - question: the question that is shown instead; nil for that under the cursor.
  init(_ matrix: AnswerMatrix?, on items: [PictureItem], row: Int, column: Int, question: String? = nil) {
    isFaint = question != nil
    guard let matrix else {
      marks = []
      return
    }
    let shown = question ?? (matrix.rows.indices.contains(row) ? matrix.rows[row].question.name : "")
    marks = items.map { item in
      let asked = matrix.rows.filter { $0.question.kind is BoxesQuestion && $0.question.about == item.field }
      let answers = (asked.first { $0.question.name == shown } ?? asked.first)?.answers ?? []
      let all = answers.enumerated().flatMap { person, answer in
        Region.list(answer).map { Mark(region: $0, person: person, isChosen: person == column) }
      }
      return all.filter { !$0.isChosen } + all.filter(\.isChosen)
    }
  }

  /// The same without some regions: those that stand there already.
  func without(_ regions: [Region]) -> AnswerMarks {
    guard !regions.isEmpty else { return self }
    let known = Set(regions)
    var others = self
    others.marks = marks.map { $0.filter { !known.contains($0.region) } }
    return others
  }

  private func pen(_ mark: Mark) -> RegionPen {
    RegionPen(
      color: RegionColor(place: mark.person), isHeavy: mark.isChosen && !isFaint, isBroken: false, handle: nil)
  }

  func lines(on picture: Int, frame: PictureFrame?) -> [PictureLine] {
    guard marks.indices.contains(picture) else { return [] }
    return marks[picture].flatMap { mark -> [PictureLine] in
      let color = RegionColor(place: mark.person)
      let number = mark.person + 1
      if isFaint { return PictureLine.corners(of: mark.region, color: color, number: number) }
      return [PictureLine(around: mark.region, color: color, width: mark.isChosen ? 3 : 1, number: number)]
    }
  }

  func draw(on picture: Int, _ canvas: RegionCanvas, _ painter: inout Painter) {
    guard marks.indices.contains(picture) else { return }
    for mark in marks[picture] {
      if isFaint {
        canvas.drawCorners(mark.region, number: mark.person + 1, pen(mark), &painter)
      } else {
        canvas.draw(mark.region, pen(mark), &painter)
      }
    }
    guard !isFaint else { return }
    canvas.write(marks[picture].map { .init(number: $0.person + 1, region: $0.region, pen: pen($0)) }, &painter)
  }
}
