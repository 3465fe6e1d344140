/// An element of a small XML document: its name, the text right in it, and the elements in it. Attributes are not kept.
struct XMLElement {
  let name: String
  /// The text, without the blanks around it that are not written as references.
  var text = ""
  var children: [XMLElement] = []

  init(name: String) { self.name = name }

  /// The first element of a name.
  func first(_ name: String) -> XMLElement? { children.first { $0.name == name } }

  /// The text of the first element of a name; nil when there is none, or it is empty.
  func text(_ name: String) -> String? { first(name).flatMap { $0.text.isEmpty ? nil : $0.text } }

  /// All elements of a name.
  func all(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }
}
