import ArgumentParser
import PostilConfiguration
import PostilCore
import PostilModel
import PostilPictures
import PostilScreen
import PostilUI

/// The driver of the annotating desk.
typealias AnnotatingDriver = DeskDriver<Desk, Workspace>

/// The driver of the review desk.
typealias ReviewDriver = DeskDriver<ReviewDesk, ReviewWorkspace>

/// What a desk is made of, before it is known where it is shown.
struct DeskOpening {
  let project: OpenProject
  let settings: Settings
  let keymap: Keymap
  let screen: ScreenOptions
  private let mediaFolder: String

  /// Reads what a user has set, and holds the project's label keys against the keys in force.
  ///
  /// - Parameter mediaFolder: where the files are that records name, when that is not the project's own folder: a copy of
  ///   a project has none of them.
  /// - Throws: `ConfigurationError` naming both sides when a label's key is a command's.
  init(_ project: OpenProject, mediaFolder: String? = nil, screen: ScreenOptions) throws {
    self.project = project
    self.mediaFolder = mediaFolder ?? project.folder.path
    self.screen = screen
    let folders = Surroundings.folders
    settings = try Settings.read(folders.settingsFile)
    keymap = try DeskKeys.keymap(folders)
    if let clashes = project.file.keyClashes(with: keymap.deskCharacters) { throw clashes }
  }

  /// Whether colours are wanted.
  var wantsColor: Bool { !screen.noColor && settings.color && !Surroundings.refusesColor }

  /// Whether everything must be ASCII.
  var wantsASCII: Bool { screen.ascii || settings.ascii }

  /// The looks on a terminal.
  func looks(depth: ColorDepth, isUnicode: Bool) throws(ConfigurationError) -> Looks {
    try Looks(
      library: .ofThisProgram, themeName: screen.theme ?? settings.theme ?? "dark",
      depth: wantsColor ? depth : .mono, alphabet: isUnicode && !wantsASCII ? .unicode : .ascii)
  }

  /// The desk at a session, this user's unless another annotator is named.
  func driver(
    looks: Looks, annotator: String = Surroundings.userName, sessionsFolder: String, cell: CellShape? = nil,
    isMouseOn: Bool = true,
    isFirstRun: Bool = false, clock: @escaping () -> Timestamp = LocalTime.now, wake: @escaping @Sendable () -> Void
  ) throws -> AnnotatingDriver {
    let workspace = try project.openWorkspace(
      annotator: annotator, sessionsFolder: sessionsFolder, clock: clock, timeText: LocalTime.minute, wake: wake)
    // What was chosen at the desk holds at the next start, unless something else is asked for now.
    let remembered = workspace.session.remembered
    let theme = screen.theme == nil ? remembered["theme"]?.string : nil
    let own = theme.map { looks.with(theme: $0) } ?? looks
    let desk = Desk(
      session: workspace.session, keymap: keymap, themes: own.library.names, theme: own.themeName,
      isMouseOn: isMouseOn && remembered["mouse"]?.bool != false, isFirstRun: isFirstRun)
    return AnnotatingDriver(
      desk, workspace: workspace, looks: own, pictures: pictures(own, cell, wake: wake), clock: clock)
  }

  /// What decodes pictures beside the desk; nil in projects that have none.
  ///
  /// - Parameter cell: the shape of the terminal's cells, if there is a terminal and it tells.
  private func pictures(_ looks: Looks, _ cell: CellShape?, wake: @escaping @Sendable () -> Void) -> DeskPictures? {
    guard project.project.fields.contains(where: { $0.kind == .image }) else { return nil }
    let drawing =
      cell.map { pictureOption.drawing(depth: looks.depth, alphabet: looks.alphabet, cell: $0) }
      ?? PictureOption.cells.drawing(depth: looks.depth, alphabet: looks.alphabet, cell: .usual)
    return DeskPictures(folder: mediaFolder, drawing: drawing, cell: cell ?? .usual, wake: wake)
  }

  /// How pictures are wanted.
  var pictureOption: PictureOption {
    screen.pictures ?? settings.pictures ?? .detected(Surroundings.variable)
  }

  /// The review desk at a session's beginnings.
  func reviewDriver(
    looks: Looks, setup: ReviewSetup, cell: CellShape? = nil, isMouseOn: Bool = true,
    clock: @escaping () -> Timestamp = LocalTime.now,
    wake: @escaping @Sendable () -> Void
  ) -> ReviewDriver {
    let workspace = ReviewWorkspace(
      setup: setup, store: project.store, folder: project.folder, clock: clock, wake: wake)
    let desk = ReviewDesk(
      session: workspace.session, keymap: keymap, themes: looks.library.names, theme: looks.themeName,
      isMouseOn: isMouseOn)
    return ReviewDriver(
      desk, workspace: workspace, looks: looks, pictures: pictures(looks, cell, wake: wake), clock: clock)
  }
}
