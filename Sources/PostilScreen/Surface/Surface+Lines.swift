extension Surface {
  /// Draws a horizontal rule. Where it crosses or ends on a vertical one, the junction is drawn: `┼`, `├`, `┬` …
  public mutating func horizontalRule(x: Int, y: Int, width: Int, style: Style) {
    for column in 0..<max(0, width) {
      var arms: LineArms = []
      if column > 0 { arms.insert(.left) }
      if column < width - 1 { arms.insert(.right) }
      line(arms, whole: .horizontal, x: x + column, y: y, style: style)
    }
  }

  /// Draws a vertical rule. To join it to a horizontal one, begin or end it in that one's row.
  public mutating func verticalRule(x: Int, y: Int, height: Int, style: Style) {
    for row in 0..<max(0, height) {
      var arms: LineArms = []
      if row > 0 { arms.insert(.up) }
      if row < height - 1 { arms.insert(.down) }
      line(arms, whole: .vertical, x: x, y: y + row, style: style)
    }
  }

  /// Draws a border just inside an area of at least 2 by 2 cells; it does not join what was there before.
  public mutating func border(_ area: Rectangle, style: Style) {
    guard area.width >= 2, area.height >= 2 else { return }
    for x in area.x..<area.right {
      let arms: (LineArms, LineArms) =
        x == area.x
        ? ([.right, .down], [.right, .up])
        : x == area.right - 1
          ? ([.left, .down], [.left, .up])
          : (.horizontal, .horizontal)
      self[x, area.y] = Cell(scalar: alphabet.line(arms.0), style: style)
      self[x, area.bottom - 1] = Cell(scalar: alphabet.line(arms.1), style: style)
    }
    for y in (area.y + 1)..<(area.bottom - 1) {
      self[area.x, y] = Cell(scalar: alphabet.line(.vertical), style: style)
      self[area.right - 1, y] = Cell(scalar: alphabet.line(.vertical), style: style)
    }
  }

  /// The ends of a rule have one arm where they meet another line, and look whole where they do not.
  private mutating func line(_ arms: LineArms, whole: LineArms, x: Int, y: Int, style: Style) {
    guard bounds.contains(x: x, y: y) else { return }
    let old = self[x, y]
    // In ASCII a dash may be text; only one in the same style is taken for a line.
    let there = alphabet == .ascii && old.style != style ? [] : alphabet.arms(of: old.scalar)
    let crosses = !there.isEmpty && !there.isSubset(of: whole)
    self[x, y] = Cell(scalar: alphabet.line(crosses ? there.union(arms) : whole), style: style)
  }
}
