import Dispatch
import Glibc
import Synchronization

/// Has pictures decoded by processes of their own, so that nothing waits for a picture and nothing falls with one.
///
/// What is wanted is told as a list, the picture that one looks at first and those to be decoded ahead behind it. What is on
/// no list any more is not begun, and is ended when it holds up what is.
public final class PictureService: Sendable {
  /// An answer and what it answers.
  public struct Answered: Sendable {
    /// What was asked.
    public var request: PictureRequest
    /// What came of it.
    public var answer: PictureAnswer
    /// The file as it was just before it was asked for.
    public var file: PictureFile
  }

  /// How long one picture may take, in milliseconds.
  public static let patience = 10_000
  /// After how many milliseconds a decoder that works at what nobody wants any more is ended rather than waited for.
  private static let grace = 60

  private struct Job {
    var request: PictureRequest
    var begun: ContinuousClock.Instant
    /// Its decoder was ended because nobody wants it any more.
    var isGivenUp = false
  }

  private struct State {
    var wanted: [PictureRequest] = []
    /// What is worked at, one for each worker.
    var jobs: [Job?]
    /// Their processes, started when there is work.
    var children: [DecoderChild?]
    var answered: [Answered] = []
    var isClosed = false
  }

  private let program: String
  private let wake: @Sendable () -> Void
  private let state: Mutex<State>
  private let queues: [DispatchQueue]

  /// A service.
  ///
  /// - Parameters:
  ///   - program: the path of `postil-decoder`.
  ///   - workers: how many processes at most; they are started when there is work for them.
  ///   - wake: called, from any thread, when an answer is there.
  public init(program: String, workers: Int = 2, wake: @escaping @Sendable () -> Void) {
    self.program = program
    self.wake = wake
    let none = max(1, workers)
    state = Mutex(State(jobs: Array(repeating: nil, count: none), children: Array(repeating: nil, count: none)))
    queues = (0..<max(1, workers)).map { DispatchQueue(label: "postil.pictures.\($0)", qos: .userInitiated) }
  }

  /// Says what is wanted from now on, most wanted first.
  ///
  /// What was given up and is wanted again is asked once more, when its decoder has ended.
  public func want(_ requests: [PictureRequest]) {
    let idle = state.withLock { state -> [Int] in
      guard !state.isClosed else { return [] }
      let jobs = state.jobs.compactMap { $0 }.filter { !$0.isGivenUp }
      let underWay = jobs.map(\.request) + state.answered.map(\.request)
      state.wanted = requests.filter { !underWay.contains($0) }
      guard !state.wanted.isEmpty else { return [] }
      let idle = state.jobs.indices.filter { state.jobs[$0] == nil }
      if idle.isEmpty { Self.endUnwanted(&state, requests) }
      return idle
    }
    for worker in idle { queues[worker].async { [self] in work(worker) } }
  }

  /// Ends decoders that have long worked at what nobody wants any more.
  private static func endUnwanted(_ state: inout State, _ requests: [PictureRequest]) {
    for worker in state.jobs.indices {
      guard let job = state.jobs[worker], !requests.contains(job.request) else { continue }
      guard ContinuousClock.now - job.begun > .milliseconds(grace) else { continue }
      state.jobs[worker]?.isGivenUp = true
      state.children[worker]?.kill()
    }
  }

  /// The answers that have come since the last call.
  public func takeAnswers() -> [Answered] {
    state.withLock { state in
      defer { state.answered = [] }
      return state.answered
    }
  }

  /// Ends all decoders.
  public func close() {
    state.withLock { state in
      state.isClosed = true
      state.wanted = []
      for child in state.children { child?.kill() }
    }
    for queue in queues { queue.sync {} }
    state.withLock { state in
      for worker in state.children.indices { state.children[worker] = nil }
    }
  }

  // MARK: Workers

  /// Works until nothing is wanted any more.
  private func work(_ worker: Int) {
    while let (request, child) = begin(worker) {
      let file = PictureFile(path: request.path)
      let answer = answer(to: request, by: child, of: worker)
      let dropped = state.withLock { state -> DecoderChild? in
        // An answer may be there though its decoder was ended: that one answers nothing more.
        let isEnded = state.jobs[worker]?.isGivenUp ?? false
        let dropped = isEnded ? state.children[worker] : nil
        if isEnded { state.children[worker] = nil }
        state.jobs[worker] = nil
        if let answer {
          state.wanted.removeAll { $0 == request }
          state.answered.append(Answered(request: request, answer: answer, file: file))
        }
        return dropped
      }
      dropped?.end()
      wake()
    }
  }

  /// Takes the most wanted, and the process to ask: a new one where there is none.
  private func begin(_ worker: Int) -> (PictureRequest, DecoderChild?)? {
    state.withLock { state in
      guard !state.isClosed, state.jobs[worker] == nil, !state.wanted.isEmpty else { return nil }
      let request = state.wanted.removeFirst()
      state.jobs[worker] = Job(request: request, begun: .now)
      if state.children[worker] == nil { state.children[worker] = DecoderChild(program: program) }
      return (request, state.children[worker])
    }
  }

  /// Nil when the request was given up because nobody wants it.
  private func answer(to request: PictureRequest, by child: DecoderChild?, of worker: Int) -> PictureAnswer? {
    var child = child
    // What broke off may have been at its end before it was asked: a new one is asked before a file is blamed.
    for attempt in 0...1 {
      guard let asked = child else {
        return .problem(PictureProblem("the program that decodes, \(program), cannot be started", mayPass: true))
      }
      let begun = ContinuousClock.now
      let bytes = asked.ask(request.wireBytes, within: Self.patience)
      if let bytes, let answer = PictureAnswer(wireBytes: bytes, to: request) { return answer }
      let isOver = ContinuousClock.now - begun > .milliseconds(Self.patience - 100)
      let isLast = bytes != nil || isOver || attempt == 1
      let isGivenUp = state.withLock { state in
        let isGivenUp = state.isClosed || state.jobs[worker]?.isGivenUp ?? false
        state.children[worker] = isLast || isGivenUp ? nil : DecoderChild(program: program)
        child = state.children[worker]
        return isGivenUp
      }
      if isGivenUp { return nil }
      if isLast { return .problem(Self.problem(isNone: bytes != nil, isOver: isOver)) }
    }
    return nil
  }

  /// What a decoder's ending is told as. It may have been the machine's state, so all of these may pass.
  private static func problem(isNone: Bool, isOver: Bool) -> PictureProblem {
    let words =
      isNone
      ? "the decoder gave an answer that is none"
      : isOver
        ? "decoding took longer than \(patience / 1000) seconds and was ended"
        : "the decoder broke off at it: the file is damaged, or wants too much memory"
    return PictureProblem(words, mayPass: true)
  }
}
