import PostilModel
import PostilScreen

/// How one kind of field is shown. A new kind is one type that conforms and one line in `FieldPanes`.
protocol FieldPane: Sendable {
  /// Whether fields of this kind stand close together, as lines of metadata do; others are parted by a blank row.
  var isTight: Bool { get }

  /// The texts that search looks through.
  func texts(of value: JSONValue) -> [String]

  /// The value in blocks, the first at row 0, for a width.
  func blocks(_ field: FieldDefinition, value: JSONValue, width: Int) -> [TextBlock]
}

extension FieldPane {
  var isTight: Bool { false }
}

/// The field kinds that can be shown.
enum FieldPanes {
  static func pane(for kind: FieldDefinition.Kind) -> any FieldPane {
    switch kind {
    case .text: TextFieldPane()
    case .chat: ChatFieldPane()
    case .value: ValueFieldPane()
    case .image: ImageFieldPane()
    // These have a pane of their own.
    case .candidates: ChatFieldPane()
    }
  }
}
