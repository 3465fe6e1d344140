import PostilScreen
import Testing

struct TextSearchTests {
  @Test func caseDoesNotMatter() {
    #expect(TextSearch("room").matches(in: "Room, ROOM and mushroom") == [0..<4, 6..<10, 19..<23])
    #expect(TextSearch("ÄRGER").matches(in: "kein ärger") == [5..<11])
    #expect(TextSearch("早餐").matches(in: "前台，早餐") == [9..<15])
    #expect(TextSearch("σ").matches(in: "Σας").count == 2)
  }

  @Test func edges() {
    #expect(TextSearch("").matches(in: "abc").isEmpty)
    #expect(TextSearch("abcd").matches(in: "abc").isEmpty)
    #expect(TextSearch("aa").matches(in: "aaaa") == [0..<2, 2..<4], "matches do not overlap")
    #expect(TextSearch("[").matches(in: "{[;") == [1..<2], "signs have no case")
    #expect(TextSearch("a").matches(in: "aaaa", limit: 2).count == 2)
  }
}
