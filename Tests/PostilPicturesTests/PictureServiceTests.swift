import Dispatch
import Foundation
import Glibc
import PostilPictures
import PostilTestSupport
import Testing

@Suite("Pictures decoded in processes of their own")
struct PictureServiceTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func request(_ path: String, columns: Int = 8, rows: Int = 4) -> PictureRequest {
    PictureRequest(path: path, columns: columns, rows: rows, drawing: .palette)
  }

  /// Asks for all of them and waits for an answer to each.
  private func answers(
    to requests: [PictureRequest], program: String = BuiltProgram.path("postil-decoder")
  ) -> [PictureRequest: PictureAnswer] {
    let woken = DispatchSemaphore(value: 0)
    let service = PictureService(program: program) { woken.signal() }
    defer { service.close() }
    var found: [PictureRequest: PictureAnswer] = [:]
    service.want(requests)
    let wanted = Set(requests).count
    while found.count < wanted, woken.wait(timeout: .now() + 60) == .success {
      for answered in service.takeAnswers() { found[answered.request] = answered.answer }
    }
    return found
  }

  private func words(_ answer: PictureAnswer?) -> String? {
    if case .problem(let problem)? = answer { problem.description } else { nil }
  }

  @Test("A picture comes as cells, and what is none is told in words")
  func picturesAndProblems() throws {
    let good = request(
      try folder.write(GeneratedPicture.png(width: 16, height: 8) { _, _ in [255, 0, 0, 255] }, to: "good.png"))
    let mislabelled = request(
      try folder.write(GeneratedPicture.png(width: 4, height: 4) { _, _ in [0, 0, 255, 255] }, to: "is-png.jpg"))
    let text = request(try folder.write("no picture", to: "text.png"))
    let empty = request(try folder.write("", to: "empty.jpg"))
    let absurd = request(try folder.write(GeneratedPicture.png(claiming: 60_000, 60_000), to: "absurd.png"))
    let missing = request(folder.path(of: "missing.png"))
    let directory = request(folder.path)
    let device = request("/dev/zero")
    let all = answers(to: [good, mislabelled, text, empty, absurd, missing, directory, device])
    guard case .shown(let picture)? = all[good], case .cells(let cells) = picture.drawn else {
      Issue.record("no cells: \(String(describing: all[good]))")
      return
    }
    #expect(picture.info.size == PixelSize(width: 16, height: 8))
    #expect(cells.count == picture.frame.columns * picture.frame.rows)
    #expect(cells.allSatisfy { $0.background == 196 || $0.foreground == 196 })
    if case .shown(let other)? = all[mislabelled] { #expect(other.info.format == "png") } else { Issue.record() }
    #expect(words(all[text]) == "Unrecognized image file format")
    #expect(words(all[empty]) == "the file is empty")
    #expect(words(all[absurd]) == "it has 60000 x 60000 pixels; at most 1000 megapixels are decoded")
    #expect(words(all[missing]) == "there is no such file")
    #expect(words(all[directory]) == "it is a folder")
    #expect(words(all[device]) == "it is not a regular file")
  }

  @Test("A pipe that nobody writes to holds nothing up")
  func namedPipe() {
    let path = folder.path(of: "pipe.png")
    #expect(mkfifo(path, 0o600) == 0)
    #expect(words(answers(to: [request(path)]).values.first) == "it is not a regular file")
  }

  @Test("Without the decoder the pane says so")
  func missingDecoder() throws {
    let good = request(try folder.write(GeneratedPicture.movingGIF, to: "a.gif"))
    let answer = answers(to: [good], program: folder.path(of: "no-decoder"))[good]
    #expect(words(answer)?.hasSuffix("no-decoder, cannot be started") == true)
  }

  @Test("A decoder that ends, or says nothing that makes sense, is told and replaced")
  func brokenDecoders() throws {
    let good = request(try folder.write(GeneratedPicture.movingGIF, to: "a.gif"))
    let ending = try folder.write("#!/bin/sh\nexit 3\n", to: "ending")
    let babbling = try folder.write("#!/bin/sh\nprintf '\\004\\000\\000\\000abcd'; cat > /dev/null\n", to: "babbling")
    // One that is gone before anything is written to it: no signal may reach the desk.
    for _ in 0..<20 { #expect(words(answers(to: [good], program: "/bin/true")[good]) != nil) }
    for program in [ending, babbling] { chmod(program, 0o700) }
    #expect(words(answers(to: [good], program: ending)[good])?.hasPrefix("the decoder broke off") == true)
    #expect(words(answers(to: [good], program: babbling)[good]) == "the decoder gave an answer that is none")
  }

  // MARK: Decoders that are ended

  /// A decoder whose process is a shell: it says what a script makes it say, whatever it is asked.
  private func decoder(_ script: String, named name: String) throws -> String {
    let path = try folder.write("#!/bin/sh\n\(script)\n", to: name)
    chmod(path, 0o700)
    return path
  }

  /// Says `said` as a problem.
  private func saying(_ said: String) -> String {
    let body = [0, UInt8(said.utf8.count), 0, 0, 0, 0, 0, 0, 0] + Array(said.utf8)
    let message = [UInt8(body.count), 0, 0, 0] + body
    func octal(_ byte: UInt8) -> String {
      "\\\(byte >> 6)\(byte >> 3 & 7)\(byte & 7)"
    }
    return "printf '\(message.map(octal).joined())'"
  }

  /// Wants one list after the other, each so many milliseconds after the last; then waits for an answer to a request.
  private func answer(
    to request: PictureRequest, wanting lists: [(milliseconds: Int, [PictureRequest])], program: String
  ) -> String? {
    let woken = DispatchSemaphore(value: 0)
    let service = PictureService(program: program, workers: 1) { woken.signal() }
    defer { service.close() }
    for (milliseconds, requests) in lists {
      usleep(UInt32(milliseconds * 1000))
      service.want(requests)
    }
    while woken.wait(timeout: .now() + 10) == .success {
      for answered in service.takeAnswers() where answered.request == request { return words(answered.answer) }
    }
    return nil
  }

  @Test("A decoder that was ended after it had answered is not asked again")
  func endedAfterItsAnswer() throws {
    // The answer comes from a child, so that it comes though its decoder has been ended.
    let program = try decoder("(sleep 0.4; \(saying("fine"))) & exec cat > /dev/null", named: "late")
    let (first, second) = (request("/a"), request("/b"))
    #expect(answer(to: second, wanting: [(0, [first]), (150, [second])], program: program) == "fine")
  }

  @Test("What was given up and is wanted again is asked again")
  func wantedAgain() throws {
    // The first one says nothing, and its child keeps the line open for a while after its end.
    let script = """
      if [ -e "$0.seen" ]; then \(saying("fine")); else : > "$0.seen"; sleep 0.4 & fi
      exec cat > /dev/null
      """
    let program = try decoder(script, named: "slow")
    let (first, second) = (request("/a"), request("/b"))
    let lists = [(0, [first]), (150, [second]), (0, [first])]
    #expect(answer(to: first, wanting: lists, program: program) == "fine")
  }

  @Test("A decoder that breaks off is replaced, and asked once more before the file is blamed")
  func askedOnceMore() throws {
    let script = """
      if [ -e "$0.seen" ]; then \(saying("fine")); else : > "$0.seen"; exit 3; fi
      exec cat > /dev/null
      """
    let program = try decoder(script, named: "once")
    let picture = request("/a")
    #expect(answer(to: picture, wanting: [(0, [picture])], program: program) == "fine")
  }

  @Test("Whatever is damaged in a file, the answer is a picture or words, and the next file is decoded")
  func damagedFiles() throws {
    var sources = [
      ("a.bmp", GeneratedPicture.bitmap(width: 37, height: 5, lit: (x: 3..<30, y: 1..<3))),
      (
        "b.tif",
        GeneratedPicture.tiff(width: 5, height: 3, depth: 16, orientation: 6) { x, y in x * 9000 + y }
      ),
      ("a.jpg", GeneratedPicture.turnedJPEG), ("a.gif", GeneratedPicture.movingGIF),
      ("a.tif", GeneratedPicture.greyTIFF),
      ("a.png", GeneratedPicture.png(width: 9, height: 5) { x, y in [UInt8(x * 20), UInt8(y * 40), 7, 200] }),
      ("b.png", GeneratedPicture.greyPNG(width: 9, height: 5) { x, y in UInt16(x * 7000 + y) }),
    ]
    let webP = [("a.webp", GeneratedPicture.losslessWebP), ("b.webp", GeneratedPicture.lossyWebP)]
    let whole = request(try folder.write(webP[0].1, to: "whole.webp"))
    if words(answers(to: [whole])[whole]) == nil {
      sources += webP
    } else {
      print("WebP is not decoded on this system, so no damaged WebP is tried.")
    }
    let count = getenv("POSTIL_DAMAGED_PICTURES").flatMap { Int(String(cString: $0)) } ?? 1000
    var random = SeededGenerator(seed: 2026)
    for first in stride(from: 0, to: count, by: 250) {
      var requests: [PictureRequest] = []
      for number in first..<min(count, first + 250) {
        let (name, bytes) = sources[number % sources.count]
        requests.append(request(try folder.write(damaged(bytes, using: &random), to: "\(number)-\(name)")))
      }
      let found = answers(to: requests)
      #expect(requests.allSatisfy { found[$0] != nil })
      #expect(found.values.allSatisfy { words($0)?.isEmpty != true })
      for request in requests { unlink(request.path) }
    }
  }

  private func damaged(_ bytes: [UInt8], using random: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= UInt8(1 << Int.random(in: 0...7, using: &random))
    }
    if Bool.random(using: &random) { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random)) }
    return bytes
  }
}
