import PostilModel
import PostilPictures
import PostilScreen

/// What panes draw with: a surface, the theme, and what a click on the picture means.
struct Painter {
  private(set) var surface: Surface
  let theme: StyleSheet
  let now: Timestamp
  /// The pictures that have been decoded; nil where none are shown.
  let pictures: PictureBook?
  /// Nothing is drawn outside.
  var clip: Rectangle
  /// What clicks mean, later ones over earlier ones.
  var targets: [ClickTarget] = []

  /// True when it began with the last picture instead of a blank one.
  let isOverLast: Bool

  /// A painter over the last picture, or over a blank surface.
  init(size: Size, context: DeskContext, over last: Surface? = nil) {
    isOverLast = last != nil
    surface = last ?? context.theme.surface(size: size, alphabet: context.alphabet)
    surface.cursor = nil
    surface.pictures = []
    theme = context.theme
    now = context.now
    pictures = context.pictures
    clip = surface.bounds
  }

  var alphabet: Alphabet { surface.alphabet }

  /// A role's style: what it says itself laid over what lies below, or the whole of it where nothing does.
  func style(_ role: Role, on base: Style? = nil) -> Style {
    guard let base else { return theme[role] }
    // Running text has the colours of the whole screen, which would hide what it lies on.
    if role == .text { return base }
    return theme.overlay(role).over(base)
  }

  /// Draws a text on one row and returns the columns that it took.
  @discardableResult
  mutating func text(
    _ text: String, x: Int, y: Int, columns: Int = .max, _ role: Role = .text, on base: Style? = nil
  ) -> Int {
    guard columns > 0 else { return 0 }
    return surface.draw(text, x: x, y: y, columns: columns, clip: clip, style: style(role, on: base))
  }

  /// Draws a text so that it ends before a column, and returns where it begins.
  @discardableResult
  mutating func text(_ text: String, endingAt right: Int, y: Int, columns: Int, _ role: Role, on base: Style? = nil)
    -> Int
  {
    let width = min(TextWidth.columns(of: text), max(0, columns))
    self.text(text, x: right - width, y: y, columns: width, role, on: base)
    return right - width
  }

  /// Draws one of the program's signs.
  mutating func sign(_ sign: Sign, x: Int, y: Int, _ role: Role, on base: Style? = nil) {
    guard clip.contains(x: x, y: y) else { return }
    surface.draw(sign, x: x, y: y, style: style(role, on: base))
  }

  /// Draws one character.
  mutating func scalar(_ scalar: UInt32, x: Int, y: Int, _ role: Role, on base: Style? = nil) {
    guard clip.contains(x: x, y: y) else { return }
    surface[x, y] = Cell(scalar: scalar, style: style(role, on: base))
  }

  /// Draws the cells of a picture, row by row, over the colours of the screen.
  mutating func draw(_ cells: [PictureCell], columns: Int, x: Int, y: Int) {
    let base = theme[.text]
    for (index, cell) in cells.enumerated() {
      let place = (x: x + index % columns, y: y + index / columns)
      guard clip.contains(x: place.x, y: place.y) else { continue }
      let style = Style(foreground: cell.foreground, background: cell.background).over(base)
      surface[place.x, place.y] = Cell(scalar: cell.scalar, style: style)
    }
  }

  /// Puts a cell where the clip allows it.
  mutating func put(_ cell: Cell, x: Int, y: Int) {
    if clip.contains(x: x, y: y) { surface[x, y] = cell }
  }

  /// Puts a picture in the terminal's own pixels over cells, which are blanked.
  mutating func place(_ picture: SurfacePicture) {
    surface.fill(picture.area, style: theme[.text])
    surface.pictures.append(picture)
  }

  /// Puts a drawn picture into its pane, in cells or in the terminal's own pixels. True for cells, over which more can be drawn.
  @discardableResult
  mutating func draw(_ picture: ShownPicture, in area: Rectangle) -> Bool {
    let frame = picture.frame
    let place = Rectangle(x: area.x + frame.left, y: area.y + frame.top, width: frame.columns, height: frame.rows)
    switch picture.drawn {
    case .pixels(let bytes):
      var isKept = false
      if case .kitty? = pictures?.drawing { isKept = true }
      self.place(SurfacePicture(area: place, bytes: bytes, isKept: isKept))
      return false
    case .cells(let cells):
      draw(cells, columns: frame.columns, x: place.x, y: place.y)
      return true
    }
  }

  /// Takes the pictures in real pixels away: something lies over them.
  mutating func dropPictures() { surface.pictures = [] }

  /// Whether the screen shows colours at all.

  var hasColors: Bool { theme[.accent].foreground >= 0 }

  /// Puts a sign over a picture: the colour behind stays, and the sign's is the one that stands out from it.
  mutating func putOver(_ scalar: UInt32, _ color: RegionColor, isBold: Bool, x: Int, y: Int) {
    guard clip.contains(x: x, y: y) else { return }
    let behind = surface[x, y].style.background
    var style = Style(foreground: hasColors ? color.line(over: behind) : -1, background: behind)
    if isBold { style.attributes.insert(.bold) }
    surface[x, y] = Cell(scalar: scalar, style: style.over(theme[.text]))
  }

  /// Draws a square in a label's colour.
  mutating func swatch(_ color: RegionColor, x: Int, y: Int, on base: Style? = nil) {
    let style = (hasColors ? color.style : .plain).over(base ?? theme[.text])
    put(Cell(scalar: alphabet == .ascii ? 0x23 : 0x25A0, style: style), x: x, y: y)
  }

  /// Draws a line of a wrapped text.
  mutating func line(
    _ layout: TextLayout, _ line: Int, x: Int, y: Int, _ role: Role = .text, on base: Style? = nil,
    highlights: [Highlight] = []
  ) {
    surface.draw(layout, line: line, x: x, y: y, clip: clip, style: style(role, on: base), highlights: highlights)
  }

  /// Blanks an area.
  mutating func fill(_ area: Rectangle, _ style: Style) {
    let area = area.intersection(clip)
    for y in area.y..<max(area.y, area.bottom) {
      for x in area.x..<area.right { surface[x, y] = Cell(scalar: 0x20, style: style) }
    }
  }

  /// Blanks an area that holds something of the last picture, whatever the clip.
  mutating func clear(_ area: Rectangle) {
    if isOverLast { surface.fill(area, style: theme[.text]) }
  }

  /// Draws a rule from left to right.
  mutating func rule(x: Int, y: Int, width: Int) {
    surface.horizontalRule(x: x, y: y, width: width, style: style(.rule))
  }

  /// Draws a rule from top to bottom, joined to what it meets.
  mutating func column(x: Int, y: Int, height: Int) {
    surface.verticalRule(x: x, y: y, height: height, style: style(.rule))
  }

  /// Draws a popup's frame and returns the area inside.
  mutating func frame(_ place: Rectangle, title: String) -> Rectangle {
    PopupFrame.draw(on: &surface, place, title: title, styles: theme)
  }

  /// Draws a line that is being typed, with the terminal's cursor in it.
  mutating func entry(_ entry: LineInput, x: Int, y: Int, columns: Int, on base: Style? = nil) {
    guard columns > 0, clip.contains(x: x, y: y) else { return }
    surface.cursor = entry.draw(on: &surface, x: x, y: y, columns: columns, style: style(.input, on: base))
  }

  /// Draws how far something is.
  mutating func bar(x: Int, y: Int, columns: Int, done: Int, of total: Int) {
    ProgressBar.draw(
      on: &surface, x: x, y: y, columns: columns, done: done, of: total, full: theme[.barFull], empty: theme[.barEmpty])
  }

  /// Draws numbers over time.
  mutating func spark(_ values: [Int], x: Int, y: Int, columns: Int) {
    guard clip.contains(x: x, y: y) else { return }
    Sparkline.draw(on: &surface, x: x, y: y, columns: min(columns, clip.right - x), values: values, style: theme[.plot])
  }

  /// Draws an editor.
  mutating func editor(_ buffer: EditorBuffer, in area: Rectangle, isFocused: Bool) {
    guard area.intersection(clip) == area else { return drawPart(of: buffer, in: area, isFocused: isFocused) }
    buffer.draw(on: &surface, in: area, styles: editorStyles, focused: isFocused)
  }

  /// An editor that is only partly on the screen: drawn aside and copied.
  private mutating func drawPart(of buffer: EditorBuffer, in area: Rectangle, isFocused: Bool) {
    var aside = theme.surface(size: Size(columns: area.width, rows: area.height), alphabet: alphabet)
    buffer.draw(on: &aside, in: aside.bounds, styles: editorStyles, focused: isFocused)
    for y in 0..<area.height {
      for x in 0..<area.width where clip.contains(x: area.x + x, y: area.y + y) {
        surface[area.x + x, area.y + y] = aside[x, y]
      }
    }
    guard let place = aside.cursor, clip.contains(x: area.x + place.x, y: area.y + place.y) else { return }
    surface.cursor = Surface.Position(x: area.x + place.x, y: area.y + place.y)
  }

  private var editorStyles: EditorStyles {
    EditorStyles(text: theme[.editor], selection: theme.overlay(.selection))
  }

  /// Puts the terminal's cursor somewhere.
  mutating func showCursor(x: Int, y: Int) {
    guard clip.contains(x: x, y: y) else { return }
    surface.cursor = Surface.Position(x: x, y: y)
  }

  /// Hides the terminal's cursor.
  mutating func hideCursor() { surface.cursor = nil }

  /// Notes what a click in an area means.
  mutating func target(_ area: Rectangle, _ action: ClickTarget.Action) {
    let area = area.intersection(clip)
    if !area.isEmpty { targets.append(ClickTarget(area: area, action: action)) }
  }
}
