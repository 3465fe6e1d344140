/// Which key gives which choice of a question.
///
/// A choice has the key that `postil.toml` asks for. The digits 1 to 9 and 0 stand for the first ten choices: as the
/// only key of a choice that asked for none, as a second key of the others. Where a digit is itself asked for (the steps
/// of a rating are), digits mean only what was asked for, and what has no key yet gets its place's digit if that is free.
public struct LabelKeys: Sendable, Hashable {
  /// The digits in the order of the choices.
  public static let digits: [Character] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"]

  /// The key to show before each choice, in the order of the choices; nil when there is none left.
  public let shown: [Character?]
  private let places: [Character: Int]

  /// The keys of some choices.
  ///
  /// - Parameters:
  ///   - commands: the keys that commands have; a digit that is one of them is not used as a fallback.
  ///   - hasSecondKeys: false where a digit could be taken for something else, the number of a response say.
  public init(for choices: [Choice], commands: Set<Character> = [], hasSecondKeys: Bool = true) {
    var places: [Character: Int] = [:]
    for (place, choice) in choices.enumerated() {
      if let key = choice.key, places[key] == nil { places[key] = place }
    }
    let isDigitAsked = Self.digits.contains { places[$0] != nil }
    var shown = choices.map(\.key)
    for (place, digit) in Self.digits.enumerated().prefix(choices.count) {
      guard places[digit] == nil, !commands.contains(digit) else { continue }
      if shown[place] == nil {
        shown[place] = digit
      } else if isDigitAsked || !hasSecondKeys {
        continue
      }
      places[digit] = place
    }
    self.shown = shown
    self.places = places
  }

  /// The place of the choice that a key gives; nil when it gives none.
  public func place(of key: Character) -> Int? { places[key] }

  /// All keys that give a choice.
  public var keys: Set<Character> { Set(places.keys) }

  /// The keys that labels ask for and commands have.
  ///
  /// - Parameter commands: the keys in force where labels are given, each with its command's name.
  public static func clashes(in project: Project, with commands: [Character: String]) -> [KeyClash] {
    var clashes: [KeyClash] = []
    for question in project.questions {
      for choice in question.kind.keyedChoices {
        guard let key = choice.key, let command = commands[key] else { continue }
        clashes.append(KeyClash(question: question.name, label: choice.name, key: key, command: command))
      }
    }
    return clashes
  }
}
