import Foundation
import PostilTestSupport
import Testing

@Suite("Pictures at the desk in a terminal")
struct PictureTests {
  private static let configuration = """
    [project]
    name = "Cells"

    [[field]]
    name = "image"
    type = "image"

    [[question]]
    name = "good"
    type = "label"
    labels = [ { name = "yes", key = "y" }, { name = "no", key = "n" } ]

    """

  private func project() throws -> TestProject {
    try TestProject(Self.configuration, records: #"{"id":"a","image":"a.png"}"# + "\n")
  }

  private func writePicture(_ project: TestProject) throws {
    let picture = GeneratedPicture.png(width: 310, height: 170) { x, y in [UInt8(x % 256), UInt8(y), 0, 255] }
    _ = try project.folder.write(picture, to: "project/a.png")
  }

  /// The numbers of the next picture of Kitty's protocol: pixels across, pixels down, columns, rows.
  private func nextPicture(_ desk: DeskRun, after offset: Int) throws -> [Int] {
    let start = try desk.terminal.wait(for: "\u{1B}_Ga=T,f=32,", after: offset, timeout: 30_000)
    _ = try desk.terminal.wait(for: ",m=", after: start)
    let head = String(decoding: desk.terminal.output[start...].prefix { $0 != UInt8(ascii: "m") }, as: UTF8.self)
    return head.split { !$0.isNumber }.compactMap { Int($0) }
  }

  @Test("With a larger font the terminal's own pixels have its size")
  func largerFont() throws {
    let project = try project()
    try writePicture(project)
    let desk = try project.desk("--pictures", "kitty", cell: (8, 16), ready: "")
    let before = try nextPicture(desk, after: 0)
    #expect(before.count == 4 && before[0] == before[2] * 8 && before[1] == before[3] * 16, "\(before)")
    let offset = desk.terminal.output.count
    desk.terminal.resize(columns: 100, rows: 34, cell: (10, 19))
    let after = try nextPicture(desk, after: offset)
    #expect(after.count == 4 && after[0] == after[2] * 10 && after[1] == after[3] * 19, "\(after)")
    #expect(try desk.leave() == .code(0))
  }

  @Test("A file that is put in place is shown at the key that reads the queue again")
  func reload() throws {
    let project = try project()
    let desk = try project.desk()
    try desk.wait(for: "there is no such file")
    try writePicture(project)
    desk.type("gr")
    try desk.wait(for: "310 x 170 png")
    #expect(try desk.leave() == .code(0))
  }

  @Test("A file that is put in place is noticed soon after any key")
  func putInPlace() throws {
    let project = try project()
    let desk = try project.desk()
    try desk.wait(for: "there is no such file")
    try writePicture(project)
    // Files are looked at once a second at most.
    try desk.wait("the picture") { screen in
      desk.type("zi")
      desk.settle()
      return screen.contains("310 x 170 png")
    }
    #expect(try desk.leave() == .code(0))
  }
}
