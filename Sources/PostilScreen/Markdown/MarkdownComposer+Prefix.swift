extension MarkdownComposer {
  /// What stands before the lines of a block: edges of quotes and markers of items.
  struct Prefix {
    /// Before the first line.
    private(set) var first = MarkdownLine()
    /// Before the others.
    private(set) var rest = MarkdownLine()
    /// The blank line before the block.
    private(set) var gap = MarkdownLine()
    /// Columns of each.
    private(set) var columns = 0

    /// Containers beyond half of the width are not shown.
    init(_ containers: [MarkdownBlock.Container], width: Int) {
      for container in containers {
        let marker = container.marker ?? "▏ "
        let columns = TextWidth.columns(of: marker)
        guard self.columns + columns <= width / 2 else { break }
        self.columns += columns
        if container.marker == nil {
          first.append(marker, role: .marker)
          rest.append(marker, role: .marker)
          if !container.isFresh { gap.append(marker, role: .marker) }
        } else {
          if container.isFresh { first.append(marker, role: .marker) } else { first.append(blanks: columns) }
          rest.append(blanks: columns)
          if !container.isFresh { gap.append(blanks: columns) }
        }
      }
      gap.trim()
    }

    /// The same for a block whose first line is already there.
    var behindFirst: Prefix {
      var prefix = self
      prefix.first = rest
      return prefix
    }
  }
}
