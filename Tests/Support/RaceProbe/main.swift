import Glibc

// race-probe ACTION PROJECT.db …: see `Probe`.
let words = Array(CommandLine.arguments.dropFirst())
do {
  print(try Probe(words).run())
} catch {
  // Swift does not let the C library's `stderr` be named.
  Array("\(error)\n".utf8).withUnsafeBytes { _ = write(2, $0.baseAddress, $0.count) }
  exit(1)
}
