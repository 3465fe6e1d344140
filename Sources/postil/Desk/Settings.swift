import PostilConfiguration
import PostilCore
import PostilModel

/// `config.toml`: how a user likes the desk.
///
/// ```toml
/// theme = "dark"        # dark, light, high-contrast, mono, or one of your own
/// mouse = true
/// ascii = false         # signs and lines in ASCII only
/// color = true
/// escape_delay = 25     # milliseconds; more for slow lines
/// pictures = "cells"    # or "sixel" or "kitty" where the terminal knows that
/// ```
struct Settings: Equatable {
  var theme: String?
  var mouse = true
  var ascii = false
  var color = true
  var escapeDelay: Int?
  var pictures: PictureOption?

  /// Reads a user's settings; the defaults when there is no such file.
  ///
  /// - Throws: `FileError`, or `ConfigurationError` with all that is wrong in it.
  static func read(_ path: String) throws -> Settings {
    guard Files.exists(path) else { return Settings() }
    return try parse(try Files.read(path), file: path)
  }

  static func parse(_ bytes: [UInt8], file: String) throws(ConfigurationError) -> Settings {
    try ConfigurationFile.read(bytes, file: file) { table in
      var settings = Settings()
      settings.theme = table.string("theme")
      settings.mouse = table.bool("mouse") ?? true
      settings.ascii = table.bool("ascii") ?? false
      settings.color = table.bool("color") ?? true
      settings.escapeDelay = table.integer("escape_delay", in: 0...5000)
      settings.pictures = table.word("pictures", as: PictureOption.self, called: "way to show pictures")
      return settings
    }
  }
}
