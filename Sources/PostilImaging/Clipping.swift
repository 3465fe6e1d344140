/// Cuts lines at the edge of a canvas, so that one that reaches far outside costs nothing there.
enum Clipping {
  typealias Point = (x: Double, y: Double)

  /// The part of a segment within a margin around the canvas; nil when there is none.
  /// Y.-D. Liang, B. A. Barsky, A new concept and method for line clipping, ACM TOG 3 (1984).
  static func segment(_ start: Point, _ end: Point, width: Double, height: Double) -> (Point, Point)? {
    guard [start.x, start.y, end.x, end.y].allSatisfy(\.isFinite) else { return nil }
    let margin = 64.0
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    var (from, to) = (0.0, 1.0)
    let sides = [
      (-dx, start.x + margin), (dx, width + margin - start.x), (-dy, start.y + margin), (dy, height + margin - start.y),
    ]
    for (direction, distance) in sides {
      if direction == 0 {
        if distance < 0 { return nil }
      } else if direction < 0 {
        from = max(from, distance / direction)
      } else {
        to = min(to, distance / direction)
      }
    }
    guard from <= to else { return nil }
    return ((start.x + dx * from, start.y + dy * from), (start.x + dx * to, start.y + dy * to))
  }
}
