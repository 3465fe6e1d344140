import PostilMeasures
import PostilModel
import PostilStore

/// Counts one person's part, task by task.
struct PersonTally {
  /// Comparisons with others.
  struct Comparisons {
    var same = 0
    var of = 0

    mutating func add(_ isSame: Bool) { add(Comparisons(same: isSame ? 1 : 0, of: 1)) }

    mutating func add(_ other: Comparisons) {
      same += other.same
      of += other.of
    }

    var share: Double { Double(same) / Double(max(1, of)) }
  }

  let annotator: JudgementSurvey.Annotator
  private(set) var comparisons = Comparisons()
  /// Tasks on which most of at least two others said the same: how often they said something that at most one other said.
  private(set) var alone = Comparisons()
  private(set) var answers = 0
  /// Active time on what they submitted.
  private(set) var activeMilliseconds = 0
  /// Active time on all that they saved: what they skipped took time, too.
  private var paidMilliseconds = 0
  /// The first and last third of their work, with most others and with each other person.
  private var withMost = Drift()
  private var withEach = Drift()
  private var timed = 0
  private var keyed = 0
  private var keys = 0
  private var tooFast = 0
  private var gold = Comparisons()
  /// By question: how often each code was given.
  private var codes: [[Int: Int]]

  init(_ annotator: JudgementSurvey.Annotator, questions: Int) {
    self.annotator = annotator
    codes = [[Int: Int]](repeating: [:], count: questions)
  }

  /// Counts the time that they took for a task that they saved in any state.
  mutating func addTime(_ milliseconds: Int) { paidMilliseconds += milliseconds }

  /// Counts what they submitted to a task.
  mutating func add(_ judgement: JudgedTask.Judgement, isTooFast: Bool) {
    answers += 1
    if judgement.activeMilliseconds > 0 {
      timed += 1
      activeMilliseconds += judgement.activeMilliseconds
      if isTooFast { tooFast += 1 }
    }
    if judgement.keysPressed > 0 {
      keyed += 1
      keys += judgement.keysPressed
    }
    if let isRight = judgement.isRight { gold.add(isRight) }
  }

  /// Counts an answer's code.
  mutating func add(code: Int, toQuestion question: Int) { codes[question][code, default: 0] += 1 }

  /// Counts comparisons with the other people's answers to the same task.
  mutating func compare(_ others: Comparisons, at moment: Timestamp) {
    guard others.of > 0 else { return }
    comparisons.add(others)
    withEach.add(others.share, at: moment, thirds: annotator.thirds)
  }

  /// Counts whether they said something else than most others, alone or with one other.
  mutating func add(isApart: Bool, isAlone: Bool, at moment: Timestamp) {
    alone.add(isApart && isAlone)
    withMost.add(isApart ? 0 : 1, at: moment, thirds: annotator.thirds)
  }

  /// How often a code was given to a question, and how often any was.
  func count(ofCode code: Int, question: Int) -> (count: Int, of: Int) {
    (codes[question][code] ?? 0, codes[question].values.reduce(0, +))
  }

  /// The code that was given most often to a question.
  func mostFrequentCode(ofQuestion question: Int) -> Int? {
    codes[question].max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// What they earned so far; nil without pay.
  var cost: Double? {
    annotator.person.pay?.cost(tasks: annotator.progress.progress.submitted, activeMilliseconds: paidMilliseconds)
  }

  /// What was counted, with what was seen by others beside.
  func report(flags: [PersonFlag]) -> PersonReport {
    let interval = try? WilsonInterval.interval(successes: gold.same, of: gold.of)
    return PersonReport(
      person: annotator.person, submitted: annotator.progress.progress.submitted,
      skipped: annotator.progress.progress.skipped, flagged: annotator.progress.progress.flagged,
      resolutions: annotator.resolutions,
      secondsPerTask: timed > 0 ? Double(activeMilliseconds) / 1000 / Double(timed) : nil,
      keysPerTask: keyed > 0 ? Double(keys) / Double(keyed) : nil,
      agreement: comparisons.of > 0 ? .init(same: comparisons.same, of: comparisons.of) : nil,
      gold: interval.map { .init(right: gold.same, of: gold.of, interval: $0) }, cost: cost,
      hours: annotator.progress.hours, flags: ownFlags + flags)
  }

  private static let fewestTooFast = 5
  private static let shareTooFast = 0.1

  private var ownFlags: [PersonFlag] {
    var flags: [PersonFlag] = []
    if tooFast >= Self.fewestTooFast, Double(tooFast) >= Self.shareTooFast * Double(timed) {
      flags.append(.tooFast(count: tooFast, of: timed))
    }
    // With most others, if there is a majority: one who tires pulls each other person's agreement down too.
    let drift = withMost.hasEnough ? withMost : withEach
    if drift.isStriking { flags.append(.drift(first: drift.first.mean, last: drift.last.mean)) }
    return flags
  }
}
