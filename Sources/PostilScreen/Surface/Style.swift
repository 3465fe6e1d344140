/// How a cell looks: colours by palette index and attributes. What a theme resolves a role to.
public struct Style: Sendable, Hashable {
  /// Attributes, combined as a set.
  public struct Attributes: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: UInt8
    /// A set by its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Heavier strokes.
    public static let bold = Attributes(rawValue: 1)
    /// Fainter.
    public static let dim = Attributes(rawValue: 2)
    /// Slanted.
    public static let italic = Attributes(rawValue: 4)
    /// A line below.
    public static let underline = Attributes(rawValue: 8)
    /// Foreground and background exchanged.
    public static let reverse = Attributes(rawValue: 16)
    /// A line through.
    public static let strikethrough = Attributes(rawValue: 32)

    /// Each attribute with the name that themes use.
    static let names: [(Attributes, String)] = [
      (.bold, "bold"), (.dim, "dim"), (.italic, "italic"), (.underline, "underline"), (.reverse, "reverse"),
      (.strikethrough, "strikethrough"),
    ]
  }

  /// Index into the 256-colour palette, or −1 for the terminal's own foreground.
  public var foreground: Int16
  /// Index into the 256-colour palette, or −1 for the terminal's own background.
  public var background: Int16
  /// Attributes.
  public var attributes: Attributes

  /// A style.
  public init(foreground: Int16 = -1, background: Int16 = -1, attributes: Attributes = []) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// The terminal's own colours, no attributes.
  public static let plain = Style()

  /// This style laid over another: its colours where it names any, else the other's; the attributes of both.
  public func over(_ other: Style) -> Style {
    Style(
      foreground: foreground >= 0 ? foreground : other.foreground,
      background: background >= 0 ? background : other.background,
      attributes: attributes.union(other.attributes))
  }
}

extension Style: CustomStringConvertible {
  /// For snapshots: `fg 208 bg 16 bold underline`, `plain` if there is nothing to say.
  public var description: String {
    var words: [String] = []
    if foreground >= 0 { words.append("fg \(foreground)") }
    if background >= 0 { words.append("bg \(background)") }
    for (attribute, name) in Attributes.names where attributes.contains(attribute) { words.append(name) }
    return words.isEmpty ? "plain" : words.joined(separator: " ")
  }
}
