import ArgumentParser
import PostilCore
import PostilUI

/// What `postil show --pane` can bring up.
enum ShownPane: String, ExpressibleByArgument, CaseIterable {
  case desk, queue, task, candidates, questions, guidelines, history, help, commands

  /// The pane of the desk; nil for the desk as it opens and for what lies over it.
  var pane: Pane? { Pane(rawValue: rawValue) }

  /// The command that brings up what lies over the desk.
  var command: Command? {
    switch self {
    case .history: .history
    case .help: .help
    case .commands: .palette
    case .desk, .queue, .task, .candidates, .questions, .guidelines: nil
    }
  }
}
