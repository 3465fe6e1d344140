import ArgumentParser

/// Whether a subcommand prints for people or for programs.
struct JSONOption: ParsableArguments {
  @Flag(name: .long, help: "Print JSON for scripts.")
  var json = false
}
