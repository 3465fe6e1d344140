import PostilModel
import PostilScreen

/// A task's fields, laid out for a width; its candidates have a pane of their own.
struct TaskContent: Sendable {
  let task: Int
  let width: Int
  private var blocks = TextBlocks()

  init(_ record: AnnotationTask, project: Project, width: Int) {
    task = record.number
    self.width = width
    var isTight = false
    for (index, field) in project.fields.enumerated() where field.kind != .candidates {
      guard let value = record.fields[field.name], value != .null else { continue }
      let pane = FieldPanes.pane(for: field.kind)
      let top = blocks.all.isEmpty ? 0 : rows + (isTight && pane.isTight ? 0 : 1)
      isTight = pane.isTight
      for var block in pane.blocks(field, value: value, width: width) {
        block.top += top
        block.field = index
        blocks.append(block)
      }
    }
  }

  /// Rows in all.
  var rows: Int { blocks.rows }

  /// The row of a search hit.
  func row(of hit: Search.Hit) -> Int? {
    blocks.row(field: hit.field, text: hit.text, byte: hit.bytes.lowerBound)
  }

  /// Draws the rows from `first` on.
  func draw(from first: Int, in area: Rectangle, search: Search?, painter: inout Painter) {
    let theme = painter.theme
    blocks.draw(from: first, in: area, painter: &painter) { block in
      search?.highlights(field: block.field, text: block.text ?? 0, theme: theme) ?? []
    }
  }
}
