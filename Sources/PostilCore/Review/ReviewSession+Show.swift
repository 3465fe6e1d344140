import PostilModel

extension ReviewSession {
  /// Shows at once what decisions will have done, before they are in the project.
  mutating func show(_ decisions: [ReviewDecision]) {
    let reviewer = reviewer
    for decision in decisions {
      switch decision {
      case .resolve(let resolutions, _): for resolution in resolutions { show(resolution, of: resolution.task) }
      case .unresolve(let tasks, _): for task in tasks { show(nil, of: task) }
      case .sendBack(let task, let annotator, let text):
        change(task) { found in
          found.returned.insert(annotator)
          // The earliest number that no message has yet: only until the project has given it its own.
          let number = (found.messages.map(\.number).max() ?? 0) + 1
          found.messages.append(
            ThreadMessage(
              number: number, task: task, kind: .sentBack, from: reviewer, to: annotator,
              at: Timestamp(milliseconds: 0), text: text))
        }
      case .dropSendBack(let task, let annotator):
        change(task) { found in
          found.returned.remove(annotator)
          let last = found.messages.lastIndex { $0.kind == .sentBack && $0.to == annotator }
          if let last { found.messages.remove(at: last) }
        }
      case .addOne(let task):
        change(task) { found in if found.standing.state != .sentBack { found.standing.state = .waiting } }
      case .removeOne(let task): change(task) { _ in }
      case .setGold(let gold):
        change(gold.task) { found in
          found.gold = gold
          found.standing.isGold = true
        }
      case .dropGold(let task):
        change(task) { found in
          found.gold = nil
          found.standing.isGold = false
        }
      case .setChecked(let task, let isChecked): change(task) { $0.standing.isChecked = isChecked }
      }
    }
  }

  private mutating func show(_ resolution: Resolution?, of number: Int) {
    change(number) { $0.resolution = resolution }
    // A row whose task was not read changes too; what it is without its final answer, the project says later.
    if loaded[number] == nil, resolution != nil { queue.update(number) { $0.state = .resolved } }
  }

  private mutating func change(_ number: Int, _ change: (inout ReviewTask) -> Void) {
    guard var task = loaded[number] else { return }
    let wasWaiting = task.standing.state == .waiting
    let before = task.standing
    change(&task)
    if task.resolution != nil {
      task.standing.state = .resolved
    } else if !task.returned.isEmpty {
      task.standing.state = .sentBack
    } else if !wasWaiting, task.standing.state != .waiting {
      task.standing.state = task.standing.disagreement > 0 ? .toSettle : .unanimous
    }
    loaded[number] = task
    queue.update(number) { $0 = task.standing }
    // The counters go along, until they are read again.
    totals?.count(before, by: -1)
    totals?.count(task.standing, by: 1)
  }
}
