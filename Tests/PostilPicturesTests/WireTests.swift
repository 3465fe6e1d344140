import PostilPictures
import PostilTestSupport
import Testing

@Suite("Requests and answers between the desk and its decoder")
struct WireTests {
  private var request: PictureRequest {
    var request = PictureRequest(
      path: "/p/漢字 \u{1B}.png", columns: 12, rows: 5, cell: CellShape(width: 9, height: 18),
      view: PictureView(
        zoom: .scale(PictureScale(pixels: 3, columns: 4)), center: PixelPoint(x: 1.25, y: -7)),
      drawing: .sixel(CellShape(width: 9, height: 18)))
    request.frame = 3
    request.adjustment.gamma = 220
    request.adjustment.channel = .green
    request.adjustment.blackPoint = 17
    request.lines = [PictureLine(points: [PixelPoint(x: 0.5, y: 2)], isClosed: true, color: 0xFF8000, width: 3)]
    request.lines[0].isBroken = true
    request.lines[0].number = 12
    request.probe = .init(x: 4, y: 9)
    return request
  }

  @Test("A request arrives as it was sent")
  func requestRoundTrip() {
    #expect(PictureRequest(wireBytes: request.wireBytes) == request)
    let plain = PictureRequest(path: "a", columns: 1, rows: 1, drawing: .ascii)
    #expect(PictureRequest(wireBytes: plain.wireBytes) == plain)
  }

  @Test("An answer arrives as it was sent")
  func answerRoundTrip() throws {
    var request = request
    request.drawing = .palette
    let size = PixelSize(width: 30, height: 10)
    let frame = PictureFrame(
      picture: size, columns: request.columns, rows: request.rows, cell: request.cell, view: request.view)
    var info = PictureInfo(size: size, format: "tiff")
    info.isDeep = true
    info.greyRange = 3...60_000
    let cells = (0..<frame.columns * frame.rows).map {
      PictureCell(scalar: 0x2580, foreground: Int16($0), background: -1)
    }
    let answer = PictureAnswer.shown(
      ShownPicture(
        info: info, frame: frame, drawn: .cells(cells),
        probed: PictureColor(red: 1, green: 2, blue: 3, alpha: 4, grey: 5, isExact: false)))
    #expect(PictureAnswer(wireBytes: answer.wireBytes, to: request) == answer)
    let plain = PictureAnswer.shown(
      ShownPicture(info: PictureInfo(size: size, format: "png"), frame: frame, drawn: .cells(cells)))
    #expect(PictureAnswer(wireBytes: plain.wireBytes, to: request) == plain)
    let problem = PictureAnswer.problem(PictureProblem("it is a folder"))
    #expect(PictureAnswer(wireBytes: problem.wireBytes, to: request) == problem)
  }

  @Test("Bytes that are cut or changed are told from an answer, or are one: nothing reads beyond them")
  func damagedBytes() {
    var random = SeededGenerator(seed: 5)
    let sent = request.wireBytes
    for end in 0..<sent.count { #expect(PictureRequest(wireBytes: Array(sent[..<end])) == nil) }
    for _ in 0..<2000 {
      var bytes = sent
      bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      _ = PictureRequest(wireBytes: bytes)
      _ = PictureAnswer(wireBytes: bytes, to: request)
    }
  }

  @Test("A decoder cannot send characters that steer a terminal")
  func cellsAreHarmless() {
    var request = PictureRequest(path: "p", columns: 1, rows: 1, drawing: .palette)
    request.view.zoom = .fit
    let size = PixelSize(width: 4, height: 8)
    let frame = PictureFrame(picture: size, columns: 1, rows: 1, cell: .usual, view: request.view)
    for scalar: UInt32 in [0x1B, 0x9B, 0x202E, 0, 0x7F] {
      let shown = ShownPicture(
        info: PictureInfo(size: size, format: "png"), frame: frame, drawn: .cells([PictureCell(scalar: scalar)]))
      #expect(PictureAnswer(wireBytes: PictureAnswer.shown(shown).wireBytes, to: request) == nil)
    }
  }
}
