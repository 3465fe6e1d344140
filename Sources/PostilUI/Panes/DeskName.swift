import PostilScreen

/// Whose desk it is, for the top line: `project · person`.
struct DeskName {
  let project: String
  /// The person, from the longest form to the shortest.
  let person: [String]

  /// What fits: all of it; less of the person's words; then less of the project's name, for one finds out again where one is
  /// sooner than as whom. Where next to nothing of it would be left, the project's name stands alone.
  func text(columns: Int, ellipsis: String) -> String {
    let forms = person.map { " · " + $0 }
    let room = columns - TextWidth.columns(of: project)
    if let form = forms.first(where: { TextWidth.columns(of: $0) <= room }) { return project + form }
    guard let shortest = forms.last else { return project }
    let left = columns - TextWidth.columns(of: shortest)
    guard left >= Self.leastOfProject else { return project }
    return TextWidth.truncate(project, to: left, ellipsis: ellipsis) + shortest
  }

  private static let leastOfProject = 4
}
