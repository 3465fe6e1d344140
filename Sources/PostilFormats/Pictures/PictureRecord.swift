import PostilModel

/// A picture of a foreign file by what it says, before the project's fields take it.
struct PictureRecord {
  /// Regions that somebody or a model marked.
  struct Proposal {
    var regions: [Region] = []
    /// Whether a model says so: then it is nobody's answer.
    var isPrediction = false
    /// Whose they are; nil when the file does not say.
    var model: String?
    /// How sure the model is.
    var score: Double?
    /// Why they cannot be taken, in words that go on after the record; nil when they can.
    var problem: String?

    /// Notes the first problem.
    mutating func fail(_ words: String) { problem = problem ?? words }
  }

  /// What the file calls the picture, the likeliest first.
  var names: [String] = []
  /// The size that the file says.
  var size: PictureSize?
  /// What was marked; empty when the file says nothing of it. A picture without anything in it has one without regions.
  var proposals: [Proposal] = []
  /// The class of the whole picture.
  var label: String?
  /// What else is known.
  var metadata = JSONObject()

  /// A picture.
  init(names: [String]) { self.names = names }
}
