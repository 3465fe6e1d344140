/// A colour as a theme names it: by index, by one of the sixteen names, or as `#rrggbb`.
enum ThemeColor {
  /// The index in the palette, −1 for `default`, nil if the word is no colour. `#rrggbb` gives the nearest index.
  static func index(of word: String) -> Int16? {
    if word == "default" { return -1 }
    if let index = ColorPalette.names.firstIndex(of: word) { return Int16(index) }
    if word == "gray" || word == "grey" { return 8 }
    guard word.hasPrefix("#"), word.utf8.count == 7, let value = Int(word.dropFirst(), radix: 16), value >= 0
    else { return nil }
    let color = ColorPalette.RGB(red: value >> 16, green: value >> 8 & 0xFF, blue: value & 0xFF)
    return Int16(ColorPalette.nearest(to: color))
  }
}
