import Foundation
import PostilImaging
import PostilPictures
import PostilTestSupport
import Testing

@Suite("Pixels become cells")
struct PictureRendererTests {
  private let folder: TemporaryFolder
  private let renderer = PictureRenderer()

  init() throws { folder = try TemporaryFolder() }

  private func draw(
    _ bytes: [UInt8], columns: Int = 8, rows: Int = 4, drawing: PictureDrawing = .palette,
    change: (inout PictureRequest) -> Void = { _ in }
  ) throws -> ShownPicture {
    let path = try folder.write(bytes, to: "picture")
    var request = PictureRequest(path: path, columns: columns, rows: rows, drawing: drawing)
    change(&request)
    switch renderer.answer(request) {
    case .shown(let picture): return picture
    case .problem(let problem): throw problem
    }
  }

  private func cells(_ picture: ShownPicture) -> [PictureCell] {
    if case .cells(let cells) = picture.drawn { cells } else { [] }
  }

  /// The colour that fills a cell; nil when it has two.
  private func only(_ cell: PictureCell) -> Int16? {
    switch cell.scalar {
    case 0x20: cell.background
    default: nil
    }
  }

  private let red: [UInt8] = [255, 0, 0, 255]
  private let blue: [UInt8] = [0, 0, 255, 255]

  @Test("Stripes stand in their columns, in each depth of colour")
  func stripes() throws {
    let stripes = GeneratedPicture.png(width: 64, height: 64) { x, _ in (x / 8) % 2 == 0 ? red : blue }
    let picture = try draw(stripes)
    #expect(picture.frame.columns == 8 && picture.frame.rows == 4)
    for (index, cell) in cells(picture).enumerated() {
      #expect(only(cell) == (index % 2 == 0 ? 196 : 21), "cell \(index): \(cell)")
    }
    // With few colours some are mixed in; still each stripe has a colour of its own.
    for drawing in [PictureDrawing.sixteen, .eight] {
      let found = cells(try draw(stripes, drawing: drawing))
      func mostCommon(_ parity: Int) -> Int16? {
        var counts: [Int16: Int] = [:]
        for (index, cell) in found.enumerated() where index % 2 == parity { counts[cell.background, default: 0] += 1 }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
      }
      #expect(mostCommon(0) != mostCommon(1), "\(drawing)")
      #expect(found.allSatisfy { (0..<16).contains($0.background) })
    }
  }

  @Test("A gradient only ever gets lighter, in colour and in ASCII")
  func gradient() throws {
    let gradient = GeneratedPicture.png(width: 256, height: 16) { x, _ in
      [UInt8(x), UInt8(x), UInt8(x), 255]
    }
    let ramp = Array(" .:-=+*#%@".unicodeScalars.map(\.value))
    let ascii = cells(try draw(gradient, columns: 64, rows: 2, drawing: .ascii)).prefix(64)
    let steps = ascii.compactMap { ramp.firstIndex(of: $0.scalar) }
    #expect(steps.count == 64 && steps == steps.sorted() && Set(steps).count == ramp.count)
    // 232 to 255 are the greys of the palette, from dark to light.
    let greys = cells(try draw(gradient, columns: 64, rows: 2)).prefix(64).compactMap(only).filter { $0 >= 232 }
    #expect(greys.count > 20 && greys == greys.sorted())
  }

  @Test("One hot pixel is seen at one to one, at its place")
  func hotPixel() throws {
    let dark: [UInt8] = [0, 0, 0, 255]
    let picture = GeneratedPicture.png(width: 100, height: 100) { x, y in x == 61 && y == 40 ? red : dark }
    let shown = try draw(picture, columns: 20, rows: 10) {
      $0.view = PictureView(zoom: .scale(PictureScale(pixels: 1, columns: 1)), center: PixelPoint(x: 60, y: 40))
    }
    let found = cells(shown).indices.filter { index in
      let cell = cells(shown)[index]
      return cell.foreground == 196 || cell.background == 196
    }
    #expect(found == [shown.frame.row(ofPixel: 40) * shown.frame.columns + shown.frame.column(ofPixel: 61)])
    // Nearer, it fills the cells that belong to it and no others.
    let near = try draw(picture, columns: 20, rows: 10) {
      $0.view = PictureView(zoom: .scale(PictureScale(pixels: 1, columns: 4)), center: PixelPoint(x: 61.5, y: 40.5))
    }
    for (index, cell) in cells(near).enumerated() {
      let (column, row) = (index % near.frame.columns, index / near.frame.columns)
      let isHot = near.frame.x(ofColumn: column) == 61 && near.frame.y(ofRow: row) == 40
      #expect(only(cell) == (isHot ? 196 : 16), "column \(column) row \(row)")
    }
  }

  @Test("EXIF says which side is up")
  func orientation() throws {
    let shown = try draw(GeneratedPicture.turnedJPEG, columns: 8, rows: 8)
    #expect(shown.info.size == PixelSize(width: 8, height: 16))
    #expect(shown.info.format == "jpeg")
    let probed = [2, 13].map { y in
      try? draw(GeneratedPicture.turnedJPEG) { $0.probe = .init(x: 4, y: y) }.probed
    }
    #expect(probed[0].map { $0.red > 150 && $0.blue < 90 } == true)
    #expect(probed[1].map { $0.red < 90 && $0.blue > 150 } == true)
  }

  @Test("A TIFF of 16 bits is turned upright as one of 8 bits is", arguments: 1...8)
  func tiffOrientation(_ orientation: Int) throws {
    func values(depth: Int) throws -> [[Int?]] {
      let scale = depth == 16 ? 257 : 1
      let tiff = GeneratedPicture.tiff(width: 5, height: 3, depth: depth, orientation: orientation) {
        ($1 * 5 + $0) * 10 * scale
      }
      let size = try draw(tiff).info.size
      #expect(size == (orientation < 5 ? PixelSize(width: 5, height: 3) : PixelSize(width: 3, height: 5)))
      return try (0..<size.height).map { y in
        try (0..<size.width).map { x in
          let shown = try draw(tiff) { $0.probe = .init(x: x, y: y) }
          #expect(shown.info.isDeep == (depth == 16))
          return shown.probed.map { $0.grey ?? $0.red * 257 }
        }
      }
    }
    let deep = try values(depth: 16)
    #expect(try values(depth: 8) == deep)
    // The first pixel of the file: in which corner it is shown.
    let corner = [1: (0, 0), 2: (1, 0), 3: (1, 1), 4: (0, 1), 5: (0, 0), 6: (1, 0), 7: (1, 1), 8: (0, 1)][orientation]
    let row = corner?.1 == 0 ? deep.first : deep.last
    #expect((corner?.0 == 0 ? row?.first : row?.last) == 0)
  }

  @Test("A PNG stands as its rows do, whatever its EXIF says, in 8 bits and in 16")
  func pngOrientation() throws {
    let exif: [UInt8] = Array("MM".utf8) + [0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0]
    let size = PixelSize(width: 6, height: 2)
    let flat = GeneratedPicture.png(width: 6, height: 2, exif: exif) { _, _ in [9, 9, 9, 255] }
    #expect(try draw(flat).info.size == size)
    let deep = try draw(GeneratedPicture.greyPNG(width: 6, height: 2, exif: exif) { x, y in UInt16(x * 2 + y) })
    #expect(deep.info.isDeep && deep.info.size == size)
  }

  @Test("What is transparent lies on a checkerboard")
  func transparency() throws {
    let clear = GeneratedPicture.png(width: 64, height: 64) { _, _ in [0, 0, 0, 0] }
    let greys = Set(cells(try draw(clear)).compactMap(only))
    #expect(greys.count == 2)
  }

  @Test("The frames of a moving picture come one by one, and begin again")
  func frames() throws {
    let colors = try (0..<4).map { frame in
      let shown = try draw(GeneratedPicture.movingGIF, columns: 4, rows: 2) { $0.frame = frame }
      #expect(shown.info.isAnimated)
      return cells(shown).first.flatMap(only)
    }
    #expect(colors == [196, 46, 21, 196])
    #expect(try draw(GeneratedPicture.movingGIF).info.frames == 3)
  }

  @Test("A moving picture that its file says to play once begins again all the same")
  func playedOnce() throws {
    // Without the block that says how often: 19 bytes from the extension's mark on.
    var once = GeneratedPicture.movingGIF
    let block = try #require(once.indices.first { once[$0...].starts(with: [0x21, 0xFF, 0x0B]) })
    once.removeSubrange(block..<block + 19)
    let colors = try (0..<7).map { frame in
      let shown = try draw(once, columns: 4, rows: 2) { $0.frame = frame }
      #expect(shown.info.frames == 3)
      return cells(shown).first.flatMap(only)
    }
    #expect(colors == [196, 46, 21, 196, 46, 21, 196])
  }

  @Test("Grey of 16 bits keeps its depth up to the window")
  func deepGrey() throws {
    // 200 steps that 8 bits would make one.
    let faint = GeneratedPicture.greyPNG(width: 200, height: 32) { x, _ in UInt16(30_000 + x) }
    let shown = try draw(faint, columns: 50, rows: 4, drawing: .ascii)
    #expect(shown.info.isDeep && shown.info.greyRange == 30_000...30_199)
    #expect(Set(cells(shown).map(\.scalar)).count == 10)
    let whole = try draw(faint, columns: 50, rows: 4, drawing: .ascii) {
      $0.adjustment.blackPoint = 0
      $0.adjustment.whitePoint = 65_535
    }
    #expect(Set(cells(whole).map(\.scalar)).count == 1)
    let probed = try draw(faint) { $0.probe = .init(x: 123, y: 3) }.probed
    #expect(probed?.grey == 30_123)
    let tiff = try draw(GeneratedPicture.greyTIFF) { $0.probe = .init(x: 2, y: 1) }
    #expect(tiff.info.isDeep && tiff.probed?.grey == 40_001)
  }

  @Test("Colours change as they are told to, and the file's own are still told")
  func adjustments() throws {
    let grey = GeneratedPicture.png(width: 8, height: 8) { _, _ in [95, 95, 95, 255] }
    func shown(_ change: @escaping (inout PictureAdjustment) -> Void) throws -> Int16? {
      cells(try draw(grey, columns: 2, rows: 1) { change(&$0.adjustment) }).first.flatMap(only)
    }
    let plain = try #require(try shown { _ in })
    #expect(try shown { $0.isInverted = true } != plain)
    #expect(try shown { $0.brightness = 100 } == 231)
    #expect(try shown { $0.brightness = -100 } == 16)
    #expect(try shown { $0.gamma = 300 } != plain)
    #expect(try shown { $0.contrast = 100 } == 16)
    #expect(try shown { $0.isFalseColour = true } != plain)
    let two = GeneratedPicture.png(width: 8, height: 8) { x, _ in x < 4 ? [255, 0, 10, 255] : [0, 255, 10, 255] }
    let green = try draw(two, columns: 2, rows: 1) { $0.adjustment.channel = .green }
    #expect(cells(green).map(only) == [16, 231])
    let spread = try draw(
      GeneratedPicture.png(width: 8, height: 8) { x, _ in x < 4 ? [100, 100, 100, 255] : [104, 104, 104, 255] },
      columns: 2, rows: 1
    ) { $0.adjustment.isEqualised = true }
    #expect(cells(spread).map(only) == [16, 231])
    let probed = try draw(grey) {
      $0.adjustment.isInverted = true
      $0.probe = .init(x: 1, y: 1)
    }.probed
    #expect(probed == PictureColor(red: 95, green: 95, blue: 95))
  }

  @Test("A file that ends early shows what is there, and says so")
  func cutOff() throws {
    let whole = GeneratedPicture.png(width: 40, height: 40) { _, _ in red }
    let shown = try draw(Array(whole.prefix(whole.count / 2)))
    #expect(shown.info.isCutOff)
  }

  @Test("Grey of 16 bits is equalised before it is cut to 8")
  func deepEqualised() throws {
    // A faint ramp beside one bright spot: all of the ramp is within one step of 8 bits.
    let picture = GeneratedPicture.greyPNG(width: 64, height: 64) { x, y in
      x == 63 && y == 63 ? 31_000 : UInt16(1000 + x)
    }
    let plain = cells(try draw(picture, drawing: .palette))
    #expect(Set(plain.prefix(7).map(\.background)).count == 1)
    let spread = cells(try draw(picture, drawing: .palette) { $0.adjustment.isEqualised = true })
    let lightness = spread.prefix(8).map(\.background)
    #expect(Set(lightness).count >= 6, "\(lightness)")
  }

  @Test("A pale picture is seen with few colours too")
  func pale() throws {
    // A square a little darker than what is around it, as in a slide under a microscope.
    let picture = GeneratedPicture.png(width: 64, height: 64) { x, y in
      (16..<48).contains(x) && (16..<48).contains(y) ? [168, 150, 160, 255] : [206, 200, 204, 255]
    }
    for drawing in [PictureDrawing.eight, .ascii] {
      let found = cells(try draw(picture, drawing: drawing))
      let inside = found[1 * 8 + 3]
      #expect(found[0] != inside, "\(drawing): \(inside)")
      #expect(found[0] == found[7] && found[0] == found[24])
    }
  }

  @Test("A JPEG that ends early says so, and a whole one with something behind it does not")
  func cutJPEG() throws {
    let whole = GeneratedPicture.turnedJPEG
    #expect(try !draw(whole).info.isCutOff)
    #expect(try !draw(whole + [0xFF, 0xDA, 1, 2, 3, 0xFF]).info.isCutOff)
    for share in [60, 75, 90, 99] {
      let bytes = Array(whole.prefix(whole.count * share / 100))
      guard let shown = try? draw(bytes) else { continue }
      #expect(shown.info.isCutOff, "\(share) %")
    }
    #expect(try draw(Array(whole.dropLast(2))).info.isCutOff)
  }

  @Test("Real pixels are written for terminals that take them, with what is drawn over them")
  func realPixels() throws {
    let picture = GeneratedPicture.png(width: 64, height: 64) { _, _ in blue }
    for (drawing, start) in [(PictureDrawing.sixel(.usual), "\u{1B}P"), (.kitty(.usual), "\u{1B}_G")] {
      let shown = try draw(picture, drawing: drawing) {
        $0.lines = [
          PictureLine(
            points: [PixelPoint(x: 8, y: 8), PixelPoint(x: 40, y: 8), PixelPoint(x: 40, y: 40)], isClosed: true,
            color: 0xFF8000)
        ]
      }
      guard case .pixels(let bytes) = shown.drawn else {
        Issue.record("no pixels")
        continue
      }
      #expect(bytes.starts(with: Array(start.utf8)))
      #expect(bytes.suffix(2) == [0x1B, 0x5C])
    }
  }

  @Test("A region's number stands at its corner and nowhere else; dashes leave gaps")
  func numbers() throws {
    let blue = blue
    let picture = GeneratedPicture.png(width: 320, height: 320) { _, _ in blue }
    func drawn(_ change: (inout PictureLine) -> Void) throws -> [UInt32] {
      let corners = [(160.0, 160.0), (319, 160), (319, 319), (160, 319)]
      var line = PictureLine(
        points: corners.map { PixelPoint(x: $0.0, y: $0.1) }, isClosed: true, color: 0xFF0000, width: 1)
      change(&line)
      return KittyPixels.colors(
        of: try draw(picture, columns: 40, rows: 20, drawing: .kitty(.usual)) { $0.lines = [line] }.drawn)
    }
    let plain = try drawn { _ in }
    #expect(plain.count == 320 * 320)
    func changed(_ change: (inout PictureLine) -> Void) throws -> [Int] {
      zip(try drawn(change), plain).enumerated().filter { $1.0 != $1.1 }.map(\.offset)
    }
    let digits = Array(0...9) + [10, 88]
    #expect(Set(try digits.map { digit in try drawn { $0.number = digit } }).count == digits.count)
    for digit in digits {
      let number = try changed { $0.number = digit }
      #expect(!number.isEmpty)
      #expect(number.allSatisfy { (160..<180).contains($0 % 320) && (160..<176).contains($0 / 320) }, "\(number)")
    }
    let dashed = try changed { $0.isBroken = true }
    #expect(!dashed.isEmpty && dashed.allSatisfy { plain[$0] == 0xFF0000 })
    // What lies far outside leaves no mark, nor does its number.
    let absent = try changed { $0.points = [] }
    let far = try changed {
      $0.points = $0.points.map { PixelPoint(x: $0.x + 1e12, y: $0.y - 1e12) }
      $0.number = 3
    }
    #expect(far == absent && !absent.isEmpty)
  }
}
