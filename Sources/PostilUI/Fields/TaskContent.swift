import PostilModel
import PostilScreen

/// A task's fields, laid out for a width; at the annotating desk its candidates have a pane of their own.
struct TaskContent: Sendable {
  let task: Int
  let width: Int
  private var blocks = TextBlocks()
  /// The row where the last turn of the last conversation of several turns begins; 0 without one.
  private(set) var lastTurn = 0

  init(
    _ record: AnnotationTask, project: Project, width: Int, showsCandidates: Bool = false,
    leavesPicturesOut: Bool = false
  ) {
    task = record.number
    self.width = width
    var isTight = false
    for (index, field) in project.fields.enumerated() where showsCandidates || field.kind != .candidates {
      guard let value = record.fields[field.name], value != .null, !(leavesPicturesOut && field.kind == .image)
      else { continue }
      if field.kind == .candidates {
        add(candidates: value, field: index)
        continue
      }
      let pane = FieldPanes.pane(for: field.kind)
      let top = blocks.all.isEmpty ? 0 : rows + (isTight && pane.isTight ? 0 : 1)
      isTight = pane.isTight
      let added = pane.blocks(field, value: value, width: width)
      if field.kind == .chat, let row = Self.lastTurn(of: added) { lastTurn = top + row }
      for var block in added {
        block.top += top
        block.field = index
        blocks.append(block)
      }
    }
  }

  /// The candidates one below the other, each under its number.
  private mutating func add(candidates value: JSONValue, field: Int) {
    for (place, candidate) in ((try? CandidateList.read(value)) ?? []).enumerated() {
      let top = blocks.all.isEmpty ? 0 : rows + 1
      let texts = candidate.texts.joined(separator: "\n\n")
      for var block in FencedText.blocks(texts, top: top, indent: 3, width: width - 3, text: place) {
        if block.top == top { block.label = String(place + 1) }
        block.field = field
        blocks.append(block)
      }
    }
  }

  /// The row of a conversation's last turn, who speaks included; nil for one of a single turn.
  private static func lastTurn(of blocks: [TextBlock]) -> Int? {
    guard let text = blocks.last?.text, text > 0, let first = blocks.firstIndex(where: { $0.text == text }) else {
      return nil
    }
    return first > 0 && blocks[first - 1].text == nil ? blocks[first - 1].top : blocks[first].top
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
