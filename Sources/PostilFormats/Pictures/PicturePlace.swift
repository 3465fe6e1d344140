/// A file that says something of pictures: one that is imported, or one in a folder that is.
struct PicturePlace {
  /// Its name in messages: its path from the folder that is imported, else empty.
  let inFolder: String
  /// The path of what is imported.
  let input: String

  /// What is imported itself.
  init(_ input: ByteInput) {
    self.input = input.name
    inFolder = ""
  }

  init(inFolder: String, input: String) {
    self.inFolder = inFolder
    self.input = input
  }

  /// A file in a folder that is imported.
  init(_ input: ByteInput, _ file: String) {
    self.input = input.name
    inFolder = file
  }

  /// What to call it in a count.
  var name: String { inFolder.isEmpty ? input : inFolder }

  /// The beginning of a sentence about it: a folder's report names the folder only.
  var words: String { inFolder.isEmpty ? "" : inFolder + ": " }

  /// Its path.
  var path: String { inFolder.isEmpty ? input : "\(input)/\(inFolder)" }

  /// Its folder, with a slash at the end; nil for standard input.
  var folder: String? {
    if inFolder.isEmpty, input == "-" { return nil }
    return PictureFinder.folder(path).isEmpty ? "./" : PictureFinder.folder(path)
  }

  /// Its folder from the one that is imported, with a slash at the end; empty in that itself.
  var inner: String { PictureFinder.folder(inFolder) }
}
