import Glibc

/// Finds the cells of one row of a table (RFC 4180), through as many windows as it takes. A quote opens a quoted cell
/// only at the cell's start; anywhere else it stands for itself.
struct RowScanner {
  /// One cell: its bytes without the outer quotes.
  struct Cell {
    var start: Int
    var end: Int
    /// True when pairs of quotes in it stand for one.
    var hasPairs = false
  }

  /// What was found.
  enum Outcome {
    /// The row goes on behind the window.
    case goesOn
    /// The row's bytes end here; with its line's end it takes `span`.
    case row(end: Int, span: Int)
    /// The quotes do not fit.
    case misquoted
  }

  private enum State { case cellStart, bare, quoted, quoteInQuoted, returnAfterQuote, misquoted }

  /// The cells so far.
  private(set) var cells: [Cell] = []
  /// Where the scan stands in the window.
  private(set) var at = 0
  /// True while a quoted cell is open.
  var isQuoted: Bool { state == .quoted }
  /// True when there is a quoted cell, so that the row may have several lines.
  private(set) var hasQuotes = false
  private var state = State.cellStart
  private let delimiter: UInt8

  init(delimiter: UInt8) { self.delimiter = delimiter }

  /// Begins a row at the window's start.
  mutating func begin() {
    cells.removeAll(keepingCapacity: true)
    at = 0
    state = .cellStart
    hasQuotes = false
  }

  /// Goes on at the start of a new window, when what was scanned is not held any more. The cells are void then.
  mutating func forget() {
    cells.removeAll(keepingCapacity: true)
    at = 0
  }

  /// Scans to the row's end or the window's.
  mutating func scan(_ window: UnsafeRawBufferPointer, isLast: Bool) -> Outcome {
    while at < window.count {
      if state == .quoted {
        skipQuoted(window)
        continue
      }
      let byte = window[at]
      // What went wrong stays wrong, in the next window too.
      if state == .misquoted || (state == .returnAfterQuote && byte != 0x0A) {
        state = .misquoted
        return .misquoted
      }
      if byte == delimiter || byte == 0x0A {
        closeCell(window)
        at += 1
        state = .cellStart
        if byte == 0x0A { return .row(end: end(before: at - 1, window), span: at) }
        continue
      }
      switch state {
      case .cellStart:
        let isQuote = byte == 0x22
        hasQuotes = hasQuotes || isQuote
        state = isQuote ? .quoted : .bare
        cells.append(Cell(start: isQuote ? at + 1 : at, end: at))
      case .quoteInQuoted:
        if byte == 0x22 {
          if !cells.isEmpty { cells[cells.count - 1].hasPairs = true }
          state = .quoted
        } else if byte == 0x0D {
          state = .returnAfterQuote
        } else {
          state = .misquoted
          return .misquoted
        }
      case .bare, .quoted, .returnAfterQuote, .misquoted: break
      }
      at += 1
    }
    guard isLast else { return .goesOn }
    if state == .quoted { return .misquoted }
    closeCell(window)
    return .row(end: end(before: at, window), span: at)
  }

  /// Where a row that is passed over ends in a window; nil when it goes on. After quotes that do not fit, it ends with the
  /// line.
  func end(of outcome: Outcome, _ window: UnsafeRawBufferPointer) -> Int? {
    switch outcome {
    case .row(_, let span): return span
    case .goesOn: return nil
    case .misquoted:
      if isQuoted { return window.count }
      return window[at...].firstIndex(of: 0x0A).map { $0 + 1 }
    }
  }

  private mutating func skipQuoted(_ window: UnsafeRawBufferPointer) {
    guard let base = window.baseAddress, let found = memchr(base + at, 0x22, window.count - at) else {
      at = window.count
      return
    }
    at = base.distance(to: UnsafeRawPointer(found))
    if !cells.isEmpty { cells[cells.count - 1].end = at }
    at += 1
    state = .quoteInQuoted
  }

  private mutating func closeCell(_ window: UnsafeRawBufferPointer) {
    switch state {
    case .cellStart: cells.append(Cell(start: at, end: at))
    case .bare:
      guard !cells.isEmpty else { return }
      let isEnd = at == window.count || window[at] == 0x0A
      cells[cells.count - 1].end = isEnd ? max(end(before: at, window), cells[cells.count - 1].start) : at
    case .quoted, .quoteInQuoted, .returnAfterQuote, .misquoted: break
    }
  }

  private func end(before index: Int, _ window: UnsafeRawBufferPointer) -> Int {
    index > 0 && window[index - 1] == 0x0D ? index - 1 : index
  }
}
