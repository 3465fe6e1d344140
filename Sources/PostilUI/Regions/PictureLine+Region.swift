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

  /// The corners of a box, a quarter of its shorter side long, with a number at the last; all of another region.
  static func corners(of region: Region, color: RegionColor, number: Int) -> [PictureLine] {
    guard region.shape == .box else { return [PictureLine(around: region, color: color, width: 1, number: number)] }
    let (left, top, right, bottom) = region.bounds
    let length = min(right - left, bottom - top) / 4
    var lines = [(left, top, 1.0, 1.0), (right, top, -1, 1), (left, bottom, 1, -1), (right, bottom, -1, -1)].map {
      x, y, across, down in
      PictureLine(
        points: [
          PixelPoint(x: x + across * length, y: y), PixelPoint(x: x, y: y), PixelPoint(x: x, y: y + down * length),
        ], isClosed: false, color: color.rgb, width: 1)
    }
    lines[3].number = number
    return lines
  }

  /// The cursor on a pixel: a cross of about two columns and a row.
  static func cross(at pixel: PictureRequest.Probe, _ frame: PictureFrame) -> [PictureLine] {
    let (x, y) = (Double(pixel.x) + 0.5, Double(pixel.y) + 0.5)
    let (across, down) = (frame.scale.value, frame.rowScale.value / 2)
    let ends = [
      (PixelPoint(x: x - across, y: y), PixelPoint(x: x + across, y: y)),
      (PixelPoint(x: x, y: y - down), PixelPoint(x: x, y: y + down)),
    ]
    return ends.map { PictureLine(points: [$0, $1], isClosed: false, color: 0xFFFFFF, width: 1) }
  }
}
