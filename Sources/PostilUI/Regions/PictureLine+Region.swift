import PostilModel
import PostilPictures

extension PictureLine {
  /// The outline of a region in a label's or an annotator's colour.
  init(around region: Region, color: RegionColor, width: Int, number: Int? = nil) {
    var points = region.points.map { PixelPoint(x: $0.x, y: $0.y) }
    if region.shape == .box, points.count == 2 {
      let (start, end) = (points[0], points[1])
      points = [start, PixelPoint(x: end.x, y: start.y), end, PixelPoint(x: start.x, y: end.y)]
    }
    self.init(points: points, isClosed: region.shape != .line, color: color.rgb, width: width)
    self.number = number
  }
}
