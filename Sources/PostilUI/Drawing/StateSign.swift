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
