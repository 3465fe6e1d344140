import PostilScreen
import Testing

@Suite("A line of numbers over time")
struct SparklineTests {
  @Test("is as high as the numbers are large, and empty only where there is nothing")
  func heights() {
    #expect(Sparkline.text([0, 1, 50, 100], columns: 10, alphabet: .unicode) == " ▁▄█")
    #expect(Sparkline.text([0, 1, 50, 100], columns: 10, alphabet: .ascii) == " _=@")
    #expect(Sparkline.eighths([0, 0]) == [0, 0])
    #expect(Sparkline.eighths([-3, 8]) == [0, 8])
    #expect(Sparkline.text([], columns: 5, alphabet: .unicode) == "")
  }

  @Test("adds up what does not fit")
  func fitting() {
    #expect(Sparkline.fitted([1, 2, 3, 4, 5], columns: 3) == [3, 7, 5])
    #expect(Sparkline.fitted([1, 2], columns: 3) == [1, 2])
    #expect(Sparkline.fitted([1, 2], columns: 0) == [])
    #expect(Sparkline.fitted(Array(repeating: 1, count: 1000), columns: 24).count <= 24)
  }
}
