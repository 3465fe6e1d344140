/// One step of the schema.
struct Migration: Sendable {
  /// The schema's version after this step: 1, 2, 3 …
  var version: Int
  /// The statements that make the step.
  var script: @Sendable (Dialect) -> String
}
