/// The desk was asked for where there is no terminal.
struct NoTerminal: Error, CustomStringConvertible {
  /// What to use instead.
  let description = """
    the desk needs a terminal, and standard output is none; use one of these instead:
      postil show      a picture of the desk as text
      postil status    progress (--json for scripts)
      postil export    the answers
    """
}
