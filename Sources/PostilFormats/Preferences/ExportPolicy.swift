/// How judgements become training records: what `postil export` was asked for, and what its manifest says.
public struct ExportPolicy: Sendable, Hashable {
  /// Which two responses of an order make a pair.
  public enum Pairs: String, Sendable, Hashable, CaseIterable {
    /// Every better one with every worse one.
    case all
    /// Those of one rank with those of the next.
    case adjacent
    /// Those of the first rank with those of the last.
    case bestWorst = "best-worst"
  }

  /// What a tie gives.
  public enum Ties: String, Sendable, Hashable, CaseIterable {
    /// Nothing.
    case none
    /// A pair each way.
    case both
  }

  /// The shape of a record, where a format has several.
  public enum Shape: String, Sendable, Hashable, CaseIterable {
    /// `trl-preference`: the prompt apart.
    case explicit
    /// `trl-preference`: the prompt at the head of both responses.
    case implicit
    /// `trl-sft`: the prompt apart.
    case promptCompletion = "prompt-completion"
    /// `trl-sft`: one conversation.
    case messages
  }

  /// How texts stand in a record.
  public enum Style: String, Sendable, Hashable, CaseIterable {
    /// As turns with role and content.
    case conversational
    /// As bare strings.
    case plain
  }

  /// What can be asked for, by the name of its option.
  public enum Option: String, Sendable, Hashable, CaseIterable {
    case pairs
    case ties
    case margin
    case shape
    case style
  }

  /// Which pairs.
  public var pairs = Pairs.all
  /// What a tie gives.
  public var ties = Ties.none
  /// Whether a column says how much better the chosen response is: the strength of a comparison where it has one, else
  /// the distance of the ranks.
  public var hasMargin = false
  /// The shape; nil for the format's first.
  public var shape: Shape?
  /// The style.
  public var style = Style.conversational
  /// The options that somebody set, which a format must know.
  public var given: Set<Option> = []

  /// The policy that stands when nothing is asked for.
  public init() {}
}
