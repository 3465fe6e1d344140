import PostilModel

extension Region {
  /// The four corners of the smallest upright rectangle around it, from the upper left one clockwise.
  var corners: [RegionPoint] {
    let (left, top, right, bottom) = bounds
    return [
      RegionPoint(x: left, y: top), RegionPoint(x: right, y: top), RegionPoint(x: right, y: bottom),
      RegionPoint(x: left, y: bottom),
    ]
  }
}
