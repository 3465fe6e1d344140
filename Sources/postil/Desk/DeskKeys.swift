import PostilConfiguration
import PostilCore
import PostilModel
import PostilUI

/// The keys in force: the defaults with a user's `keys.toml` laid over them.
enum DeskKeys {
  /// Reads the keymap.
  ///
  /// - Throws: `FileError`, or `ConfigurationError` with all that is wrong in the file.
  static func keymap(_ folders: UserFolders = Surroundings.folders) throws -> Keymap {
    let path = folders.keysFile
    guard Files.exists(path) else { return Keymap() }
    return try KeymapFile.read(text: String(decoding: try Files.read(path), as: UTF8.self), file: path)
  }

  /// The desk's keys that are one character, each with its command's name.
  static func commandCharacters() throws -> [Character: String] { try keymap().deskCharacters }
}
