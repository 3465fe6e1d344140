import Dispatch
import PostilModel
import PostilPictures
import Synchronization

/// The files that could not be shown, and when to try again: when one has changed, or after a while where the machine's
/// state may have been the reason. Looked at beside the keys, which never wait for a file.
final class PictureProblems: Sendable {
  /// How long a problem that may pass is believed, in milliseconds.
  private static let patience: Int64 = 10_000
  /// How often files are looked at, at most, in milliseconds.
  private static let pause: Int64 = 1_000

  private struct Problem {
    var file: PictureFile
    /// When it is asked for again in any case; nil for never.
    var end: Timestamp?
  }

  private struct State {
    var problems: [String: Problem] = [:]
    var over: Set<String> = []
    var isLooking = false
    var looked: Timestamp?
  }

  private let state = Mutex(State())
  private let queue = DispatchQueue(label: "postil.pictures.problems", qos: .utility)
  private let wake: @Sendable () -> Void

  init(wake: @escaping @Sendable () -> Void) { self.wake = wake }

  /// Takes note of an answer.
  func note(_ answered: PictureService.Answered, now: Timestamp) {
    let path = answered.request.path
    state.withLock { state in
      guard case .problem(let problem) = answered.answer else {
        state.problems[path] = nil
        return
      }
      let end = problem.mayPass ? Timestamp(milliseconds: now.milliseconds + Self.patience) : nil
      state.problems[path] = Problem(file: answered.file, end: end)
    }
  }

  /// Forgets all.
  func forget() {
    state.withLock { state in
      state.problems = [:]
      state.over = []
    }
  }

  /// Looks, beside, which problems are over; wakes the desk up when there are some.
  func look(now: Timestamp) {
    let problems = state.withLock { state -> [String: Problem] in
      // A clock that was set back must not keep it from looking.
      let isDue = state.looked.map { !(0..<Self.pause).contains(now.milliseconds - $0.milliseconds) } ?? true
      guard isDue, !state.isLooking, !state.problems.isEmpty else { return [:] }
      state.isLooking = true
      state.looked = now
      return state.problems
    }
    guard !problems.isEmpty else { return }
    queue.async { [self] in
      let over = problems.filter { path, problem in
        problem.end.map { $0 <= now } ?? false || PictureFile(path: path) != problem.file
      }
      state.withLock { state in
        state.isLooking = false
        for path in over.keys where state.problems.removeValue(forKey: path) != nil { state.over.insert(path) }
      }
      if !over.isEmpty { wake() }
    }
  }

  /// The paths whose problems are over, since the last call.
  func takeOver() -> Set<String> {
    state.withLock { state in
      defer { state.over = [] }
      return state.over
    }
  }
}
