import PostilMeasures
import PostilModel

/// Counts the answers to one question, task by task.
struct QuestionTally {
  let question: Question
  let scale: QuestionReport.Scale
  /// Whether answers can be held against each other at all: texts that people write never are the same.
  let isComparable: Bool
  private var codes: [MeasuredAnswer: Int] = [:]
  private var agreement: AgreementTally?
  private var labelAgreement: [AgreementTally] = []
  private var labelCounts: [Int] = []
  private var same = 0
  private var pairs = 0
  private var comparedTasks = 0
  private var answers = 0

  init(_ question: Question) {
    self.question = question
    (scale, isComparable) = Self.scale(of: question.kind)
    agreement = scale.metric.map { AgreementTally(metric: $0) }
    for choice in question.kind.choices where scale == .nominal {
      codes[.category(choice.name)] = codes.count
      labelCounts.append(0)
    }
    if isOfSets { labelAgreement = question.kind.choices.map { _ in AgreementTally(metric: .nominal) } }
  }

  /// Asks the kind how it measures, so that a new kind needs no line here.
  private static func scale(of kind: any QuestionKind) -> (QuestionReport.Scale, isComparable: Bool) {
    switch kind.measured(.integer(1)) {
    case .number: return (.interval, true)
    case .step: return (.ordinal, true)
    default: break
    }
    switch kind.measured(.string("")) {
    case .category: return (.nominal, true)
    case .text: return (.none, false)
    default: break
    }
    switch kind.measured(.array([])) {
    case .categories: return (.nominal, true)
    // Regions never are the same to the pixel; how much they overlap is told task by task.
    case .regions: return (.none, false)
    default: break
    }
    return (.none, true)
  }

  private var isOfSets: Bool {
    if case .categories = question.kind.measured(.array([])) { true } else { false }
  }

  /// Counts a task's answers; nil for those who gave none. The results are codes, the same for the same answer, −1 for
  /// none.
  mutating func add(_ given: [JSONValue?], into found: inout [Int]) {
    found.removeAll(keepingCapacity: true)
    var values: [Double] = []
    for answer in given {
      guard let answer else {
        found.append(-1)
        continue
      }
      answers += 1
      let measured = question.kind.measured(answer)
      let code = code(of: measured)
      found.append(code)
      switch measured {
      case .step(let value), .number(let value): values.append(value)
      default: if scale == .nominal { values.append(Double(code)) }
      }
      count(measured, code)
    }
    agreement?.add(values)
    if isOfSets { addLabels(given) }
    countPairs(found)
  }

  private mutating func code(of measured: MeasuredAnswer) -> Int {
    // Orders and texts are seldom the same twice: no table of them is kept.
    guard scale == .nominal || scale == .ordinal else { return measured.hashValue & Int.max }
    if let known = codes[measured] { return known }
    codes[measured] = codes.count
    return codes.count - 1
  }

  private mutating func count(_ measured: MeasuredAnswer, _ code: Int) {
    switch measured {
    case .category: if code < labelCounts.count { labelCounts[code] += 1 }
    case .categories(let names):
      for (place, choice) in question.kind.choices.enumerated() where names.contains(choice.name) {
        labelCounts[place] += 1
      }
    default: break
    }
  }

  private mutating func addLabels(_ given: [JSONValue?]) {
    let sets = given.compactMap { $0.map { question.kind.measured($0) } }
    for (place, choice) in question.kind.choices.enumerated() {
      labelAgreement[place].add(
        sets.map { set in
          if case .categories(let names) = set, names.contains(choice.name) { return 1 }
          return 0
        })
    }
  }

  private mutating func countPairs(_ found: [Int]) {
    let given = found.count { $0 >= 0 }
    guard given > 1 else { return }
    comparedTasks += 1
    pairs += given * (given - 1) / 2
    for (place, one) in found.enumerated() where one >= 0 {
      for other in found[(place + 1)...] where other == one { same += 1 }
    }
  }

  /// The name of a code that stands for a label or a step; nil for others.
  func name(ofCode code: Int) -> String? {
    switch codes.first(where: { $0.value == code })?.key {
    case .category(let name): name
    case .step(let value): value == value.rounded() ? String(Int(value)) : String(value)
    default: nil
    }
  }

  /// What was counted.
  func report(seed: UInt64) -> QuestionReport {
    let choices = question.kind.choices
    return QuestionReport(
      name: question.name, title: question.title, scale: scale, answers: answers, comparedTasks: comparedTasks,
      percent: isComparable
        ? (pairs > 0 ? .value(Double(same) / Double(pairs)) : .undefined(UndefinedMeasure.noPairs.description))
        : .undefined("texts are not compared"),
      alpha: agreement.map { tally in .of { () throws(UndefinedMeasure) in try tally.alpha() } }
        ?? .undefined(isComparable ? "no metric for such answers" : "texts are not compared"),
      interval: agreement?.interval(seed: seed),
      labels: scale != .nominal ? [] : choices.enumerated().map { place, choice in label(choice, at: place) })
  }

  private func label(_ choice: Choice, at place: Int) -> QuestionReport.Label {
    QuestionReport.Label(
      name: choice.name, answers: labelCounts[place],
      share: answers > 0 ? Double(labelCounts[place]) / Double(answers) : 0,
      alpha: .of { () throws(UndefinedMeasure) in
        if isOfSets { return try labelAgreement[place].alpha() }
        guard let agreement else { throw .noPairs }
        return try agreement.alpha(of: Double(place))
      })
  }
}

extension QuestionReport.Scale {
  /// The metric of alpha; nil where there is none.
  fileprivate var metric: KrippendorffAlpha.Metric? {
    switch self {
    case .nominal: .nominal
    case .ordinal: .ordinal
    case .interval: .interval
    case .none: nil
    }
  }
}

extension ReportMeasure {
  /// A measure, or the reason why it is undefined.
  fileprivate static func of(_ measure: () throws(UndefinedMeasure) -> Double) -> ReportMeasure {
    do throws(UndefinedMeasure) { return .value(try measure()) } catch { return .undefined(error.description) }
  }
}
