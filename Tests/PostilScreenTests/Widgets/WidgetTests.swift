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

  @Test(arguments: [Alphabet.unicode, .ascii])
  func popups(alphabet: Alphabet) throws {
    let styles = try Theme.load("mono").styles(at: .mono)
    var surface = styles.surface(size: Size(columns: 36, rows: 7), alphabet: alphabet)
    let place = PopupFrame.place(columns: 24, rows: 5, in: surface.bounds)
    let inside = PopupFrame.draw(on: &surface, place, title: "All keys of this place", footer: "q back", styles: styles)
    #expect(inside == Rectangle(x: 9, y: 2, width: 18, height: 3))
    surface.draw("p  positive", x: inside.x, y: inside.y, clip: inside, style: styles[.popup])
    ProgressBar.draw(
      on: &surface, x: inside.x, y: inside.y + 1, columns: 8, done: 1, of: 3, full: styles[.barFull],
      empty: styles[.barEmpty])
    let name = "popup-\(alphabet)"
    #expect(Snapshot.difference(surface, named: name, styles: true, naming: styles.name) == nil)
  }
}
