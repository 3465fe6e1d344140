import PostilCore
import PostilModel
import PostilPictures
import PostilScreen
import PostilTestSupport

@testable import PostilUI

/// Pictures without files: each pixel's colour is known, and requests are answered at once.
struct PictureSamples {
  var book = PictureBook(folder: "/project", drawing: .palette)
  var size = PixelSize(width: 640, height: 480)
  /// Whether they are grey of 16 bits.
  var isDeep = false
  /// How many frames each has.
  var frames = 1
  /// Nothing is decoded while this is set.
  var isHeld = false
  /// What cannot be decoded, by path.
  var problems: [String: String] = [:]
  /// All that was asked for.
  var asked: [PictureRequest] = []

  /// Answers requests; true when there were any.
  mutating func answers(_ requests: [PictureRequest]) -> Bool {
    guard !isHeld, !requests.isEmpty else { return false }
    asked += requests
    for request in requests { book.keep(answer(request), to: request) }
    return true
  }

  private func answer(_ request: PictureRequest) -> PictureAnswer {
    if let words = problems[request.path] { return .problem(PictureProblem(words)) }
    let frame = PictureFrame(
      picture: size, columns: request.columns, rows: request.rows, cell: request.cell, view: request.view)
    let cells = (0..<frame.columns * frame.rows).map { index in
      let x = frame.x(ofColumn: frame.left + index % frame.columns)
      let y = frame.y(ofRow: frame.top + index / frame.columns)
      if case .ascii = request.drawing { return PictureCell(scalar: Self.color(x, y) == 236 ? 0x2E : 0x23) }
      return PictureCell(scalar: 0x2580, foreground: Self.color(x, y), background: Self.color(x, y + 1))
    }
    let grey = request.probe.map { Self.color($0.x, $0.y) == 236 ? 48 : 188 }
    var info = PictureInfo(size: size, format: "jpeg")
    info.frames = frames
    info.isDeep = isDeep
    if isDeep { info.greyRange = 1000...5000 }
    return .shown(
      ShownPicture(
        info: info, frame: frame, drawn: .cells(cells),
        probed: grey.map { PictureColor(red: $0, green: $0, blue: $0) }))
  }

  /// Squares of 80 pixels in two greys.
  static func color(_ x: Int, _ y: Int) -> Int16 { (x / 80 + y / 80) % 2 == 0 ? 236 : 250 }

  // MARK: Projects

  static let cells = Question(
    name: "cells", title: "Mark every cell", about: "image",
    kind: BoxesQuestion(
      labels: [Choice(name: "RBC", key: "r"), Choice(name: "WBC", key: "w"), Choice(name: "platelet", key: "p")],
      shapes: [.box, .polygon, .line, .point], takesText: true, attributes: [Choice(name: "cut", key: "t")]))

  static func project(_ questions: [Question] = [cells], fields: [FieldDefinition]? = nil) -> Project {
    Project(
      name: "Blood cells", fields: fields ?? [FieldDefinition(name: "image", kind: .image)], questions: questions)
  }

  static func task(_ number: Int, proposing regions: [Region] = [], more: [(String, JSONValue)] = []) -> AnnotationTask
  {
    let fields = [("image", JSONValue.string("images/\(number).jpg"))] + more
    let suggestions =
      regions.isEmpty
      ? [] : [Suggestion(question: "cells", answer: Region.answer(regions), model: "detector", score: 0.9)]
    return AnnotationTask(number: number, id: "cell-\(number)", fields: JSONObject(fields), suggestions: suggestions)
  }

  static let proposals = [
    Region(label: "WBC", left: 260, top: 177, right: 491, bottom: 376),
    Region(label: "RBC", left: 78, top: 336, right: 184, bottom: 435),
    Region(label: "RBC", left: 63, top: 237.5, right: 169, bottom: 336),
  ]

  static func world(
    _ project: Project = project(), tasks: [AnnotationTask]? = nil, size: Size = Size(columns: 120, rows: 40)
  ) -> DeskWorld {
    var world = DeskWorld(project, tasks: tasks ?? [task(1, proposing: proposals), task(2), task(3)], size: size)
    world.pictures = PictureSamples()
    _ = world.draw()
    return world
  }
}

extension PictureSamples {
  /// Two tasks that three people have marked differently, at the review desk.
  static func review(
    _ columns: Int = 120, _ rows: Int = 40, project: Project = project(), more: [(String, JSONValue)] = []
  ) -> ReviewDeskWorld {
    var project = project
    project.annotatorsPerTask = 3
    let said: [(String, [String: JSONValue])] = [
      ("dana", ["cells": Region.answer([proposals[0], proposals[1]])]),
      ("li", ["cells": Region.answer([proposals[0].moved(x: 20, y: 10), proposals[2]])]),
      ("sam", ["cells": Region.answer([proposals[0]])]),
    ]
    var world = ReviewDeskWorld(
      ReviewInMemory(
        project, records: [task(1, more: more), task(2, more: more)], said: [1: said, 2: said]),
      size: Size(columns: columns, rows: rows))
    world.pictures = PictureSamples()
    _ = world.draw()
    return world
  }
}

extension ReviewDeskWorld {
  /// The regions of the answer of one's own that is being given.
  var ownRegions: [Region] { Region.list(desk.answering?.answer.session.current?.answers["cells"]) }

  /// The regions of a task's final answer.
  func finalRegions(_ task: Int) -> [Region]? {
    memory.tasks[task]?.resolution.map { Region.list($0.answers["cells"]) }
  }

  /// Presses the mouse's button at one cell, moves it to another, and lets it go.
  mutating func drag(from start: (x: Int, y: Int), to end: (x: Int, y: Int)) {
    press(.mouse(.init(.press, x: start.x, y: start.y)))
    press(.mouse(.init(.drag, x: (start.x + end.x) / 2, y: (start.y + end.y) / 2)))
    press(.mouse(.init(.drag, x: end.x, y: end.y)))
    press(.mouse(.init(.release, x: end.x, y: end.y)))
  }
}

extension DeskWorld {
  /// The regions of the answer.
  var regions: [Region] { Region.list(session.current?.answers["cells"]) }
}
