import PostilCore
import PostilModel
import PostilScreen

/// How an annotation's state is shown.
enum StateSign {
  static func sign(_ state: AnnotationState) -> Sign {
    switch state {
    case .open: .open
    case .draft: .draft
    case .submitted: .done
    case .skipped: .skipped
    }
  }

  /// The sign of a task that was handed out: what is special about it, else its state.
  static func sign(_ state: AnnotationState, _ mark: TaskMark?) -> Sign {
    switch mark {
    case .sentBack: .sentBack
    case .answered: .answered
    case .asked: .flagged
    case nil: sign(state)
    }
  }

  static func role(_ state: AnnotationState, _ mark: TaskMark?) -> Role {
    switch mark {
    case .sentBack, .answered: .stateSentback
    case .asked: .stateFlagged
    case nil: role(state)
    }
  }

  static func word(_ state: AnnotationState, _ mark: TaskMark?) -> String {
    switch mark {
    case .sentBack: "sent back"
    case .answered: "answered"
    case .asked: "asked"
    case nil: word(state)
    }
  }

  static func role(_ state: AnnotationState) -> Role {
    switch state {
    case .open: .stateOpen
    case .draft: .stateDraft
    case .submitted: .stateDone
    case .skipped: .stateSkipped
    }
  }

  static func word(_ state: AnnotationState) -> String {
    switch state {
    case .open: "open"
    case .draft: "draft"
    case .submitted: "done"
    case .skipped: "skipped"
    }
  }
}
