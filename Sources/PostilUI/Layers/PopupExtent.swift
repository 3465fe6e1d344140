/// How much of a popup there is: what its scrolling goes by.
struct PopupExtent: Sendable {
  /// All its rows.
  var rows = 0
  /// Those that a page shows.
  var page = 1
}
