import CNcurses
import Glibc
public import PostilScreen

/// The terminal as a screen of cells and a source of inputs. One at a time; all of it on the main thread.
///
///     let terminal = try Terminal.open(.fromEnvironment)
///     defer { terminal.close() }
///     while true {
///       terminal.present(surface)
///       for input in terminal.nextInputs() { … }
///     }
public final class Terminal {
  /// The size of the screen. A change is told by `Key.resize`.
  public private(set) var size: Size
  /// The colours in use.
  public let colorDepth: ColorDepth
  /// The size of a cell in pixels; nil where the terminal does not tell.
  public var cellSize: (width: Int, height: Int)? { device.cellSize }
  /// Whether more than ASCII can be shown.
  public let isUnicode: Bool
  /// Wakes the loop from other threads.
  public let wakeUp: WakeUp

  private let device: TerminalDevice
  private let screen: OpaquePointer
  private let signals: WakeUp
  private var painter: Painter
  private var decoder: KeyDecoder
  private var capture: ErrorCapture?
  private let rescue: [CChar]
  private let hasMouseReports: Bool
  private var isMouseWanted: Bool
  private var isOpen = true
  private var isGone = false
  private var queue: [Input] = []
  private var buffer = [UInt8](repeating: 0, count: 16_384)

  /// Opens the screen. Throws before anything was sent.
  public static func open(_ options: TerminalOptions = .fromEnvironment) throws(TerminalError) -> Terminal {
    try Terminal(options)
  }

  private init(_ options: TerminalOptions) throws(TerminalError) {
    let device = try TerminalDevice()
    self.device = device
    isUnicode = cn_locale(options.unicode == true) && options.unicode != false
    do {
      wakeUp = try WakeUp()
      signals = try WakeUp()
      // First, as curses takes the signals that nobody has taken.
      cn_signals_catch(signals.descriptor)
      screen = try Self.newScreen(options, device)
    } catch {
      cn_signals_release()
      device.close()
      throw error
    }
    Self.setLine()
    // Curses believes LINES and COLUMNS, which may be stale.
    if let size = device.size { resize_term(Int32(size.rows), Int32(size.columns)) }
    size = Size(columns: Int(getmaxx(cn_stdscr())), rows: Int(getmaxy(cn_stdscr())))

    let hasColors = options.colorLimit != .mono && has_colors() && start_color() == OK
    let found = ColorDepth(colors: hasColors ? Int(cn_colors()) : 0)
    colorDepth = min(found, options.colorLimit ?? found)
    let pairs = PairCache(
      depth: colorDepth, hasDefaultColors: hasColors && use_default_colors() == OK, direct: tigetflag("RGB") > 0)
    painter = Painter(pairs: pairs, isUnicode: isUnicode)
    decoder = KeyDecoder(
      table: .ofOpenTerminal(), erase: device.erase, escapeDelay: options.escapeDelay,
      pasteSilence: options.pasteSilence, pasteLimit: options.pasteLimit)
    rescue = TerminalModes.rescue()
    hasMouseReports = cn_capability("kmous") != nil
    isMouseWanted = options.mouse
    enter()
  }

  /// Curses on the device, or the reason why not.
  private static func newScreen(
    _ options: TerminalOptions, _ device: TerminalDevice
  ) throws(TerminalError) -> OpaquePointer {
    guard let type = options.type, !type.isEmpty else { throw .noType }
    guard type != "dumb" else { throw .dumb }
    guard let screen = cn_open(type, device.output, device.input) else { throw .unknownType(type) }
    guard cn_capability("cup") != nil else {
      endwin()
      cn_close(screen)
      throw .cannotMoveCursor(type)
    }
    return screen
  }

  /// Keys arrive at once, unchanged and unechoed; drawing is never cut short by input.
  private static func setLine() {
    raw()
    noecho()
    nonl()
    typeahead(-1)
    keypad(cn_stdscr(), true)
    // Terminals disagree on the background of what deleting characters brings in, so curses writes cells instead.
    idcok(cn_stdscr(), false)
  }

  // MARK: Leaving and coming back

  /// Modes on, standard error kept away, crashes guarded.
  private func enter() {
    if capture == nil { capture = ErrorCapture() } else { capture?.resume() }
    var settings = device.settings
    cn_crash_arm(
      device.output, rescue, rescue.count, &settings, capture?.memory ?? -1, capture?.real ?? -1)
    device.send(usesMouse ? TerminalModes.pasteOn + TerminalModes.mouseOn : TerminalModes.pasteOn)
  }

  /// The terminal as it was before.
  private func leave() {
    if painter.shown?.pictures.contains(where: \.isKept) == true { device.send(PixelChange.deletingKept) }
    device.send(hasMouseReports ? TerminalModes.mouseOff + TerminalModes.pasteOff : TerminalModes.pasteOff)
    endwin()
    cn_crash_disarm()
    capture?.pause()
  }

  /// Takes the terminal again after `leave` or after others changed it; the last surface appears at once.
  private func comeBack() {
    enter()
    reset_prog_mode()
    // Leaving took it back, and curses would bring it again only with its own reading of keys.
    keypad(cn_stdscr(), true)
    if !noteSize() { device.send(painter.repaint(on: size)) }
  }

  /// Restores the terminal and shows what was written to standard error meanwhile. Once is enough, more does no harm.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    if isGone {
      cn_crash_disarm()
    } else {
      leave()
      cn_close(screen)
    }
    capture?.finish()
    cn_signals_release()
    device.close()
  }

  /// Gives the terminal back, does something else with it, and takes it again.
  public func withReleasedScreen<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard isOpen, !isGone else { return try body() }
    leave()
    defer { comeBack() }
    return try body()
  }

  /// Runs another program, an editor say, on the terminal to its end. Returns its exit code, or 128 and the signal that
  /// ended it.
  public func runExternal(_ program: String, arguments: [String] = []) throws(TerminalError) -> Int32 {
    try withReleasedScreen { () throws(TerminalError) in
      try ExternalProgram(program: program, arguments: arguments).run(keyboard: device.input)
    }
  }

  /// Stops the process and those of its pipeline, as Control-Z does elsewhere, and returns when the shell continues it.
  ///
  /// Where no shell could continue it, the system stops nothing, and this returns at once.
  public func suspend() {
    guard isOpen, !isGone else { return }
    leave()
    cn_signal_by_default(SIGTSTP, true)
    kill(0, SIGTSTP)
    awaitContinue()
    cn_signal_by_default(SIGTSTP, false)
    comeBack()
  }

  /// The stop may strike a little after `kill` has returned, so the screen is not taken back before SIGCONT was seen.
  private func awaitContinue() {
    let end = ContinuousClock.now + .milliseconds(100)
    while ContinuousClock.now < end {
      let noted = cn_signals_take()
      noteEnd(noted)
      if noted & Self.bit(SIGCONT) != 0 { return }
      usleep(2_000)
    }
  }

  /// Whether the mouse is listened to; may be changed at any time.
  public var mouse: Bool {
    get { isMouseWanted }
    set {
      guard newValue != isMouseWanted else { return }
      isMouseWanted = newValue
      guard isOpen, !isGone, hasMouseReports else { return }
      device.send(newValue ? TerminalModes.mouseOn : TerminalModes.mouseOff)
    }
  }

  private var usesMouse: Bool { isMouseWanted && hasMouseReports }

  // MARK: Output

  /// Shows a surface: what differs from the last one is sent, nothing else.
  public func present(_ surface: Surface) {
    guard isOpen, !isGone else { return }
    device.send(painter.present(surface, on: size))
  }

  /// Sends every cell of the last surface again, when others have written on the screen.
  public func repaint() {
    guard isOpen, !isGone else { return }
    device.send(painter.repaint(on: size))
  }

  // MARK: Input

  /// Waits for inputs and returns all there are. Empty when the deadline passed first.
  ///
  /// Without a deadline nothing wakes the process but a key, a signal or another thread.
  public func nextInputs(until deadline: ContinuousClock.Instant? = nil) -> [Input] {
    while true {
      if !queue.isEmpty {
        defer { queue.removeAll() }
        return queue
      }
      if isGone || !isOpen { return [.terminate(.hangUp)] }
      let limit = [deadline, decoder.deadline].compactMap { $0 }.min()
      wait(until: limit)
      let now = ContinuousClock.now
      if let end = decoder.deadline, now >= end { decoder.flush(at: now, into: &queue) }
      if queue.isEmpty, let deadline, now >= deadline { return [] }
    }
  }

  /// Sleeps until something is there or the time has come, and takes all of it.
  private func wait(until limit: ContinuousClock.Instant?) {
    var descriptors = [device.input, signals.descriptor, wakeUp.descriptor].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    let count = poll(&descriptors, nfds_t(descriptors.count), limit.map(Self.milliseconds) ?? -1)
    guard count > 0 else { return }
    if descriptors[0].revents != 0 { readKeys() }
    if descriptors[1].revents != 0, signals.take() { takeSignals() }
    if descriptors[2].revents != 0, wakeUp.take() { queue.append(.woken) }
  }

  /// Milliseconds from now, rounded up so that a deadline is past when the sleep is over.
  private static func milliseconds(until instant: ContinuousClock.Instant) -> Int32 {
    let (seconds, attoseconds) = (instant - ContinuousClock.now).components
    guard seconds >= 0, attoseconds >= 0 else { return 0 }
    return Int32(min(seconds, 2_000_000)) * 1_000 + Int32(attoseconds / 1_000_000_000_000_000) + 1
  }

  private func readKeys() {
    while true {
      let count = read(device.input, &buffer, buffer.count)
      guard count > 0 else {
        if count == 0 || (errno != EINTR && errno != EAGAIN) { hangUp() }
        return
      }
      decoder.feed(buffer[..<count], at: ContinuousClock.now, into: &queue)
      // Less than asked for: that was all.
      if count < buffer.count { return }
      var more = pollfd(fd: device.input, events: Int16(POLLIN), revents: 0)
      if poll(&more, 1, 0) <= 0 { return }
    }
  }

  private func hangUp() {
    guard !isGone else { return }
    isGone = true
    queue.append(.terminate(.hangUp))
  }

  private static func bit(_ signal: Int32) -> UInt64 { 1 << UInt64(signal) }

  private func takeSignals() {
    let noted = cn_signals_take()
    noteEnd(noted)
    if isGone { return }
    if noted & Self.bit(SIGTSTP) != 0 {
      suspend()
    } else if noted & Self.bit(SIGCONT) != 0 {
      // Stopped by others, who may have changed the terminal since.
      leave()
      comeBack()
    } else if noted & Self.bit(SIGWINCH) != 0 {
      noteSize()
    }
  }

  private func noteEnd(_ noted: UInt64) {
    // The terminal may still be there (a signal sent by hand), so it is given back; if it is gone, nothing is hurt.
    if noted & Self.bit(SIGHUP) != 0 { queue.append(.terminate(.hangUp)) }
    if noted & Self.bit(SIGTERM) != 0 { queue.append(.terminate(.terminate)) }
    if noted & Self.bit(SIGINT) != 0 { queue.append(.terminate(.interrupt)) }
  }

  /// Follows the terminal's size; true when it has changed, which the queue then tells.
  @discardableResult private func noteSize() -> Bool {
    guard let found = device.size, found != size else { return false }
    size = found
    resize_term(Int32(found.rows), Int32(found.columns))
    painter.forget()
    queue.removeAll { if case .key(.resize) = $0 { true } else { false } }
    queue.append(.key(.resize(found)))
    return true
  }
}
