import CNcurses
import Glibc

/// Keeps what is written to standard error away from the screen, in memory, and shows it afterwards.
nonisolated struct ErrorCapture {
  /// Where standard error really goes.
  let real: Int32
  /// What was written so far.
  let memory: Int32

  /// Starts. Nil when standard error is no terminal and disturbs nothing, or when there is no memory for it.
  init?() {
    guard isatty(STDERR_FILENO) == 1 else { return nil }
    memory = cn_memfd()
    guard memory >= 0 else { return nil }
    real = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
    guard real >= 0 else {
      Glibc.close(memory)
      return nil
    }
    resume()
  }

  /// Standard error goes to the terminal, while the screen is not shown.
  func pause() { dup2(real, STDERR_FILENO) }

  /// Standard error goes to memory again.
  func resume() { dup2(memory, STDERR_FILENO) }

  /// Ends; the last 64 KiB of what was kept appear on standard error.
  func finish() {
    pause()
    let length = lseek(memory, 0, SEEK_END)
    var offset = max(0, length - 65_536)
    var buffer = [UInt8](repeating: 0, count: 8_192)
    while offset < length {
      let count = pread(memory, &buffer, buffer.count, offset)
      guard count > 0, write(STDERR_FILENO, buffer, count) == count else { break }
      offset += count
    }
    Glibc.close(memory)
    Glibc.close(real)
  }
}
