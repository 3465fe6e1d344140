import PostilCore
import PostilModel
import PostilScreen

extension Desk {
  /// The layout in which the task has the rows that the candidates would leave blank, where it is longer than its share.
  mutating func handingRowsOver(_ layout: DeskLayout, questionRows: Int, session: Session) -> DeskLayout {
    guard layout.isWide, !isZoomed, let grid = layout.grid, let content = cache.content,
      let task = layout.panes[.task]?.height, content.rows >= task
    else { return layout }
    let spare = spareRows(in: grid, session: session)
    guard spare > 0 else { return layout }
    let other = self.layout(questionRows: questionRows, spareRows: spare)
    // The candidates stay arranged as they were.
    let isSame =
      other.grid?.arrangement == grid.arrangement && other.grid?.cells.count == grid.cells.count
      && (other.grid?.tabs == nil) == (grid.tabs == nil)
    return isSame ? other : layout
  }

  /// The rows that no candidate of this task needs. Those that are not on the screen count too, so that nothing moves when
  /// they come. The first one that fills its cell ends it, so long ones are not laid out for this.
  private mutating func spareRows(in grid: CandidateGrid, session: Session) -> Int {
    guard layCandidates(session), let current = session.current, let field = candidates.field,
      let list = current.candidates[field], let narrowest = grid.cells.last
    else { return 0 }
    let shown = candidates.places(cells: grid.cells.count)
    let others = list.indices.filter { !shown.contains($0) }
    let cells = Array(zip(shown, grid.cells)) + (candidates.isComparing ? [] : others.map { ($0, narrowest) })
    var spare = Int.max
    for (place, cell) in cells {
      let body = body(of: cell, hasMetadata: !Self.metadata(of: list[place], session: session).isEmpty)
      let rows = cache.candidates?.rows(place: place, width: min(body.width, DeskLayout.measure)) ?? 0
      spare = min(spare, body.height - rows)
      if spare <= 0 { return 0 }
    }
    guard !cells.isEmpty else { return 0 }
    return grid.arrangement == .stacked ? spare * grid.cells.count : spare
  }
}
