import PostilModel

/// Which field of a project has the picture, and which question asks for regions on it.
struct PictureTarget {
  /// The first question for regions; nil when there is none.
  let question: Question?
  /// The field that it is about, else the first that shows a picture; nil when there is none.
  let field: FieldDefinition?

  /// The target in a project.
  init(_ fields: [FieldDefinition], _ questions: [Question]) {
    let question = questions.first { $0.kind is BoxesQuestion }
    let pictures = fields.filter { $0.kind == .image }
    self.question = question
    field = pictures.first { $0.name == question?.about } ?? pictures.first
  }
}
