import Glibc
import PostilModel
import PostilStore

/// Counts a project's judgements task by task, in memory that depends on people and questions and not on tasks.
struct ReportTally {
  private let project: Project
  private let survey: JudgementSurvey
  private let openAnswers: Int
  private var questions: [QuestionTally]
  private var people: [PersonTally]
  private var places: [Int: Int] = [:]
  private var isHuman: [Bool]
  private var pairs = PairTally()
  private var answers = 0
  private var answeredTasks = 0
  private var flaggedTasks = 0
  // Kept from task to task for their room.
  private var submitted: [JudgedTask.Judgement] = []
  private var whose: [Int] = []
  private var codes: [[Int]]
  private var kinds: [Int] = []
  private var kindCounts: [Int] = []

  init(_ project: Project, _ survey: JudgementSurvey, openAnswers: Int) {
    self.project = project
    self.survey = survey
    self.openAnswers = openAnswers
    questions = project.questions.map(QuestionTally.init)
    people = survey.annotators.map { PersonTally($0, questions: project.questions.count) }
    isHuman = survey.annotators.map { $0.person.kind == .person }
    codes = project.questions.map { _ in [] }
    for (place, annotator) in survey.annotators.enumerated() { places[annotator.number] = place }
  }

  /// Counts a task.
  mutating func add(_ task: borrowing JudgedTask) {
    submitted.removeAll(keepingCapacity: true)
    whose.removeAll(keepingCapacity: true)
    var isFlagged = false
    for judgement in task.judgements {
      guard let place = places[judgement.annotator] else { continue }
      if isHuman[place], judgement.isFlagged { isFlagged = true }
      people[place].addTime(judgement.activeMilliseconds)
      guard judgement.state == .submitted else { continue }
      people[place].add(
        judgement,
        isTooFast: project.review.isTooFast(milliseconds: judgement.activeMilliseconds, length: task.length))
      guard isHuman[place] else { continue }
      submitted.append(judgement)
      whose.append(place)
    }
    answers += submitted.count
    if submitted.count >= task.wanted { answeredTasks += 1 }
    if isFlagged, !survey.askedTasks.contains(task.number) { flaggedTasks += 1 }
    guard !submitted.isEmpty else { return }
    addAnswers()
    compare()
  }

  private mutating func addAnswers() {
    for index in questions.indices {
      let name = questions[index].question.name
      questions[index].add(submitted.map { $0.answers[name] }, into: &codes[index])
      guard questions[index].scale == .nominal || questions[index].scale == .ordinal else { continue }
      for (place, code) in zip(whose, codes[index]) where code >= 0 { people[place].add(code: code, toQuestion: index) }
    }
  }

  /// Of very many answers to one task, this many people are held against each other, as the review queue does.
  private static let mostCompared = 40

  private mutating func compare() {
    guard submitted.count > 1, findKinds() else { return }
    let compared = submitted.indices.prefix(Self.mostCompared)
    var sizes = [Int](repeating: 0, count: kindCounts.count)
    for one in compared { sizes[kinds[one]] += 1 }
    for one in compared {
      people[whose[one]].compare(
        .init(same: sizes[kinds[one]] - 1, of: compared.count - 1), at: submitted[one].savedAt)
      if let most = majority(without: kinds[one], nil) {
        people[whose[one]].add(
          isApart: kinds[one] != most, isAlone: kindCounts[kinds[one]] <= 2, at: submitted[one].savedAt)
      }
      for other in compared.dropFirst(one + 1) {
        let isSame = kinds[one] == kinds[other]
        let isAlone = majority(without: kinds[one], kinds[other]).map {
          $0 != kinds[one] && kindCounts[kinds[one]] == 2
        }
        pairs.add(min(whose[one], whose[other]), max(whose[one], whose[other]), isSame: isSame, isAlone: isAlone)
      }
    }
  }

  /// Puts the annotations into kinds that are alike in all answers that can be compared; false when none can.
  private mutating func findKinds() -> Bool {
    let comparable = questions.indices.filter { questions[$0].isComparable }
    kinds.removeAll(keepingCapacity: true)
    kindCounts.removeAll(keepingCapacity: true)
    for place in submitted.indices {
      let same = kinds.indices.first { other in comparable.allSatisfy { codes[$0][other] == codes[$0][place] } }
      let kind = same.map { kinds[$0] } ?? kindCounts.count
      if same == nil { kindCounts.append(0) }
      kindCounts[kind] += 1
      kinds.append(kind)
    }
    return !comparable.isEmpty
  }

  /// The kind of most annotations beside one or two; nil when fewer than two are left, or no kind has most of them.
  private func majority(without one: Int, _ other: Int?) -> Int? {
    let left = submitted.count - (other == nil ? 1 : 2)
    guard left > 1 else { return nil }
    return kindCounts.indices.first { kind in
      (kindCounts[kind] - (kind == one ? 1 : 0) - (kind == other ? 1 : 0)) * 2 > left
    }
  }

  // MARK: The report

  /// What was counted.
  func report(at now: Timestamp) -> ProjectReport {
    let work = ProjectReport.Work(
      tasks: survey.tasks, begunTasks: survey.submittedTasks, answeredTasks: answeredTasks,
      resolvedTasks: survey.resolvedTasks, answers: answers, openAnswers: openAnswers,
      flaggedTasks: flaggedTasks + survey.askedTasks.count)
    var flags = alwaysTheSame
    for pair in pairs.striking(among: people) {
      for (one, other) in [(pair.one, pair.other), (pair.other, pair.one)] {
        flags[one].append(
          .likeAnother(
            name: people[other].annotator.person.name, same: pair.count.same, of: pair.count.of, expected: pair.rate))
      }
    }
    let reports = people.indices.map { people[$0].report(flags: flags[$0]) }
    return ProjectReport(
      project: project.name, at: now, work: work, pace: pace(), costs: costs(work),
      questions: questions.map { $0.report(seed: 1) },
      people: reports.filter { $0.person.kind == .person } + reports.filter { $0.person.kind == .model })
  }

  private static let fewestSame = 20
  private static let shareSame = 0.95
  /// How unlikely it must be that somebody who answers as the others do gives one label each time.
  private static let chanceOfSame = 0.001

  private var alwaysTheSame: [[PersonFlag]] {
    var flags = [[PersonFlag]](repeating: [], count: people.count)
    for index in questions.indices {
      for place in people.indices where isHuman[place] {
        guard let code = people[place].mostFrequentCode(ofQuestion: index) else { continue }
        let own = people[place].count(ofCode: code, question: index)
        guard own.of >= Self.fewestSame, Double(own.count) >= Self.shareSame * Double(own.of),
          let name = questions[index].name(ofCode: code)
        else { continue }
        var others = (count: 0, of: 0)
        for other in people.indices where other != place && isHuman[other] {
          let count = people[other].count(ofCode: code, question: index)
          others = (others.count + count.count, others.of + count.of)
        }
        guard others.of > 0 else { continue }
        let chance = pow(Double(others.count) / Double(others.of), Double(own.of))
        guard chance < Self.chanceOfSame else { continue }
        flags[place].append(
          .alwaysTheSame(question: questions[index].question.name, label: name, count: own.count, of: own.of))
      }
    }
    return flags
  }

  private func pace() -> ProjectReport.Pace {
    let human = survey.annotators.filter { $0.person.kind == .person }.map(\.progress)
    var hours: [Int64: SaveHour] = [:]
    for hour in human.flatMap(\.hours) {
      var sum = hours[hour.start.milliseconds] ?? SaveHour(start: hour.start, saves: 0, done: 0)
      sum.saves += hour.saves
      sum.done += hour.done
      hours[hour.start.milliseconds] = sum
    }
    let perHour = HourlyPace(of: human).tasksPerHour
    var days: [Int64: Int] = [:]
    for hour in hours.values { days[hour.start.milliseconds / 86_400_000, default: 0] += hour.done }
    let latest = days.sorted { $0.key > $1.key }.prefix(7).map(\.value)
    let done = latest.reduce(0, +)
    let perDay = done > 0 ? Double(done) / Double(latest.count) : nil
    return ProjectReport.Pace(
      perPersonHour: perHour, personHoursLeft: perHour.map { Double(openAnswers) / $0 }, perDay: perDay,
      daysLeft: perDay.map { Double(openAnswers) / $0 },
      hours: hours.values.sorted { $0.start < $1.start })
  }

  private func costs(_ work: ProjectReport.Work) -> [ProjectReport.Cost] {
    var sums: [String: Double] = [:]
    for person in people {
      if let pay = person.annotator.person.pay, let cost = person.cost { sums[pay.currency, default: 0] += cost }
    }
    return sums.sorted { $0.key < $1.key }.map { currency, cost in
      let end = work.answers > 0 ? cost * Double(work.wantedAnswers) / Double(work.answers) : nil
      return ProjectReport.Cost(currency: currency, soFar: cost, atTheEnd: cost > 0 ? end : nil)
    }
  }
}
