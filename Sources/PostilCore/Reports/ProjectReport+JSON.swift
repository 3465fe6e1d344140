public import PostilModel
import PostilStore

extension ProjectReport {
  /// The report as one JSON object.
  public var json: JSONValue {
    [
      "project": .string(project), "at": .string(at.iso8601), "work": work.json, "pace": pace.json,
      "costs": .array(costs.map(\.json)), "questions": .array(questions.map(\.json)),
      "people": .array(people.map(\.json)),
    ]
  }
}

extension ProjectReport.Work {
  fileprivate var json: JSONValue {
    [
      "tasks": .integer(Int64(tasks)), "begun_tasks": .integer(Int64(begunTasks)),
      "answered_tasks": .integer(Int64(answeredTasks)), "resolved_tasks": .integer(Int64(resolvedTasks)),
      "flagged_tasks": .integer(Int64(flaggedTasks)), "answers": .integer(Int64(answers)),
      "wanted_answers": .integer(Int64(wantedAnswers)),
    ]
  }
}

extension ProjectReport.Pace {
  fileprivate var json: JSONValue {
    [
      "answers_per_person_hour": .number(orNull: perPersonHour), "person_hours_left": .number(orNull: personHoursLeft),
      "answers_per_day": .number(orNull: perDay), "days_left": .number(orNull: daysLeft),
      "hours": .array(
        hours.map {
          ["start": .string($0.start.iso8601), "saves": .integer(Int64($0.saves)), "done": .integer(Int64($0.done))]
        }),
    ]
  }
}

extension ProjectReport.Cost {
  fileprivate var json: JSONValue {
    ["currency": .string(currency), "so_far": .number(soFar), "at_the_end": .number(orNull: atTheEnd)]
  }
}

extension QuestionReport {
  fileprivate var json: JSONValue {
    [
      "name": .string(name), "title": .string(title), "scale": scale == .none ? .null : .string(scale.rawValue),
      "answers": .integer(Int64(answers)), "compared_tasks": .integer(Int64(comparedTasks)), "percent": percent.json,
      "alpha": alpha.json, "alpha_95": .range(interval),
      "labels": .array(
        labels.map {
          [
            "name": .string($0.name), "answers": .integer(Int64($0.answers)), "share": .number($0.share),
            "alpha": $0.alpha.json,
          ]
        }),
    ]
  }
}

extension PersonReport {
  fileprivate var json: JSONValue {
    let gold: JSONValue =
      self.gold.map {
        [
          "right": .integer(Int64($0.right)), "of": .integer(Int64($0.of)), "share": .number($0.share),
          "share_95": .range($0.interval),
        ]
      } ?? .null
    return [
      "name": .string(person.name), "role": .string(person.role.rawValue), "kind": .string(person.kind.rawValue),
      "retired": .bool(person.isRetired), "submitted": .integer(Int64(submitted)),
      "skipped": .integer(Int64(skipped)), "flagged": .integer(Int64(flagged)),
      "resolved": .integer(Int64(resolutions)), "seconds_per_task": .number(orNull: secondsPerTask),
      "keys_per_task": .number(orNull: keysPerTask), "agreement": .number(orNull: agreement?.share), "gold": gold,
      "cost": .number(orNull: cost), "currency": person.pay.map { .string($0.currency) } ?? .null,
      "look_at": .array(flags.map { ["kind": .string($0.kind), "words": .string($0.words)] }),
    ]
  }
}

extension ReportMeasure {
  /// A number, or an object that says why there is none.
  fileprivate var json: JSONValue {
    switch self {
    case .value(let value): .number(value)
    case .undefined(let reason): ["undefined": .string(reason)]
    }
  }
}

extension JSONValue {
  fileprivate static func number(orNull value: Double?) -> JSONValue { value.map { .number($0) } ?? .null }

  fileprivate static func range(_ range: ClosedRange<Double>?) -> JSONValue {
    range.map { [.number($0.lowerBound), .number($0.upperBound)] } ?? .null
  }
}
