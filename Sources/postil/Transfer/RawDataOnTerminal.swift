/// An export was about to be printed on a terminal, byte for byte.
struct RawDataOnTerminal: Error, CustomStringConvertible {
  /// Why that is not done, and what to do instead.
  let description = """
    an export is written as it is, and a terminal could take what is in it for commands; name a file with --output, \
    or pipe it on (`postil export | less`)
    """
}
