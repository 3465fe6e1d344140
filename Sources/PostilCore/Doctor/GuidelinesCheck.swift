import PostilModel

/// Whether there are guidelines, and where they should be.
struct GuidelinesCheck {
  let folder: String
  let project: Project

  func findings() -> [Finding] {
    let name = project.guidelinesPath
    let path = folder + "/" + name
    guard Files.exists(path) else {
      let remedy = "Write them, or name another file with `guidelines =` in \(ProjectFile.fileName)."
      return [Finding(.warning, "the guidelines are missing", at: name, remedy: remedy)]
    }
    guard Files.absolute(path).hasPrefix(Files.absolute(folder) + "/") else {
      let remedy = "Copy them into the project's folder: what people were told belongs to the project."
      return [Finding(.warning, "the guidelines are a link to a file outside the project", at: name, remedy: remedy)]
    }
    let bytes: [UInt8]
    do throws(FileError) { bytes = try Files.read(path) } catch {
      let remedy = "Look at the permissions of the file."
      return [Finding(.warning, "the guidelines cannot be read: \(error.reason)", at: name, remedy: remedy)]
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return [Finding(.warning, "the guidelines are not UTF-8", at: name, remedy: "Save the file as UTF-8.")]
    }
    guard text.unicodeScalars.allSatisfy(\.properties.isWhitespace) else { return [] }
    let remedy = "Write what counts, the edge cases, and an example of each; people judge differently without."
    return [Finding(.warning, "the guidelines are empty", at: name, remedy: remedy)]
  }
}
