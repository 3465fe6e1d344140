/// Where a user's own files are: settings, themes, sessions. The XDG base directory specification, version 0.8.
public struct UserFolders: Sendable, Hashable {
  /// `$XDG_CONFIG_HOME/postil`: `config.toml`, `keys.toml`, `themes/`.
  public var configuration: String
  /// `$XDG_STATE_HOME/postil`: sessions.
  public var state: String

  /// The folders that an environment names. As the specification demands, a relative path counts as none.
  ///
  /// - Parameter home: the home folder when `HOME` is not set.
  public init(environment: (String) -> String?, home: String) {
    let home = environment("HOME").flatMap { $0.isEmpty ? nil : $0 } ?? home
    func folder(_ name: String, _ otherwise: String) -> String {
      guard let path = environment(name), path.hasPrefix("/") else { return home + "/" + otherwise + "/postil" }
      return path + "/postil"
    }
    configuration = folder("XDG_CONFIG_HOME", ".config")
    state = folder("XDG_STATE_HOME", ".local/state")
  }

  /// The settings file.
  public var settingsFile: String { configuration + "/config.toml" }
  /// The file with changed keys.
  public var keysFile: String { configuration + "/keys.toml" }
  /// The user's own themes.
  public var themes: String { configuration + "/themes" }
  /// The folder of session files.
  public var sessions: String { state + "/sessions" }
}
