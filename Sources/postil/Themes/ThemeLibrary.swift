import PostilConfiguration
import PostilCore
import PostilScreen

/// The themes that can be named: a user's own, those installed with the program, and those compiled in; in this order,
/// so that a file wins over a built-in theme of its name.
struct ThemeLibrary {
  private let folders: [String]

  /// The themes of a user's folder and of the folder beside the installed program.
  init(folders: UserFolders, program: String?) {
    var list = [folders.themes]
    if let program, let slash = program.lastIndex(of: "/") {
      list.append(Files.absolute(program[..<slash] + "/../share/postil/themes"))
    }
    self.folders = list
  }

  /// All names: the built-in ones in their order, then the others by the alphabet.
  var names: [String] {
    let files = folders.flatMap(Files.names(in:)).filter { $0.hasSuffix(".toml") }.map { String($0.dropLast(5)) }
    return Theme.builtinNames + Set(files).subtracting(Theme.builtinNames).sorted()
  }

  /// The theme of a name.
  ///
  /// - Throws: `ConfigurationError` with file and line.
  func theme(named name: String) throws(ConfigurationError) -> Theme { try Theme.load(name, source: source(of:)) }

  /// Where the theme of a name comes from: a path, or nil for a built-in one.
  func path(of name: String) -> String? {
    // A name is no path: nothing outside the folders is read.
    guard !name.contains("/"), !name.hasPrefix(".") else { return nil }
    return folders.lazy.map { "\($0)/\(name).toml" }.first(where: Files.exists)
  }

  /// The text of a theme that has a file, and that file.
  func source(of name: String) -> (text: String, file: String)? {
    guard let path = path(of: name), let bytes = try? Files.read(path) else { return nil }
    return (String(decoding: bytes, as: UTF8.self), path)
  }
}

extension ThemeLibrary {
  /// The themes of this user and this program.
  static var ofThisProgram: ThemeLibrary {
    ThemeLibrary(folders: Surroundings.folders, program: Surroundings.programPath)
  }
}
