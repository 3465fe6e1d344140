public import ArgumentParser
public import PostilFormats

/// How judgements become training records.
struct TrainingOptions: ParsableArguments {
  @Option(help: "Which pairs an order gives (default: all).")
  var pairs: ExportPolicy.Pairs?

  @Option(help: "What a tie gives: nothing, or a pair each way (default: none).")
  var ties: ExportPolicy.Ties?

  @Flag(help: "Add a column with a comparison's strength, or with the distance of the ranks.")
  var margin = false

  @Option(
    help: "The shape: explicit or implicit prompt (trl-preference), prompt-completion or messages (trl-sft).")
  var shape: ExportPolicy.Shape?

  @Option(help: "Texts as turns or as bare strings (default: conversational).")
  var style: ExportPolicy.Style?

  /// What was asked for.
  var policy: ExportPolicy {
    var policy = ExportPolicy()
    policy.pairs = pairs ?? policy.pairs
    policy.ties = ties ?? policy.ties
    policy.hasMargin = margin
    policy.shape = shape
    policy.style = style ?? policy.style
    let given: [(ExportPolicy.Option, Bool)] = [
      (.pairs, pairs != nil), (.ties, ties != nil), (.margin, margin), (.shape, shape != nil), (.style, style != nil),
    ]
    policy.given = Set(given.filter(\.1).map(\.0))
    return policy
  }
}

extension ExportPolicy.Pairs: ExpressibleByArgument {}
extension ExportPolicy.Ties: ExpressibleByArgument {}
extension ExportPolicy.Shape: ExpressibleByArgument {}
extension ExportPolicy.Style: ExpressibleByArgument {}
