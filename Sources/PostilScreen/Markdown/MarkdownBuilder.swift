import CMarkdown

/// Makes blocks of md4c's events. Each event returns 0, or 1 to end the reading.
final class MarkdownBuilder {
  private(set) var blocks: [MarkdownBlock] = []
  private var open: MarkdownBlock?
  private var table: MarkdownTable?
  private var cell: MarkdownInline?
  private var containers: [MarkdownBlock.Container] = []
  /// Containers beyond the deepest that is shown.
  private var hiddenContainers = 0
  private var lists: [List] = []
  private var hasGap = false
  private var emphasis = (italic: 0, bold: 0, strike: 0, code: 0)
  private var links: [(url: String, start: Int)] = []
  private var softBreak = false
  private var budget: Int

  private static let deepest = 8

  private struct List {
    var number: Int?
    var delimiter: Character = "."
    var isTight: Bool
    var items = 0
  }

  /// - Parameter budget: events after which the reading ends.
  init(budget: Int) { self.budget = budget }

  // MARK: Blocks

  func enter(_ type: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?) -> Int32 {
    closeImplicit()
    switch type {
    case MD_BLOCK_QUOTE: push(nil)
    case MD_BLOCK_UL:
      let tight = detail?.load(as: MD_BLOCK_UL_DETAIL.self).is_tight ?? 0
      enterList(List(number: nil, isTight: tight != 0))
    case MD_BLOCK_OL:
      guard let detail = detail?.load(as: MD_BLOCK_OL_DETAIL.self) else { break }
      let delimiter = Character(Unicode.Scalar(UInt8(bitPattern: detail.mark_delimiter)))
      enterList(List(number: Int(detail.start), delimiter: delimiter, isTight: detail.is_tight != 0))
    case MD_BLOCK_LI: enterItem(detail?.load(as: MD_BLOCK_LI_DETAIL.self))
    case MD_BLOCK_HR: begin(.rule)
    case MD_BLOCK_H: begin(.heading(Int(detail?.load(as: MD_BLOCK_H_DETAIL.self).level ?? 1)))
    case MD_BLOCK_CODE: begin(.code)
    case MD_BLOCK_P, MD_BLOCK_HTML: begin(.paragraph)
    case MD_BLOCK_TABLE: table = MarkdownTable()
    case MD_BLOCK_TR: table?.rows.append([])
    case MD_BLOCK_TH, MD_BLOCK_TD:
      cell = MarkdownInline()
      if let rows = table?.rows.count, rows == 1 {
        table?.alignments.append(Self.alignment(detail?.load(as: MD_BLOCK_TD_DETAIL.self).align))
      }
    default: break
    }
    return spend()
  }

  func leave(_ type: MD_BLOCKTYPE) -> Int32 {
    switch type {
    case MD_BLOCK_QUOTE:
      closeImplicit()
      pop()
    case MD_BLOCK_UL, MD_BLOCK_OL:
      closeImplicit()
      lists.removeLast()
    case MD_BLOCK_LI:
      closeImplicit()
      if hiddenContainers == 0, containers.last?.isFresh == true {
        begin(.paragraph)
        end()
      }
      pop()
    case MD_BLOCK_CODE:
      open?.inline.dropLastNewline()
      end()
    case MD_BLOCK_P, MD_BLOCK_HTML, MD_BLOCK_H, MD_BLOCK_HR: end()
    case MD_BLOCK_TABLE:
      begin(.table(table ?? MarkdownTable()))
      table = nil
      end()
    case MD_BLOCK_TH, MD_BLOCK_TD:
      if let cell, let row = table?.rows.indices.last { table?.rows[row].append(cell) }
      cell = nil
      softBreak = false
    default: break
    }
    return spend()
  }

  private func spend() -> Int32 {
    budget -= 1
    return budget < 0 ? 1 : 0
  }

  private static func alignment(_ align: MD_ALIGN?) -> MarkdownTable.Alignment {
    switch align {
    case MD_ALIGN_RIGHT: .right
    case MD_ALIGN_CENTER: .centre
    default: .left
    }
  }

  private func push(_ marker: String?) {
    guard containers.count < Self.deepest else {
      hiddenContainers += 1
      return
    }
    containers.append(MarkdownBlock.Container(marker: marker))
  }

  private func pop() {
    if hiddenContainers > 0 {
      hiddenContainers -= 1
    } else {
      containers.removeLast()
    }
  }

  private func enterList(_ list: List) {
    if let outer = lists.last, outer.isTight { hasGap = false }
    lists.append(list)
  }

  private func enterItem(_ detail: MD_BLOCK_LI_DETAIL?) {
    guard let last = lists.indices.last else { return push("• ") }
    let list = lists[last]
    lists[last].items += 1
    if list.isTight, list.items > 0 { hasGap = false }
    var marker = list.number.map { "\($0 + list.items)\(list.delimiter) " } ?? "• "
    if let detail, detail.is_task != 0 { marker = detail.task_mark == 0x20 ? "[ ] " : "[x] " }
    push(marker)
  }

  private func begin(_ kind: MarkdownBlock.Kind) {
    open = MarkdownBlock(kind: kind, containers: containers, hasGap: hasGap && !blocks.isEmpty)
    for index in containers.indices { containers[index].isFresh = false }
  }

  private func end() {
    if let open { blocks.append(open) }
    open = nil
    softBreak = false
    hasGap = true
  }

  /// The text of a tight item stands in no paragraph; the block that it was given ends where another block begins.
  private func closeImplicit() {
    if open != nil { end() }
  }

  // MARK: Text

  func enterSpan(_ type: MD_SPANTYPE, _ detail: UnsafeMutableRawPointer?) -> Int32 {
    if open == nil, cell == nil { begin(.paragraph) }
    flushSoftBreak(before: nil)
    switch type {
    case MD_SPAN_EM: emphasis.italic += 1
    case MD_SPAN_STRONG: emphasis.bold += 1
    case MD_SPAN_DEL: emphasis.strike += 1
    case MD_SPAN_CODE: emphasis.code += 1
    case MD_SPAN_A:
      links.append((detail.map { Self.string($0.load(as: MD_SPAN_A_DETAIL.self).href) } ?? "", written))
    case MD_SPAN_IMG:
      links.append((detail.map { Self.string($0.load(as: MD_SPAN_IMG_DETAIL.self).src) } ?? "", written))
    default: break
    }
    return spend()
  }

  func leaveSpan(_ type: MD_SPANTYPE) -> Int32 {
    switch type {
    case MD_SPAN_EM: emphasis.italic -= 1
    case MD_SPAN_STRONG: emphasis.bold -= 1
    case MD_SPAN_DEL: emphasis.strike -= 1
    case MD_SPAN_CODE: emphasis.code -= 1
    case MD_SPAN_A, MD_SPAN_IMG:
      guard let link = links.popLast() else { break }
      let text = (cell ?? open?.inline)?.text ?? ""
      let shown = String(decoding: text.utf8.dropFirst(link.start), as: UTF8.self)
      if !link.url.isEmpty, !["", "mailto:", "http://"].contains(where: { $0 + shown == link.url }) {
        append((shown.isEmpty ? "(" : " (") + link.url + ")", as: .url)
      }
    default: break
    }
    return spend()
  }

  func text(_ type: MD_TEXTTYPE, _ bytes: UnsafeRawBufferPointer) -> Int32 {
    if open == nil, cell == nil { begin(.paragraph) }
    switch type {
    case MD_TEXT_BR: append("\n", as: role)
    case MD_TEXT_SOFTBR: softBreak = true
    case MD_TEXT_NULLCHAR: append("\u{FFFD}", as: role)
    case MD_TEXT_ENTITY:
      let entity = Self.entity(bytes)
      flushSoftBreak(before: entity.unicodeScalars.first)
      append(entity, as: role)
    default:
      var text = String(decoding: bytes, as: UTF8.self)
      if text.utf8.contains(0x09) { text = untabbed(text) }
      flushSoftBreak(before: text.unicodeScalars.first)
      append(text, as: role)
    }
    return spend()
  }

  private var written: Int { (cell?.text ?? open?.inline.text ?? "").utf8.count }

  private var role: MarkdownRole {
    if emphasis.code > 0 { return .code }
    if !links.isEmpty { return .link }
    if table != nil { return table?.rows.count == 1 ? .tableHead : .text }
    switch open?.kind {
    case .heading(1): return .heading1
    case .heading(2): return .heading2
    case .heading: return .heading3
    case .code: return .codeBlock
    default: return containers.contains { $0.marker == nil } ? .quote : .text
    }
  }

  private func append(_ text: String, as role: MarkdownRole) {
    var attributes: Style.Attributes = []
    if emphasis.italic > 0 { attributes.insert(.italic) }
    if emphasis.bold > 0 { attributes.insert(.bold) }
    if emphasis.strike > 0 { attributes.insert(.strikethrough) }
    if cell != nil {
      cell?.append(text, role: role, attributes: attributes)
    } else {
      open?.inline.append(text, role: role, attributes: attributes)
    }
  }

  /// The end of a source line is a blank, but nothing between two wide characters: Chinese and Japanese have no blanks.
  private func flushSoftBreak(before next: Unicode.Scalar?) {
    guard softBreak else { return }
    softBreak = false
    let last = (cell ?? open?.inline)?.text.unicodeScalars.last
    if let last, let next, TextWidth.columns(of: last) == 2, TextWidth.columns(of: next) == 2 { return }
    append(" ", as: role)
  }

  /// Tabs as blanks up to the next stop, so that columns hold behind any prefix.
  private func untabbed(_ text: String) -> String {
    var result = ""
    var column = 0
    for scalar in text.unicodeScalars {
      if scalar == "\t" {
        repeat {
          result += " "
          column += 1
        } while column % 4 != 0
      } else {
        result.unicodeScalars.append(scalar)
        column = scalar == "\n" ? 0 : column + TextWidth.columns(of: scalar)
      }
    }
    return result
  }

  private static func string(_ attribute: MD_ATTRIBUTE) -> String {
    guard let text = attribute.text else { return "" }
    return String(decoding: UnsafeRawBufferPointer(start: text, count: Int(attribute.size)), as: UTF8.self)
  }

  private static func entity(_ bytes: UnsafeRawBufferPointer) -> String {
    let text = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { out in
      let size = cm_entity(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, out.baseAddress, out.count)
      return String(decoding: UnsafeRawBufferPointer(out).prefix(size), as: UTF8.self)
    }
    return text.isEmpty ? String(decoding: bytes, as: UTF8.self) : text
  }
}
