import PostilModel
import PostilScreen

/// All of a task's fields, laid out for a width.
struct TaskContent: Sendable {
  let task: Int
  let width: Int
  private(set) var blocks: [TextBlock] = []
  /// Rows in all.
  private(set) var rows = 0

  init(_ record: AnnotationTask, project: Project, width: Int) {
    task = record.number
    self.width = width
    var isTight = false
    for (index, field) in project.fields.enumerated() {
      guard let value = record.fields[field.name], value != .null else { continue }
      let pane = FieldPanes.pane(for: field.kind)
      let top = blocks.isEmpty ? 0 : rows + (isTight && pane.isTight ? 0 : 1)
      isTight = pane.isTight
      for var block in pane.blocks(field, value: value, width: width) {
        block.top += top
        block.field = index
        blocks.append(block)
        rows = max(rows, block.bottom)
      }
    }
  }

  /// The row of a search hit.
  func row(of hit: Search.Hit) -> Int? {
    guard let block = blocks.first(where: { $0.field == hit.field && $0.text == hit.text }) else { return nil }
    return block.top + block.layout.line(containing: hit.bytes.lowerBound)
  }

  /// Draws the rows from `first` on.
  func draw(from first: Int, in area: Rectangle, search: Search?, painter: inout Painter) {
    for block in blocks[firstBlock(at: first)...] {
      guard block.top < first + area.height else { break }
      let lines = max(0, first - block.top)..<max(0, min(block.layout.count, first + area.height - block.top))
      guard lines.lowerBound < lines.upperBound else { continue }
      let hits = block.text.flatMap { search?.hits(field: block.field, text: $0) } ?? []
      let highlights = hits.map {
        Highlight($0.bytes, style: painter.theme.overlay($0.isCurrent ? .searchCurrent : .searchHit))
      }
      for line in lines {
        let y = area.y + block.top + line - first
        if line == 0, !block.label.isEmpty {
          painter.text(block.label, x: area.x, y: y, columns: block.indent - 1, .metadataName)
        }
        painter.line(block.layout, line, x: area.x + block.indent, y: y, block.role, highlights: highlights)
      }
    }
  }

  /// The first block that reaches below a row.
  private func firstBlock(at row: Int) -> Int {
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].bottom <= row { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
