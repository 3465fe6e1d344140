import Foundation
public import PostilScreen

/// Compares pictures of the screen with the golden files in `Tests/Snapshots`, which belong to no target.
///
/// `#expect(Snapshot.difference(surface, named: "desk-80x24") == nil)` in `DeskTests.swift` reads
/// `Tests/Snapshots/DeskTests/desk-80x24.txt`. `UPDATE_SNAPSHOTS=1 swift test` writes the files anew; look at what changed before committing it.
public enum Snapshot {
  /// What differs between a surface and its golden file, nil if nothing does.
  /// - Parameters:
  ///   - styles: adds a grid of the styles with its legend.
  ///   - naming: names the styles of the legend, say by the roles of a theme.
  public static func difference(
    _ surface: Surface, named name: String, styles: Bool = false, naming: (Style) -> String? = { _ in nil },
    file: String = #filePath
  ) -> String? {
    difference(picture(of: surface, styles: styles, naming: naming), named: name, file: file)
  }

  /// The same for any text.
  public static func difference(_ text: String, named name: String, file: String = #filePath) -> String? {
    let folder = folder(of: URL(fileURLWithPath: file))
    let golden = folder.appendingPathComponent(name + ".txt")
    if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1" {
      do {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: golden)
        return nil
      } catch { return "\(golden.path) cannot be written: \(error)" }
    }
    guard let data = try? Data(contentsOf: golden) else {
      return "There is no \(golden.path). UPDATE_SNAPSHOTS=1 writes it. It would be:\n\(text)"
    }
    let expected = String(decoding: data, as: UTF8.self)
    return comparison(of: expected, with: text, name: name)
  }

  private static func folder(of file: URL) -> URL {
    var tests = file.deletingLastPathComponent()
    while tests.lastPathComponent != "Tests", tests.path != "/" { tests.deleteLastPathComponent() }
    let name = file.deletingPathExtension().lastPathComponent
    return tests.appendingPathComponent("Snapshots").appendingPathComponent(name)
  }

  /// The lines that differ between an expected and a found text, nil if none do.
  public static func comparison(of expected: String, with found: String, name: String) -> String? {
    guard expected != found else { return nil }
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = found.split(separator: "\n", omittingEmptySubsequences: false)
    var report = "\(name) has changed (UPDATE_SNAPSHOTS=1 accepts it):\n"
    for line in 0..<max(old.count, new.count) {
      let was = line < old.count ? String(old[line]) : nil
      let now = line < new.count ? String(new[line]) : nil
      guard was != now else { continue }
      if let was { report += "\(line + 1) - \(was)\n" }
      if let now { report += "\(line + 1) + \(now)\n" }
    }
    return report
  }

  private static func picture(of surface: Surface, styles: Bool, naming: (Style) -> String?) -> String {
    guard styles else { return surface.text }
    let grid = surface.styleGrid(naming: naming)
    return surface.text + "\n" + (grid.rows + [""] + grid.legend).map { $0 + "\n" }.joined()
  }
}
