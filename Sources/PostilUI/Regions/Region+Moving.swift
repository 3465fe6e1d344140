import PostilModel
import PostilPictures

extension Region {
  /// The region with what is held moved as far as the picture and the other sides let it.
  func dragged(_ handles: [RegionsState.Handle], x: Int, y: Int, within size: PixelSize) -> Region {
    var region = self
    for handle in handles {
      let ways = handle == .whole ? [(x, 0), (0, y)] : handle == .left || handle == .right ? [(x, 0)] : [(0, y)]
      for (across, down) in ways {
        // A step that goes too far goes as far as it can.
        var (least, most) = (0, max(abs(across), abs(down)))
        func step(_ length: Int) -> Region? {
          region.moved(
            handle, x: Double(across.signum() * length), y: Double(down.signum() * length), within: size)
        }
        while least < most {
          let middle = (least + most + 1) / 2
          if step(middle) == nil { most = middle - 1 } else { least = middle }
        }
        if least > 0 { region = step(least) ?? region }
      }
    }
    return region
  }

  /// The region with what is held moved; nil when it would leave the picture, or a box would lose its area. Unchanged when
  /// the side does not move that way.
  func moved(_ handle: RegionsState.Handle, x: Double, y: Double, within size: PixelSize) -> Region? {
    let now = bounds
    if handle == .whole {
      let (right, bottom) = (Double(size.width), Double(size.height))
      // What came from outside the picture may come in, but not go further out.
      let acrossFits = x == 0 || (x < 0 ? now.left + x >= 0 : now.right + x <= right)
      let downFits = y == 0 || (y < 0 ? now.top + y >= 0 : now.bottom + y <= bottom)
      return acrossFits && downFits ? moved(x: x, y: y) : nil
    }
    guard shape == .box else { return self }
    var (left, top, right, bottom) = now
    switch handle {
    case .left: left += x
    case .right: right += x
    case .top: top += y
    case .bottom: bottom += y
    case .whole: break
    }
    guard right - left >= 1, bottom - top >= 1, left >= min(0, now.left), top >= min(0, now.top),
      right <= max(Double(size.width), now.right), bottom <= max(Double(size.height), now.bottom)
    else { return nil }
    var changed = self
    changed.points = [RegionPoint(x: left, y: top), RegionPoint(x: right, y: bottom)]
    return changed
  }
}
