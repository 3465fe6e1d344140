import Foundation
import PostilTestSupport
import Testing

/// The README's key table and pictures come from the program. Each stands between a line that names the command and a
/// line that ends it:
///
///     <!-- postil show --size 80x24 -->
///     …
///     <!-- end -->
@Suite("The README shows what the program prints")
struct ReadmeTests {
  private static let path = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appendingPathComponent("../../../README.md").standardized.path

  @Test("key table and pictures are up to date; `make readme` writes them again")
  func pictures() throws {
    let folder = try TemporaryFolder()
    #expect(try PostilRun(["demo", "demo"], in: folder).code == 0)
    #expect(try PostilRun(["demo", "postil-demo-preference", "--template", "preference"], in: folder).code == 0)
    // Three people have answered some of the demo's tasks.
    #expect(try PostilRun(["demo", "reviewed"], in: folder).code == 0)
    let answers = try folder.write(Self.answers, to: "answers.csv")
    let imported = try PostilRun(["import", "--project", "reviewed", "--annotations", answers], in: folder)
    #expect(imported.code == 0, "\(imported.errors)")
    let text = try String(contentsOfFile: Self.path, encoding: .utf8)
    var blocks = 0
    let current = try Self.rewritten(text) { command in
      blocks += 1
      var arguments = Self.words(of: command)
      if arguments.first == "show", !arguments.contains("--project") { arguments += ["--project", "demo"] }
      let run = try PostilRun(arguments, in: folder)
      #expect(run.code == 0, "\(command): \(run.errors)")
      return arguments.first == "show" ? "```text\n\(run.output)```\n" : run.output
    }
    #expect(blocks >= 3)
    if ProcessInfo.processInfo.environment["UPDATE_README"] == "1" {
      try current.write(toFile: Self.path, atomically: true, encoding: .utf8)
    } else {
      #expect(Snapshot.comparison(of: text, with: current, name: "README.md") == nil)
    }
  }

  /// What dana, li and sam said of some of the demo's records.
  private static let answers = """
    task,annotator,sentiment,why,usefulness
    hotel-01,dana,mixed,"kind staff, spotless; no breakfast, no lift",4
    hotel-01,li,positive,,4
    hotel-01,sam,negative,,2
    hotel-03,dana,negative,,3
    hotel-03,li,negative,,3
    hotel-03,sam,mixed,,4
    product-02,dana,mixed,,5
    product-02,li,mixed,,4
    product-02,sam,positive,,3
    app-02,dana,positive,,4
    app-02,li,positive,,4
    app-02,sam,positive,,4
    product-03,dana,positive,,5
    product-03,li,mixed,,5
    product-03,sam,positive,,5

    """

  /// The text with what stands after each command replaced.
  private static func rewritten(_ text: String, output: (String) throws -> String) throws -> String {
    var lines: [String] = []
    var isInside = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line == "<!-- end -->" { isInside = false }
      if !isInside { lines.append(line) }
      guard line.hasPrefix("<!-- postil "), line.hasSuffix(" -->") else { continue }
      isInside = true
      let printed = try output(String(line.dropFirst("<!-- postil ".count).dropLast(" -->".count)))
      lines.append(printed.hasSuffix("\n") ? String(printed.dropLast()) : printed)
    }
    return lines.joined(separator: "\n")
  }

  /// Words with blanks between them; quotation marks hold blanks together.
  private static func words(of command: String) -> [String] {
    var words: [String] = []
    for (index, part) in command.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
      if index % 2 == 1 { words.append(String(part)) } else { words += part.split(separator: " ").map(String.init) }
    }
    return words
  }
}
