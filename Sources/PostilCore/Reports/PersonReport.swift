public import PostilModel
public import PostilStore

/// Somebody's part in a project.
public struct PersonReport: Sendable, Hashable {
  /// How they answered tasks whose answer is known.
  public struct Gold: Sendable, Hashable {
    /// How many they met.
    public var right: Int
    /// Of how many.
    public var of: Int
    /// Wilson's 95 % interval of the share.
    public var interval: ClosedRange<Double>

    /// The share that they met, 0 to 1.
    public var share: Double { Double(right) / Double(of) }
  }

  /// How often they said the same as others to the same task.
  public struct Agreement: Sendable, Hashable {
    /// Comparisons with one other person on one task in which all answers were the same.
    public var same: Int
    /// All comparisons.
    public var of: Int

    /// The share of the same, 0 to 1.
    public var share: Double { Double(same) / Double(of) }
  }

  /// Their entry on the roster.
  public var person: Person
  /// Tasks submitted.
  public var submitted: Int
  /// Tasks skipped.
  public var skipped: Int
  /// Tasks that they are not sure about.
  public var flagged: Int
  /// Final answers that they settled.
  public var resolutions: Int
  /// Active seconds a submitted task, over those whose time is told; nil where none is.
  public var secondsPerTask: Double?
  /// Keys a submitted task, over those whose keys are told; nil where none are.
  public var keysPerTask: Double?
  /// How often they agree with others; nil where nobody else answered the same tasks.
  public var agreement: Agreement?
  /// Gold; nil where they met none.
  public var gold: Gold?
  /// What they earned so far; nil without pay.
  public var cost: Double?
  /// Their saves by the hour, earlier first.
  public var hours: [SaveHour]
  /// What a lead may want to look at.
  public var flags: [PersonFlag]
}
