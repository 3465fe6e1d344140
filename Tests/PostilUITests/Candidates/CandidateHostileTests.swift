import PostilCore
import PostilModel
import PostilScreen
import PostilTestSupport
import Testing

@testable import PostilUI

@Suite struct CandidateHostileTests {
  private static let evil =
    "\u{1B}]0;owned\u{7}\u{1B}[31m\u{9B}5n\u{202E}dcba\u{2066}\u{200B}\u{FEFF}\t\u{1B}]52;c;eA==\u{7}\r\n\u{0}"

  private func world() -> DeskWorld {
    let evil = Self.evil
    let candidates = [
      Candidate(id: evil, text: "```" + evil + "\n" + evil, metadata: JSONObject([(evil, .string(evil))])),
      Candidate(id: "b", text: "", turns: [ChatTurn(role: evil, content: evil), ChatTurn(.tool, "```\n" + evil)]),
      Candidate(id: "c", text: "\n\nHuman: " + evil + "\n\nAssistant:"),
    ]
    return CandidateSamples.world(candidates)
  }

  @Test(arguments: [(120, 40), (80, 24), (60, 20), (40, 12)])
  func nothingRawReachesACell(columns: Int, rows: Int) {
    var world = world()
    world.resize(columns, rows)
    for keys in ["", "l", "W . W", "V", "W V V", "Z", "Z / d c b a Enter", "j Space", "Esc 3 1 2 Enter [", "?"] {
      world.type(keys)
      for cell in world.draw().cells {
        let value = cell.scalar
        let isControl = value != 0 && (value < 0x20 || (0x7F..<0xA0).contains(value))
        let isHidden =
          (0x200B...0x200F).contains(value) || (0x202A...0x202E).contains(value)
          || (0x2060...0x206F).contains(value) || value == 0xFEFF
        #expect(!isControl && !isHidden, "U+\(String(value, radix: 16)) after \(keys)")
      }
    }
  }

  @Test func manyRandomKeysAtManySizesBreakNothing() {
    var random = SeededGenerator(seed: 11)
    let texts = [
      CandidateSamples.long(120), "```\n" + CandidateSamples.long(40, "漢字 code") + "\n```", "", "short", "短い",
    ]
    let turns = Candidate(id: "t", text: "", turns: [ChatTurn(.user, "Why?"), ChatTurn(.assistant, texts[0])])
    let tasks = [
      CandidateSamples.task(1, CandidateSamples.candidates(texts) + [turns]), CandidateSamples.task(2),
      CandidateSamples.task(3, CandidateSamples.candidates(Array(repeating: "so it is", count: 26))),
    ]
    var world = DeskWorld(
      CandidateSamples.project([CandidateSamples.ranking] + Samples.everything.questions), tasks: tasks)
    let keys =
      "hjkl,.VZWT[]/nN123=xq?:u".unicodeScalars.map { Key.character($0) }
      + [.named(.space), .named(.tab), .named(.backTab), .named(.enter), .named(.escape), .named(.end), .control("d")]
    for step in 0..<4000 {
      if step % 40 == 0 {
        world.resize(Int.random(in: 1...180, using: &random), Int.random(in: 1...50, using: &random))
      }
      var key = keys[Int.random(in: 0..<keys.count, using: &random)]
      if step % 11 == 0 {
        let actions: [Key.Mouse.Action] = [.press, .scrollUp, .scrollDown, .drag, .release]
        let place = (x: Int.random(in: 0..<180, using: &random), y: Int.random(in: 0..<50, using: &random))
        key = .mouse(.init(actions[step % 5], x: place.x, y: place.y))
      }
      world.press(key, draws: false)
      let state = world.desk.candidates
      #expect(state.count == 0 || (0..<state.count).contains(state.cursor), "step \(step)")
      #expect(state.pair.count <= 2 && state.pair.allSatisfy { $0 < state.count } && state.pair == state.pair.sorted())
      guard step % 3 == 0 else { continue }
      var blank = world
      blank.desk.cache.surface = nil
      let (kept, new) = (world.draw(), blank.draw())
      let difference = Snapshot.comparison(of: new.text, with: kept.text, name: "the picture over the last one")
      #expect(difference == nil, "step \(step), \(key)")
      let isSame = kept == new
      #expect(isSame, "styles differ at step \(step), \(key)")
      guard isSame else { break }
      #expect(Set(world.desk.targets) == Set(blank.desk.targets), "clicks differ at step \(step)")
    }
  }
}
