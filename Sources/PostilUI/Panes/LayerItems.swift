import PostilCore
import PostilScreen

/// What the footer says while something lies over a desk.
struct LayerItems {
  /// While a line is asked for.
  static let inPrompt = [FooterItem(keys: "Enter", label: "choose"), FooterItem(keys: "Esc", label: "close")]

  private let keymap: Keymap

  init(_ keymap: Keymap) { self.keymap = keymap }

  /// After the first key of several, only what can follow it counts.
  static func after(_ pending: [Key]) -> [FooterItem] {
    [
      FooterItem(keys: KeyStroke.text(pending), label: "and one of the keys above"),
      FooterItem(keys: "Esc", label: "never mind"),
    ]
  }

  /// While a popup is open.
  func items(of layer: Layer?) -> [FooterItem] {
    guard case .popup(let popup) = layer else { return [FooterItem(keys: "any key", label: "begins")] }
    let choose = popup.isChosenFrom ? FooterItem(keys: "Enter", label: "choose") : nil
    let move = [keymap.item(.down, in: .popup), keymap.item(.up, in: .popup)].compactMap { $0?.keys }
      .joined(separator: " ")
    return [
      choose, FooterItem(keys: move, label: popup.isChosenFrom ? "move" : "scroll"),
      keymap.item(.search, in: .popup), keymap.item(.back, in: .popup, label: "close"),
    ].compactMap { $0 }
  }
}

extension Keymap {
  /// A command with its first key as the footer shows it; nil when it has none in the context.
  func item(_ command: Command, in context: CommandContext, label: String? = nil) -> FooterItem? {
    guard let keys = keys(of: command, in: context).first else { return nil }
    return FooterItem(keys: keys, label: label ?? CommandTable.description(of: command).label, command: command)
  }
}
