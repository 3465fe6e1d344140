/// The shape of one record in a foreign format.
protocol PreferenceShape: Sendable {
  /// The format's name.
  var name: String { get }
  /// How many responses come with a prompt.
  var responses: ResponseCount { get }
  /// What a record says.
  ///
  /// - Throws: why it cannot be one.
  func record(of source: SourceObject) throws(Rejection) -> PreferenceRecord
}

/// How many responses a format brings with a prompt.
enum ResponseCount: Sendable {
  /// One, or none.
  case one
  /// Several, among which people choose.
  case several
}
