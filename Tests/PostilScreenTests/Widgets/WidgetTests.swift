import PostilScreen
import PostilTestSupport
import Testing

struct WidgetTests {
  @Test func barsShowTheFirstAndTheLast() {
    #expect(ProgressBar.text(done: 312, of: 800, columns: 24, alphabet: .unicode) == "█████████▎··············")
    #expect(ProgressBar.text(done: 1, of: 1_000_000, columns: 4, alphabet: .unicode) == "▏···")
    #expect(ProgressBar.text(done: 999_999, of: 1_000_000, columns: 4, alphabet: .unicode) == "███▉")
    #expect(ProgressBar.text(done: 8, of: 8, columns: 3, alphabet: .unicode) == "███")
    #expect(ProgressBar.text(done: 0, of: 0, columns: 3, alphabet: .unicode) == "···")
    #expect(ProgressBar.text(done: 5, of: 8, columns: 8, alphabet: .ascii) == "#####...")
  }

  @Test func aListKeepsItsCursorInSight() {
    var random = SeededGenerator(seed: 17)
    for total in [0, 1, 5, 40, 1_000_000] {
      for height in [0, 1, 2, 3, 10] {
        var list = ListWindow(total: total, height: height)
        for _ in 0..<200 {
          switch Int.random(in: 0...4, using: &random) {
          case 0: list.move(by: .random(in: -3...3, using: &random))
          case 1: list.page(by: .random(in: -1...1, using: &random))
          case 2: list.scroll(by: .random(in: -5...5, using: &random))
          case 3: list.select(.random(in: -2...(total + 2), using: &random))
          default: list.resize(total: total, height: height)
          }
          #expect(total == 0 ? list.selected == 0 : (0..<total).contains(list.selected))
          #expect(total == 0 || height == 0 || list.visible.contains(list.selected))
          #expect(list.top >= 0 && list.top <= max(0, total - height))
          let above = list.selected - list.top
          if height >= 5 && list.top > 0 { #expect(above >= 2, "two rows of context") }
        }
      }
    }
  }

  @Test func aListMovesAsLittleAsItCan() {
    var list = ListWindow(total: 100, height: 10)
    list.move(by: 7)
    #expect(list.top == 0)
    list.move(by: 1)
    #expect(list.top == 1 && list.selected == 8)
    list.move(by: -1)
    #expect(list.top == 1)
    list.page(by: 1)
    #expect(list.top == 10 && list.selected == 16)
    list.scroll(by: 8)
    #expect(list.top == 18 && list.selected == 20)
    list.select(.max)
    #expect(list.selected == 99 && list.top == 90)
    list.move(by: .max)
    #expect(list.selected >= 0)
  }

  @Test func theThumbTellsTheEnds() {
    #expect(ScrollBar.thumb(total: 10, top: 0, height: 10) == nil)
    #expect(ScrollBar.thumb(total: 1_000_000, top: 0, height: 10) == 0..<1)
    #expect(ScrollBar.thumb(total: 1_000_000, top: 1, height: 10) == 1..<2)
    #expect(ScrollBar.thumb(total: 1_000_000, top: 999_989, height: 10) == 8..<9)
    #expect(ScrollBar.thumb(total: 1_000_000, top: 999_990, height: 10) == 9..<10)
    #expect(ScrollBar.thumb(total: 20, top: 99, height: 10) == 5..<10)
    for top in 0...11 { #expect((ScrollBar.thumb(total: 13, top: top, height: 2)?.upperBound ?? 0) <= 2) }
  }

  @Test func tablesStandStraight() {
    let table = TextTable([["dana", "12", "前台"], ["李明", "1207", "ok"]], alignments: [.left, .right])
    #expect(table.lines() == ["dana    12  前台", "李明  1207  ok"])
    let narrow = TextTable([["a long sentence here", "9"]], columns: 12)
    #expect(narrow.lines() == ["a long s…  9"])
    #expect(TextTable([]).lines().isEmpty)
  }

  @Test(arguments: [Alphabet.unicode, .ascii])
  func popupsAndTabs(alphabet: Alphabet) throws {
    let styles = try Theme.load("mono").styles(at: .mono)
    var surface = styles.surface(size: Size(columns: 36, rows: 7), alphabet: alphabet)
    let tabs = TabLine.draw(
      on: &surface, ["Queue", "任务", "Questions", "Guidelines"], current: 1, x: 0, y: 0, columns: 36, styles: styles)
    #expect(tabs == [0..<7, 9..<15, 17..<28])
    let place = PopupFrame.place(columns: 24, rows: 5, in: surface.bounds)
    let inside = PopupFrame.draw(on: &surface, place, title: "All keys of this place", footer: "q back", styles: styles)
    #expect(inside == Rectangle(x: 8, y: 2, width: 20, height: 3))
    surface.draw("p  positive", x: inside.x, y: inside.y, clip: inside, style: styles[.popup])
    ScrollBar.draw(
      on: &surface, x: inside.right - 1, y: inside.y, total: 9, top: 0, height: 3, track: styles[.rule],
      thumb: styles[.accent])
    ProgressBar.draw(
      on: &surface, x: inside.x, y: inside.y + 1, columns: 8, done: 1, of: 3, full: styles[.barFull],
      empty: styles[.barEmpty])
    let name = "popup-\(alphabet)"
    #expect(Snapshot.difference(surface, named: name, styles: true, naming: styles.name) == nil)
  }
}
