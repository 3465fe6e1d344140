import PostilPictures
import PostilScreen

/// What is said about a picture in the line above it.
enum PictureWords {
  /// `cells.jpg   640 x 480 jpeg`, `beat.gif   64 x 64 gif, frame 2 of 5`
  static func name(_ item: PictureItem, _ info: PictureInfo?, frame: Int = 0) -> String {
    let file = item.name.split(separator: "/").last.map(String.init) ?? item.name
    let name = item.title.isEmpty ? file : "\(item.title): \(file)"
    guard let info else { return name }
    var words = "\(name)   \(info.size.width) x \(info.size.height) \(info.format)"
    if info.isDeep { words += ", 16 bits" }
    if info.isAnimated { words += ", frame \(frame % info.frames + 1) of \(info.frames)" }
    return words
  }

  /// What may mislead whoever looks: the file's name says another format, or it ends early. Nil when nothing does.
  static func warning(_ item: PictureItem, _ info: PictureInfo) -> String? {
    if info.isCutOff { return "the file ends early" }
    let ending = item.name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    let endings: [String: [String]] = [
      "jpeg": ["jpg", "jpeg", "jpe", "jfif"], "png": ["png"], "gif": ["gif"], "bmp": ["bmp", "dib"],
      "tiff": ["tif", "tiff"], "webp": ["webp"],
    ]
    guard let known = endings[info.format], endings.values.joined().contains(ending) else { return nil }
    return known.contains(ending) ? nil : "named .\(ending), is \(info.format)"
  }

  /// `1 : 5.3`, `4 : 1`: pixels of the screen's columns to those of the picture.
  static func zoom(_ scale: PictureScale) -> String {
    if scale.magnifies { return "\(decimal(1 / scale.value)) : 1" }
    return "1 : \(decimal(scale.value))"
  }

  /// `x 120 y 44`
  static func place(_ pixel: PictureRequest.Probe) -> String { "x \(pixel.x) y \(pixel.y)" }

  /// `124 %`: how large the picture's pixels are in the terminal's own.
  static func percent(_ scale: PictureScale, cell: CellShape) -> String {
    "\(decimal(100 * Double(cell.width) / scale.value)) %"
  }

  private static func decimal(_ value: Double) -> String {
    value >= 100 || value == value.rounded() ? String(Int(value.rounded())) : NumberText.decimal(value, places: 1)
  }

  /// `#a0b3c1`; of 16-bit grey its value. A mean of some pixels is told as one.
  static func color(_ color: PictureColor) -> String {
    let mark = color.isExact ? "" : "~"
    if let grey = color.grey { return mark + "\(grey)" }
    func pair(_ value: Int) -> String {
      let text = String(min(max(0, value), 255), radix: 16)
      return text.utf8.count < 2 ? "0" + text : text
    }
    let text = mark + "#" + pair(color.red) + pair(color.green) + pair(color.blue)
    return color.alpha == 255 ? text : text + " \(color.alpha * 100 / 255) %"
  }

  /// What is done to the colours, in words; empty when nothing is.
  static func adjustment(_ adjustment: PictureAdjustment) -> String {
    var words: [String] = []
    if adjustment.channel != .all { words.append("\(adjustment.channel)") }
    if adjustment.isEqualised { words.append("equalised") }
    if adjustment.gamma != 100 {
      words.append("gamma \(NumberText.decimal(Double(adjustment.gamma) / 100, places: 1))")
    }
    if adjustment.contrast != 0 { words.append("contrast \(signed(adjustment.contrast))") }
    if adjustment.brightness != 0 { words.append("light \(signed(adjustment.brightness))") }
    if adjustment.isInverted { words.append("inverted") }
    if adjustment.isFalseColour { words.append("false colour") }
    if adjustment.blackPoint != nil || adjustment.whitePoint != nil {
      words.append(
        "window \(adjustment.blackPoint.map(String.init) ?? "")-\(adjustment.whitePoint.map(String.init) ?? "")")
    }
    return words.joined(separator: ", ")
  }

  private static func signed(_ value: Int) -> String { value > 0 ? "+\(value)" : "\(value)" }
}
