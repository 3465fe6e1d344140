import PostilModel

/// A picture of the current task.
struct PictureItem: Sendable, Hashable {
  /// The field that names it.
  let field: String
  /// The field's title; empty for none.
  let title: String
  /// What the field says: a path.
  let name: String

  /// The pictures of a record, in the order of the fields.
  static func items(of record: AnnotationTask, project: Project) -> [PictureItem] {
    project.fields.compactMap { field in
      guard field.kind == .image, let name = record.fields[field.name]?.string, !name.isEmpty else { return nil }
      return PictureItem(field: field.name, title: field.title, name: name)
    }
  }
}
