import Glibc
import PostilScreen
import PostilTerminal

/// Lines for the tests, each in the file before the call returns.
struct ProbeLog {
  private let file: Int32

  init() { file = getenv("PROBE_LOG").map { open($0, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600) } ?? -1 }

  func write(_ line: String) {
    guard file >= 0 else { return }
    var bytes = Array(line.utf8) + [0x0a]
    _ = Glibc.write(file, &bytes, bytes.count)
  }

  /// Writes to standard error.
  static func complain(_ text: String) {
    var bytes = Array(text.utf8)
    _ = Glibc.write(STDERR_FILENO, &bytes, bytes.count)
  }

  /// An input in few words.
  static func words(_ input: Input) -> String {
    switch input {
    case .key(let key): words(key)
    case .pasteCut(let dropped): "cut \(dropped)"
    case .woken: "woken"
    case .terminate(let why): "terminate \(why)"
    }
  }

  private static func words(_ key: Key) -> String {
    switch key {
    case .character(let scalar): "character \(scalar)"
    case .control(let character): "control \(character)"
    case .alt(let scalar): "alt \(scalar)"
    case .named(let name): "named \(name)"
    case .function(let number): "function \(number)"
    case .paste(let text): "paste \(text.utf8.count) \(text.prefix(40).debugDescription)"
    case .mouse(let mouse): "mouse \(mouse.action) \(mouse.x) \(mouse.y)"
    case .resize(let size): "resize \(size.columns) \(size.rows)"
    }
  }
}
