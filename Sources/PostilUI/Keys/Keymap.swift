public import PostilCore
public import PostilScreen

/// Which keys give which command, in each context. Built from the command table and laid over by `keys.toml`.
public struct Keymap: Sendable {
  /// What some keys typed so far mean.
  public enum Match: Sendable, Hashable {
    /// They give a command.
    case command(Command)
    /// They begin the keys of commands.
    case prefix
    /// They mean nothing here.
    case none
  }

  /// One way to go on after a prefix.
  public struct Continuation: Sendable, Hashable {
    /// The keys that are left to type.
    public let keys: String
    /// The command that they give.
    public let command: Command
  }

  private var commands: [CommandContext: [[Key]: Command]] = [:]
  private var prefixes: [CommandContext: Set<[Key]>] = [:]
  private var sequences: [CommandContext: [Command: [[Key]]]] = [:]

  /// The default keys.
  public init() { self.init(overrides: [:]) }

  /// The default keys with some commands' keys replaced; an empty list leaves a command to the palette.
  init(overrides: [CommandContext: [Command: [[Key]]]]) {
    for context in CommandContext.allCases {
      sequences[context] = Self.defaults(for: context).merging(overrides[context] ?? [:]) { $1 }
      var found: [[Key]: Command] = [:]
      var begun: Set<[Key]> = []
      for (command, ways) in sequences[context] ?? [:] {
        for keys in ways {
          found[keys] = command
          for length in 1..<max(1, keys.count) { begun.insert(Array(keys.prefix(length))) }
        }
      }
      commands[context] = found
      prefixes[context] = begun
    }
  }

  /// The keys that the command table gives in a context. Where text is written, keys that write are left out, and so is
  /// Enter for all but `newline`.
  static func defaults(for context: CommandContext) -> [Command: [[Key]]] {
    var result: [Command: [[Key]]] = [:]
    for row in CommandTable.all where row.contexts.contains(context) {
      let ways = row.keys(in: context).compactMap(KeyStroke.sequence)
      result[row.command] = ways.filter { keys in
        let isTaken = context == .text && keys == [.named(.enter)] && row.command != .newline
        return isAllowed(keys, in: context) && !isTaken
      }
    }
    return result
  }

  /// Whether a sequence can be a command's in a context.
  static func isAllowed(_ keys: [Key], in context: CommandContext) -> Bool {
    guard context == .text || context == .prompt, let first = keys.first else { return true }
    // A prompt takes Enter before any command.
    return !KeyStroke.isText(first) && !(context == .prompt && first == .named(.enter))
  }

  /// What some keys mean in a context.
  public func match(_ keys: [Key], in context: CommandContext) -> Match {
    if let command = commands[context]?[keys] { return .command(command) }
    return prefixes[context]?.contains(keys) == true ? .prefix : .none
  }

  /// The ways to go on after a prefix, in the order of the command table.
  public func continuations(of prefix: [Key], in context: CommandContext) -> [Continuation] {
    var result: [Continuation] = []
    for row in CommandTable.all {
      for keys in sequences[context]?[row.command] ?? [] where keys.count > prefix.count && keys.starts(with: prefix) {
        result.append(Continuation(keys: KeyStroke.text(Array(keys.dropFirst(prefix.count))), command: row.command))
      }
    }
    return result
  }

  /// A command's keys in a context as text, the one to show first.
  public func keys(of command: Command, in context: CommandContext = .desk) -> [String] {
    (sequences[context]?[command] ?? []).map { KeyStroke.text($0) }
  }

  /// The characters that begin commands' keys at the desk, each with the commands' names, for `LabelKeys`.
  ///
  /// The keys of next and previous hit are not among them: they are commands only while a search is on.
  public var deskCharacters: [Character: String] { characters(in: .desk) }

  /// The same of another context.
  public func characters(in context: CommandContext) -> [Character: String] {
    var result: [Character: String] = [:]
    for row in CommandTable.all where row.command != .nextHit && row.command != .previousHit {
      for keys in sequences[context]?[row.command] ?? [] {
        guard case .character(let scalar) = keys[0], result[Character(scalar)] == nil else { continue }
        result[Character(scalar)] = row.name + (keys.count > 1 ? " (\(KeyStroke.text(keys)))" : "")
      }
    }
    return result
  }
}
