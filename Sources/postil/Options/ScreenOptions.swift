import ArgumentParser

/// How the desk looks.
struct ScreenOptions: ParsableArguments {
  @Option(help: "The theme: dark, light, high-contrast, mono, or one of your own (default: config.toml's, else dark).")
  var theme: String?

  @Option(help: "How pictures are shown: cells, sixel or kitty (default: config.toml's, else what is sure to work).")
  var pictures: PictureOption?

  @Flag(help: "No colours; NO_COLOR does the same.")
  var noColor = false

  @Flag(help: "Lines and signs in ASCII only, as where the locale is not UTF-8.")
  var ascii = false
}
