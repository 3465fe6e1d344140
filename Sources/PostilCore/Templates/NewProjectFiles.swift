import Glibc

/// The files that a new project begins with. They are only ever made anew, never written over others.
public enum NewProjectFiles {
  /// The guidelines' name in a new project.
  public static let guidelinesName = "guidelines.md"

  /// Writes files into a folder, which is made if it is not there, as are folders in their names.
  ///
  /// - Throws: `FileError`; when one of the files exists, none is written.
  static func write(_ files: [(name: String, bytes: [UInt8])], to folder: String) throws(FileError) {
    try Files.makeFolder(folder)
    let paths = files.map { folder.hasSuffix("/") ? folder + $0.name : folder + "/" + $0.name }
    for path in paths where isTaken(path) {
      let reason = "it exists already and is left as it is; choose another folder, or move that file away first"
      throw FileError("write", path, reason: reason)
    }
    for inner in Set(files.compactMap { $0.name.split(separator: "/").dropLast().first }) {
      try Files.makeFolder(folder.hasSuffix("/") ? folder + inner : folder + "/" + inner)
    }
    for (path, file) in zip(paths, files) { try create(path, file.bytes) }
  }

  /// A dangling link counts as a file: whoever made it will not expect it to be followed.
  private static func isTaken(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  private static func create(_ path: String, _ bytes: [UInt8]) throws(FileError) {
    do throws(FileError) { try Files.create(path, bytes) } catch {
      // Half a file would be taken for a whole one by the next reader. One that was there was never touched.
      if !error.isAboutExistingFile { Files.remove(path) }
      throw error
    }
  }
}

extension FileError {
  fileprivate var isAboutExistingFile: Bool { reason == String(cString: strerror(EEXIST)) }
}
