import PostilModel

/// Width and height of a picture in pixels, as it is shown.
struct PictureSize: Hashable {
  var width: Double
  var height: Double

  init(_ width: Int, _ height: Int) {
    self.width = Double(width)
    self.height = Double(height)
  }

  /// A size of two numbers above nought; nil for anything else.
  init?(_ width: Double?, _ height: Double?) {
    guard let width = PixelNumber.checked(width), let height = PixelNumber.checked(height), width > 0, height > 0 else {
      return nil
    }
    self.width = width
    self.height = height
  }

  /// `width` and `height` of a record.
  init?(_ object: JSONObject) { self.init(object["width"]?.double, object["height"]?.double) }

  /// `640 x 480`
  var words: String { "\(PixelNumber.text(width)) x \(PixelNumber.text(height))" }

  /// The same as members of a record.
  var members: [JSONObject.Member] {
    [
      .init(key: "width", value: RegionPoint.number(width)),
      .init(key: "height", value: RegionPoint.number(height)),
    ]
  }
}
