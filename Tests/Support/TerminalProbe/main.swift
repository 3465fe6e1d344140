import Glibc
import PostilTerminal

// A program for the tests of the terminal. It writes each input to the file that PROBE_LOG names, and shows the last ones.
do {
  let probe = try Probe()
  exit(probe.run())
} catch {
  ProbeLog.complain("\(error)\n")
  exit(1)
}
