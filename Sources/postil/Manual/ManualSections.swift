/// What the manual says beside the subcommands.
enum ManualSections {
  /// A heading with words and a list.
  struct Section {
    var title: String
    var introduction = ""
    var rows: [Row] = []
  }

  /// One thing that is explained.
  struct Row {
    var name: String
    var text: String
    var isPath = false
    var isVariable = false
  }

  static let all = [options, environment, files, exit]

  private static let options = Section(
    title: "OPTIONS",
    introduction: "Every subcommand knows these too.",
    rows: [
      Row(name: "--help, -h", text: "Say how the subcommand is used."),
      Row(name: "--version", text: "Print the version."),
    ])

  private static let files = Section(
    title: "FILES",
    rows: [
      Row(name: "postil.toml", text: "What the project asks. It makes a folder a project.", isPath: true),
      Row(name: "guidelines.md", text: "How to judge, in Markdown.", isPath: true),
      Row(name: "postil.db", text: "Tasks, annotations and their history, in SQLite.", isPath: true),
      Row(name: "$XDG_CONFIG_HOME/postil/config.toml", text: "Settings: theme, mouse and the like.", isPath: true),
      Row(name: "$XDG_CONFIG_HOME/postil/keys.toml", text: "Keys that you have changed.", isPath: true),
      Row(name: "$XDG_CONFIG_HOME/postil/themes/", text: "Themes of your own.", isPath: true),
      Row(
        name: "$XDG_STATE_HOME/postil/sessions/",
        text: "Drafts, undo and saves under way, one file for each project and annotator.", isPath: true),
    ])

  private static let environment = Section(
    title: "ENVIRONMENT",
    rows: [
      Row(name: "XDG_CONFIG_HOME", text: "Where settings are; ~/.config unless set.", isVariable: true),
      Row(name: "XDG_STATE_HOME", text: "Where sessions are; ~/.local/state unless set.", isVariable: true),
      Row(name: "VISUAL, EDITOR", text: "The editor for long answers, VISUAL before EDITOR.", isVariable: true),
      Row(name: "NO_COLOR", text: "No colours when it is set and not empty.", isVariable: true),
      Row(name: "TERM", text: "The kind of terminal. The desk does not open on a dumb one.", isVariable: true),
      Row(name: "LC_ALL, LC_CTYPE, LANG", text: "Lines and signs are ASCII unless UTF-8 is set.", isVariable: true),
    ])

  private static let exit = Section(
    title: "EXIT STATUS",
    rows: [
      Row(name: "0", text: "Done."),
      Row(name: "1", text: "Failed; standard error says why."),
      Row(name: "2", text: "Done, but some records were rejected."),
      Row(name: "64", text: "Wrong usage."),
      Row(name: "129, 130, 143", text: "Ended by SIGHUP, SIGINT or SIGTERM, after saving."),
    ])
}
