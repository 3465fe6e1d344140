/// What was cut or copied, the newest last. One ring can be handed from editor to editor.
public struct EditorKillRing: Sendable, Hashable {
  /// The texts, the newest last; at most ``capacity``.
  public private(set) var texts: [String] = []
  private var place = 0

  /// How many texts are kept.
  public static let capacity = 32

  /// An empty ring.
  public init() {}

  /// The text that a yank gives.
  public var current: String? { texts.isEmpty ? nil : texts[place] }

  /// Puts a text on the ring.
  public mutating func push(_ text: String) {
    guard !text.isEmpty else { return }
    texts.append(text)
    if texts.count > Self.capacity { texts.removeFirst() }
    place = texts.count - 1
  }

  /// Joins a text to the newest one, behind it or before it: cuts one after the other make one text.
  mutating func join(_ text: String, before: Bool) {
    guard let last = texts.indices.last else { return push(text) }
    if before { texts[last] = text + texts[last] } else { texts[last] += text }
    place = last
  }

  /// Goes on to the text before the current one, round and round, and gives it.
  mutating func rotate() -> String? {
    guard !texts.isEmpty else { return nil }
    place = (place + texts.count - 1) % texts.count
    return texts[place]
  }
}
