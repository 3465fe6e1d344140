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

  private func shown(
    _ drawn: ShownPicture.Drawn, probed: PictureColor? = nil, to request: PictureRequest,
    change: (inout PictureInfo) -> Void = { _ in }
  ) -> PictureAnswer? {
    var info = PictureInfo(size: PixelSize(width: 32, height: 32), format: "png")
    change(&info)
    let frame = PictureFrame(
      picture: info.size, columns: request.columns, rows: request.rows, cell: request.cell, view: request.view)
    let answer = PictureAnswer.shown(ShownPicture(info: info, frame: frame, drawn: drawn, probed: probed))
    return PictureAnswer(wireBytes: answer.wireBytes, to: request)
  }

  @Test("A decoder's numbers are within what they can be")
  func numbersAreBounded() {
    let request = PictureRequest(path: "p", columns: 4, rows: 2, drawing: .palette)
    let cells = ShownPicture.Drawn.cells(Array(repeating: PictureCell(scalar: 0x20), count: 8))
    let good = PictureColor(red: 1, green: 2, blue: 3, alpha: 255, grey: 65_535)
    #expect(shown(cells, probed: good, to: request) != nil)
    let parts: [WritableKeyPath<PictureColor, Int>] = [\.red, \.green, \.blue, \.alpha]
    for part in parts {
      for value in [-1, 256, Int.max, Int.min] {
        var color = good
        color[keyPath: part] = value
        #expect(shown(cells, probed: color, to: request) == nil)
      }
    }
    var color = good
    color.grey = 65_536
    #expect(shown(cells, probed: color, to: request) == nil)
    #expect(shown(cells, to: request) { $0.greyRange = 0...70_000 } == nil)
    #expect(shown(cells, to: request) { $0.frames = 0 } == nil)
    #expect(shown(cells, to: request) { $0.format = String(repeating: "x", count: 17) } == nil)
    let lurid = Array(repeating: PictureCell(scalar: 0x20, foreground: 256), count: 8)
    #expect(shown(.cells(lurid), to: request) == nil)
    #expect(shown(.pixels([]), to: request) == nil)
    let long = PictureAnswer.problem(PictureProblem(String(repeating: "x", count: 2000)))
    #expect(PictureAnswer(wireBytes: long.wireBytes, to: request) == nil)
  }

  @Test("Of Kitty's protocol nothing passes but the picture that was asked for")
  func kittyIsBounded() {
    let request = PictureRequest(path: "p", columns: 4, rows: 2, drawing: .kitty(.usual))
    func passes(_ text: String) -> Bool { shown(.pixels(Array(text.utf8)), to: request) != nil }
    let start = "\u{1B}_Ga=T,f=32,s=32,v=32,c=4,r=2,m=1\u{1B}\\"
    let end = "\u{1B}_Gm=0;AAAA\u{1B}\\"
    #expect(passes(start + end) && passes(start + "\u{1B}_Gm=1;AA+/\u{1B}\\" + end))
    #expect(!passes("") && !passes(start) && !passes(end) && !passes(start + end + end) && !passes(start + start + end))
    #expect(!passes(start + end + "x") && !passes(start + "\u{1B}_Gm=0;A\u{1B}A\u{1B}\\"))
    for other in [
      "a=T,f=32,t=f,s=32,v=32,c=4,r=2,m=1;L2V0Yy9wYXNzd2Q=", "a=T,f=32,s=32,v=32,c=4,r=2,t=t,m=1;L3RtcA==", "a=d",
      "a=T,f=32,s=32,v=32,c=400,r=2,m=1", "a=T,f=32,s=32,v=99,c=4,r=2,m=1", "a=T,f=32,s=32,v=32,c=4,r=2,m=2",
      "a=q,s=1,v=1,i=31;AAAA",
    ] {
      #expect(!passes("\u{1B}_G\(other)\u{1B}\\" + end) && !passes("\u{1B}_G\(other)\u{1B}\\"), "\(other)")
    }
    #expect(!passes("\u{1B}P0;1;0q\"1;1;32;30#0~\u{1B}\\"))
  }

  @Test("Sixel stays within the cells that were asked for")
  func sixelIsBounded() {
    let request = PictureRequest(path: "p", columns: 4, rows: 2, drawing: .sixel(.usual))
    func passes(_ data: String, _ head: String = "0;1;0q\"1;1;32;30") -> Bool {
      shown(.pixels(Array("\u{1B}P\(head)\(data)\u{1B}\\".utf8)), to: request) != nil
    }
    #expect(passes("#0;2;100;0;0!32~$#1!31?~-~-~-~-~") && passes(String(repeating: "~", count: 32)))
    #expect(!passes("!33~") && !passes(String(repeating: "~", count: 33)) && !passes("!99999999999999999999~"))
    #expect(!passes("~" + String(repeating: "-~", count: 6)) && !passes(String(repeating: "-", count: 40)))
    #expect(!passes("~", "q") && !passes("~", "0;1;0q\"1;1;32;9999") && !passes("~", "0;1;0q\"1;1;99;30"))
    #expect(!passes("~\n") && !passes("~ ") && !passes("!3#") && !passes("\"1;1;9;9"))
  }
}
