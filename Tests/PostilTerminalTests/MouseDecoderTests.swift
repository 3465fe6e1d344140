import PostilScreen
import Testing

@testable import PostilTerminal

@Suite("Reports of the mouse become events")
struct MouseDecoderTests {
  private let start = ContinuousClock.now

  private func keys(_ reports: [(String, Int)]) -> [Key] {
    var decoder = KeyDecoder()
    var inputs: [Input] = []
    for (report, milliseconds) in reports {
      decoder.feed(Array(report.utf8), at: start + .milliseconds(milliseconds), into: &inputs)
    }
    return inputs.compactMap { if case .key(let key) = $0 { key } else { nil } }
  }

  @Test("Press, drag, release, and the wheel, at cells from 0")
  func actions() {
    let reports = [
      "\u{1b}[<0;5;6M", "\u{1b}[<32;7;6M", "\u{1b}[<0;7;6m", "\u{1b}[<64;1;1M", "\u{1b}[<65;300;200M",
    ]
    #expect(
      keys(reports.map { ($0, 0) }) == [
        .mouse(.init(.press, x: 4, y: 5)), .mouse(.init(.drag, x: 6, y: 5)), .mouse(.init(.release, x: 6, y: 5)),
        .mouse(.init(.scrollUp, x: 0, y: 0)), .mouse(.init(.scrollDown, x: 299, y: 199)),
      ])
  }

  @Test("Two presses in one cell within 400 ms are a double click; three are not two of them")
  func doubleClick() {
    let press = "\u{1b}[<0;5;6M"
    let release = "\u{1b}[<0;5;6m"
    func actions(_ times: [Int], _ second: String = press) -> [Key.Mouse.Action] {
      let reports = times.enumerated().flatMap { [($0 == 1 ? second : press, $1), (release, $1 + 10)] }
      let all = keys(reports).map { if case .mouse(let mouse) = $0 { mouse.action } else { Key.Mouse.Action.drag } }
      return all.filter { $0 != .release }
    }
    #expect(actions([0, 300]) == [.press, .doubleClick])
    #expect(actions([0, 500]) == [.press, .press])
    #expect(actions([0, 200, 400]) == [.press, .doubleClick, .press])
    #expect(actions([0, 200], "\u{1b}[<0;6;6M") == [.press, .press])
  }

  @Test("Other buttons, mere movement and a release without a press are nobody's")
  func ignored() {
    let reports = [
      "\u{1b}[<2;5;6M", "\u{1b}[<1;5;6M", "\u{1b}[<35;5;6M", "\u{1b}[<0;5;6m", "\u{1b}[<66;5;6M", "\u{1b}[<0;5M",
    ]
    #expect(keys(reports.map { ($0, 0) }) == [])
  }

  @Test("The protocol before SGR is understood too")
  func oldProtocol() {
    #expect(
      keys([("\u{1b}[M %&\u{1b}[M#%&", 0)]) == [
        .mouse(.init(.press, x: 4, y: 5)), .mouse(.init(.release, x: 4, y: 5)),
      ])
  }
}
