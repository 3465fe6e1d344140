/// What is known of one command: the one row that keys, palette, help, footer and documentation are made of.
public struct CommandDescription: Sendable, Hashable {
  /// Under which heading help shows it.
  public enum Group: String, Sendable, Hashable, CaseIterable {
    case judging = "Judging"
    case answering = "Ranking, rating and remarks"
    case moving = "Moving"
    case going = "Going places"
    case finding = "Finding"
    case looking = "Looking"
    case reviewing = "The review desk"
    case comparing = "Responses"
    case pictures = "Pictures"
    case regions = "Regions of a picture"
    case program = "The program"
    case writing = "While you write"
  }

  /// The command.
  public var command: Command
  /// Two or three words for the footer.
  public var label: String
  /// One sentence for help and palette.
  public var help: String
  /// The default keys, in the text form of `keys.toml`: `"C-x e"`, `"g g"`, `"Enter"`. The first is the one shown.
  public var keys: [String]
  /// What stands in their place in some contexts, where the first key has another meaning elsewhere.
  public var otherKeys: [CommandContext: [String]]
  /// Where it can be given.
  public var contexts: Set<CommandContext>
  /// The heading.
  public var group: Group

  /// The command's name, as in the palette and in `keys.toml`.
  public var name: String { command.rawValue }

  /// The default keys in a context.
  public func keys(in context: CommandContext) -> [String] { otherKeys[context] ?? keys }

  init(
    _ command: Command, _ group: Group, _ label: String, _ help: String, keys: [String],
    or otherKeys: [CommandContext: [String]] = [:], in contexts: Set<CommandContext> = [.desk]
  ) {
    self.otherKeys = otherKeys
    self.command = command
    self.group = group
    self.label = label
    self.help = help
    self.keys = keys
    self.contexts = contexts
  }
}
