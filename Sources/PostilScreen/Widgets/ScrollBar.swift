/// The bar beside something longer than the screen.
public enum ScrollBar {
  /// The rows that the thumb takes, nil when everything is in sight.
  /// - Parameters:
  ///   - total: the lines there are.
  ///   - top: the first line in sight.
  ///   - height: the lines in sight, which is also the height of the bar.
  public static func thumb(total: Int, top: Int, height: Int) -> Range<Int>? {
    guard height > 0, total > height else { return nil }
    let length = max(1, height * height / total)
    let room = height - length
    let last = total - height
    // The ends of the bar are reached only at the ends of the text.
    let place = max(0, min(last, top))
    let start = place == 0 ? 0 : place == last ? room : max(min(1, room), min(room - 1, place * room / last))
    return start..<(start + length)
  }

  /// Draws it in one column; nothing when everything is in sight.
  public static func draw(
    on surface: inout Surface, x: Int, y: Int, total: Int, top: Int, height: Int, track: Style, thumb style: Style
  ) {
    guard let thumb = thumb(total: total, top: top, height: height) else { return }
    for row in 0..<height {
      let isThumb = thumb.contains(row)
      surface.draw(isThumb ? .scrollThumb : .scrollTrack, x: x, y: y + row, style: isThumb ? style : track)
    }
  }
}
