import PostilScreen
import Testing

@testable import PostilTerminal

@Suite("Colours of the palette on terminals with fewer")
struct ColorMapTests {
  @Test("The palette, sixteen, eight and none")
  func depths() {
    func foreground(_ index: Int16, _ depth: ColorDepth) -> Int32 {
      ColorMap(depth: depth).pair(foreground: index, background: -1).foreground
    }
    #expect([-1, 1, 9, 110, 244].map { foreground($0, .palette) } == [-1, 1, 9, 110, 244])
    #expect([-1, 1, 9, 196, 21, 244, 16].map { foreground($0, .sixteen) } == [-1, 1, 9, 9, 12, 8, 0])
    #expect([-1, 1, 9, 196, 21, 244, 16].map { foreground($0, .eight) } == [-1, 1, 1, 1, 4, 7, 0])
    #expect([-1, 1, 9, 196].map { foreground($0, .mono) } == [-1, -1, -1, -1])
  }

  @Test("Two colours that differ never become one, at any depth", arguments: [ColorDepth.eight, .sixteen, .palette])
  func readable(_ depth: ColorDepth) {
    let map = ColorMap(depth: depth)
    for foreground in Int16(0)..<256 {
      for background in Int16(0)..<256 where foreground != background {
        let pair = map.pair(foreground: foreground, background: background)
        #expect(pair.foreground != pair.background)
        #expect(Int(pair.foreground) < depth.rawValue && Int(pair.background) < depth.rawValue)
      }
    }
  }

  @Test("A terminal with direct colour gets red, green and blue")
  func direct() {
    let pair = ColorMap(depth: .palette, direct: true).pair(foreground: 196, background: 2)
    #expect(pair.foreground == 0xff0000)
    #expect(pair.background == 2)
  }

  @Test("The depth is what so many colours suffice for")
  func found() {
    #expect(
      [-1, 0, 2, 8, 16, 88, 256, 1 << 24].map { ColorDepth(colors: $0) } == [
        .mono, .mono, .mono, .eight, .sixteen, .sixteen, .palette, .palette,
      ])
  }

  @Test("NO_COLOR counts when it is not empty")
  func noColor() {
    #expect(TerminalOptions(environment: ["TERM": "xterm", "NO_COLOR": "1"]).colorLimit == .mono)
    #expect(TerminalOptions(environment: ["TERM": "xterm", "NO_COLOR": ""]).colorLimit == nil)
    #expect(TerminalOptions(environment: [:]).colorLimit == nil)
  }

  @Test("Delays are no part of what a crash sends")
  func padding() {
    #expect(TerminalModes.withoutPadding(Array("\u{1b}[m$<2/>x$".utf8)) == Array("\u{1b}[mx$".utf8))
  }
}
