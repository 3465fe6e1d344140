import ArgumentParser

/// What `postil show --pane` can bring up, and by which of the default keys.
enum ShownPane: String, ExpressibleByArgument, CaseIterable {
  case desk, queue, task, questions, guidelines, history, help, commands

  /// Keys from the desk as it opens.
  var keys: [String] {
    switch self {
    case .desk: []
    case .queue: ["h", "h", "h"]
    case .task: ["h", "h", "h", "l"]
    case .questions: ["l", "l", "l"]
    case .guidelines: ["F2"]
    case .history: ["g", "h"]
    case .help: ["?"]
    case .commands: [":"]
    }
  }
}
