/// The disk, the locale and the terminal.
struct SurroundingsCheck {
  private let setup: DoctorSetup

  init(_ setup: DoctorSetup) { self.setup = setup }

  func findings() -> [Finding] { disk() + locale() + terminal() }

  private func disk() -> [Finding] {
    guard let free = setup.freeBytes, free < 512 << 20 else { return [] }
    let remedy = "Make room. A save that does not fit is kept as a draft, and the desk says so."
    // SQLite's log grows to some megabytes before it is folded in, and a backup needs the database's size again.
    return [Finding(free < 32 << 20 ? .error : .warning, "only \(free >> 20) MB are free on the disk", remedy: remedy)]
  }

  private func locale() -> [Finding] {
    let name = setup.codeset.uppercased().filter { $0 != "-" }
    guard name != "UTF8" else { return [] }
    let message = "the locale's encoding is \(setup.codeset.isEmpty ? "unknown" : setup.codeset) and not UTF-8"
    let remedy = "Lines are drawn with ASCII, and other scripts cannot be shown. Try: export LC_ALL=C.UTF-8"
    return [Finding(.warning, message, remedy: remedy)]
  }

  private func terminal() -> [Finding] {
    switch setup.terminal ?? "" {
    case "":
      return [Finding(.warning, "TERM is not set", remedy: "The desk needs it. Try: export TERM=xterm-256color")]
    case "dumb", "unknown":
      let remedy = "The desk needs a terminal that can move its cursor. `postil show` and `postil status` need none."
      return [Finding(.warning, "TERM is \"\(setup.terminal ?? "")\"", remedy: remedy)]
    default: return []
    }
  }
}
