import ArgumentParser
import Glibc

/// Prints the manual page's source; `make install` uses it.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print the source of the manual page.", shouldDisplay: false)

  @Option(help: "The date on the page.")
  var date = "November 21, 2026"

  func run() throws {
    var page = try ManualPage(dump: PostilCommand._dumpHelp())
    StandardOutput.write(page.text(date: date))
  }
}
