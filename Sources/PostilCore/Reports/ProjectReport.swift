public import PostilModel
public import PostilStore

/// How a project stands: what a lead wants to know of the work, of agreement, and of everybody's part.
public struct ProjectReport: Sendable, Hashable {
  /// How far the work is.
  public struct Work: Sendable, Hashable {
    /// Tasks.
    public var tasks: Int
    /// Tasks that somebody has submitted.
    public var begunTasks: Int
    /// Tasks that have all the answers that they want.
    public var answeredTasks: Int
    /// Tasks with a final answer.
    public var resolvedTasks: Int
    /// Answers that people have submitted.
    public var answers: Int
    /// Answers that are still wanted, of tasks that are not settled.
    public var openAnswers: Int
    /// Tasks that somebody is not sure about.
    public var flaggedTasks: Int

    /// Answers that there will be when all that are wanted are there.
    public var wantedAnswers: Int { answers + openAnswers }
  }

  /// How fast the work goes, from the latest hours and days in which somebody saved.
  public struct Pace: Sendable, Hashable {
    /// Answers in an hour of one person's work; nil before there is enough to tell.
    public var perPersonHour: Double?
    /// Hours of one person's work until all answers are there.
    public var personHoursLeft: Double?
    /// Answers of all in a day on which somebody worked.
    public var perDay: Double?
    /// Such days until all answers are there.
    public var daysLeft: Double?
    /// Everybody's saves by the hour, earlier first, hours without a save left out.
    public var hours: [SaveHour]
  }

  /// What the work costs in one currency.
  public struct Cost: Sendable, Hashable {
    /// The currency's name; empty where none is told.
    public var currency: String
    /// What was earned so far.
    public var soFar: Double
    /// What all of it will have cost, if the rest costs as much an answer; nil before the first answer that is paid.
    public var atTheEnd: Double?
  }

  /// The project's name.
  public var project: String
  /// When it was made.
  public var at: Timestamp
  /// How far the work is.
  public var work: Work
  /// How fast it goes.
  public var pace: Pace
  /// What it costs, by currency.
  public var costs: [Cost]
  /// How far people agree, by question.
  public var questions: [QuestionReport]
  /// Everybody's part, people before models, by name.
  public var people: [PersonReport]

  /// The report for those who may not see what people are paid.
  public var withoutPay: ProjectReport {
    var report = self
    report.costs = []
    for place in report.people.indices {
      report.people[place].cost = nil
      report.people[place].person.pay = nil
    }
    return report
  }
}
