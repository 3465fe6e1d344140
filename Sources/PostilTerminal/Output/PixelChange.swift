import PostilScreen

/// What has to be sent so that the pictures in the terminal's own pixels are those of a surface.
nonisolated struct PixelChange {
  /// Rows whose cells are to be sent again, as a picture that is no more hid them.
  private(set) var erased: [Range<Int>] = []
  /// What is sent after the cells.
  private(set) var bytes: [UInt8] = []

  /// Whether anything is to be done.
  var isAny: Bool { !erased.isEmpty || !bytes.isEmpty }

  /// What leads from one surface to the next; from nothing known when there is none before.
  init(from before: Surface?, to now: Surface) {
    let old = before?.pictures ?? []
    if old.isEmpty, now.pictures.isEmpty { return }
    let isHurt = now.pictures.contains { Self.isHurt($0.area, before, now) }
    guard before == nil || old != now.pictures || isHurt else { return }
    for picture in old where !now.pictures.contains(where: { $0.area == picture.area }) {
      erased.append(max(0, picture.area.y)..<max(0, picture.area.bottom))
    }
    if old.contains(where: \.isKept) { bytes += Self.deletingKept }
    for picture in now.pictures {
      bytes += Array("\u{1b}7\u{1b}[\(picture.area.y + 1);\(picture.area.x + 1)H".utf8)
      bytes += picture.bytes
      bytes += Array("\u{1b}8".utf8)
    }
  }

  /// Deletes all pictures that a terminal with Kitty's protocol shows, without an answer.
  static let deletingKept = Array("\u{1b}_Ga=d,q=2\u{1b}\\".utf8)

  /// Whether cells under a picture have been written.
  private static func isHurt(_ area: Rectangle, _ before: Surface?, _ now: Surface) -> Bool {
    guard let before, before.size == now.size else { return true }
    let area = area.intersection(now.bounds)
    for y in area.y..<max(area.y, area.bottom) {
      for x in area.x..<area.right where before[x, y] != now[x, y] { return true }
    }
    return false
  }
}
