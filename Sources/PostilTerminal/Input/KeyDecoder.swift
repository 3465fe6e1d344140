import PostilScreen

/// Turns the bytes of a terminal into inputs. A pure machine: bytes and times in, inputs out.
///
/// Curses' own reader is not used: it loses the bytes of a character that arrives in two reads, holds up to fifteen keys
/// behind a byte that is not UTF-8, sleeps while it waits after Esc, and hands an unknown sequence on as letters, which
/// here would be commands. The sequences themselves come from its terminal database.
nonisolated struct KeyDecoder {
  /// How long a lone Esc may be the beginning of something longer.
  private let escapeDelay: Duration
  /// How long a paste may pause before it counts as ended.
  private let pasteSilence: Duration
  private let pasteLimit: Int
  /// The byte of the erase key, next to DEL.
  private let erase: UInt8
  private let table: KeyTable
  private var mouse = MouseDecoder()
  private var pending: [UInt8] = []
  private var paste: PasteCollector?
  /// When `flush` has to be called if no more bytes came; nil when nothing waits.
  private(set) var deadline: ContinuousClock.Instant?

  /// A decoder. `pasteLimit` in bytes.
  init(
    table: KeyTable = KeyTable(), erase: UInt8 = 0x7f, escapeDelay: Duration = .milliseconds(25),
    pasteSilence: Duration = .seconds(1), pasteLimit: Int = 1 << 20
  ) {
    self.table = table
    self.erase = erase
    self.escapeDelay = escapeDelay
    self.pasteSilence = pasteSilence
    self.pasteLimit = pasteLimit
  }

  /// What stands at the beginning of some bytes.
  private enum Step {
    /// An input of so many bytes; nil for bytes that mean nothing.
    case input(Input?, length: Int)
    /// More bytes are needed; a time limit only where a person may have meant the bytes as they are.
    case incomplete(within: Duration?)
    /// A paste begins after so many bytes.
    case paste(length: Int)
  }

  /// Decodes bytes that arrived at a time.
  mutating func feed(_ bytes: some Sequence<UInt8>, at now: ContinuousClock.Instant, into inputs: inout [Input]) {
    pending += bytes
    decode(at: now, isLast: false, into: &inputs)
  }

  /// Takes what waits as it is: a lone Esc is the key, half a sequence is dropped, an open paste ends.
  mutating func flush(at now: ContinuousClock.Instant, into inputs: inout [Input]) {
    if paste != nil {
      // A half-written end mark is not text.
      pending.removeAll()
      finishPaste(into: &inputs)
    }
    decode(at: now, isLast: true, into: &inputs)
  }

  private mutating func decode(at now: ContinuousClock.Instant, isLast: Bool, into inputs: inout [Input]) {
    deadline = nil
    var index = 0
    scan: while index < pending.count {
      if paste != nil {
        guard takePaste(from: &index, into: &inputs) else { break scan }
        continue
      }
      switch step(pending[index...], at: now, isLast: isLast) {
      case .input(let input, let length):
        if let input { inputs.append(input) }
        index += length
      case .paste(let length):
        paste = PasteCollector(limit: pasteLimit)
        index += length
      case .incomplete(let within):
        deadline = within.map { now + $0 }
        break scan
      }
    }
    pending.removeFirst(index)
    if paste != nil { deadline = now + pasteSilence }
  }

  /// Feeds the open paste; false when all bytes are used or the rest waits for more.
  private mutating func takePaste(from index: inout Int, into inputs: inout [Input]) -> Bool {
    guard let (used, isOver) = paste?.take(pending[index...]) else { return false }
    index += used
    if isOver { finishPaste(into: &inputs) }
    return isOver
  }

  private mutating func finishPaste(into inputs: inout [Input]) {
    guard let ended = paste else { return }
    paste = nil
    inputs.append(.key(.paste(ended.text())))
    if ended.dropped > 0 { inputs.append(.pasteCut(dropped: ended.dropped)) }
  }

  private mutating func step(_ bytes: ArraySlice<UInt8>, at now: ContinuousClock.Instant, isLast: Bool) -> Step {
    let first = bytes[bytes.startIndex]
    if first == 0x1b { return escape(bytes, at: now, isLast: isLast) }
    if first >= 0x20, first < 0x7f { return .input(.key(.character(Unicode.Scalar(first))), length: 1) }
    if first < 0x80 { return .input(.key(control(first)), length: 1) }
    switch UTF8Scalar.decode(bytes) {
    case .scalar(let scalar, let length):
      let isControl = scalar.value < 0xa0
      return .input(isControl ? nil : .key(.character(scalar)), length: length)
    case .incomplete: return isLast ? .input(nil, length: 1) : .incomplete(within: nil)
    case .invalid: return .input(nil, length: 1)
    }
  }

  private func control(_ byte: UInt8) -> Key {
    if byte == 0x7f || byte == erase { return .named(.backspace) }
    return switch byte {
    case 0: .control(" ")
    case 0x09: .named(.tab)
    case 0x0d: .named(.enter)
    case 0x01...0x1a: .control(Character(Unicode.Scalar(byte + 0x60)))
    default: .control(Character(Unicode.Scalar(byte + 0x40)))
    }
  }

  // MARK: Sequences that begin with Esc

  private static let pasteStart: [UInt8] = [0x1b, 0x5b, 0x32, 0x30, 0x30, 0x7e]
  /// Long enough for a sequence that the network cut in two; nobody types one by hand that fast.
  private static let sequenceDelay = Duration.milliseconds(100)
  /// Longer ones are dropped.
  private static let sequenceLimit = 4096

  private mutating func escape(_ bytes: ArraySlice<UInt8>, at now: ContinuousClock.Instant, isLast: Bool) -> Step {
    guard bytes.count > 1 else {
      return isLast ? .input(.key(.named(.escape)), length: 1) : .incomplete(within: escapeDelay)
    }
    if bytes.starts(with: Self.pasteStart) { return .paste(length: Self.pasteStart.count) }
    switch table.match(bytes) {
    case .key(let key, let length): return .input(.key(key), length: length)
    case .prefix where !isLast && bytes.count > 2: return .incomplete(within: Self.sequenceDelay)
    default: break
    }
    let second = bytes[bytes.startIndex + 1]
    if bytes.count == 2, second == 0x5b || second == 0x4f, !isLast {
      return .incomplete(within: max(escapeDelay, Self.sequenceDelay))
    }
    switch second {
    case 0x5b where bytes.count > 2: return sequence(bytes, at: now, isLast: isLast)
    case 0x4f where bytes.count > 2: return .input(SequenceKeys.application(bytes[bytes.startIndex + 2]), length: 3)
    case 0x1b: return .input(.key(.named(.escape)), length: 1)
    case 0x5d where bytes.count > 2 && isDigit(bytes[bytes.startIndex + 2]): return report(bytes, isLast: isLast)
    case 0x50 where bytes.count > 2 && isReport(bytes[bytes.startIndex + 2]): return report(bytes, isLast: isLast)
    default: return alt(bytes, isLast: isLast)
    }
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  private func isReport(_ byte: UInt8) -> Bool { isDigit(byte) || byte == 0x3e || byte == 0x21 }

  private func alt(_ bytes: ArraySlice<UInt8>, isLast: Bool) -> Step {
    let rest = bytes.dropFirst()
    let byte = rest[rest.startIndex]
    if byte == 0x7f || byte == erase { return .input(.key(.alt("\u{7f}")), length: 2) }
    if byte == 0x0d { return .input(.key(.alt("\r")), length: 2) }
    // Esc and then a control key is what it looks like.
    if byte < 0x20 { return .input(.key(.named(.escape)), length: 1) }
    switch UTF8Scalar.decode(rest) {
    case .scalar(let scalar, let length):
      return .input(scalar.value < 0xa0 && scalar.value > 0x7e ? nil : .key(.alt(scalar)), length: length + 1)
    case .incomplete where !isLast: return .incomplete(within: nil)
    default: return .input(.key(.named(.escape)), length: 2)
    }
  }

  /// An answer of the terminal to a question that some earlier program asked: dropped whole, up to BEL or Esc and `\`.
  private func report(_ bytes: ArraySlice<UInt8>, isLast: Bool) -> Step {
    var index = bytes.startIndex + 2
    while index < bytes.endIndex {
      if bytes[index] == 0x07 { return .input(nil, length: index + 1 - bytes.startIndex) }
      if bytes[index] == 0x1b, index + 1 < bytes.endIndex {
        let length = index - bytes.startIndex
        return .input(nil, length: bytes[index + 1] == 0x5c ? length + 2 : length)
      }
      index += 1
    }
    if isLast || bytes.count > Self.sequenceLimit { return .input(nil, length: bytes.count) }
    return .incomplete(within: Self.sequenceDelay)
  }

  /// A control sequence: parameters, then one byte that says what it is.
  private mutating func sequence(
    _ bytes: ArraySlice<UInt8>, at now: ContinuousClock.Instant, isLast: Bool
  ) -> Step {
    let start = bytes.startIndex + 2
    var end = start
    while end < bytes.endIndex, bytes[end] >= 0x20, bytes[end] < 0x40 { end += 1 }
    guard end < bytes.endIndex else {
      if isLast || bytes.count > Self.sequenceLimit { return .input(nil, length: bytes.count) }
      return .incomplete(within: Self.sequenceDelay)
    }
    let length = end + 1 - bytes.startIndex
    let final = bytes[end]
    // A control byte breaks the sequence off and stands for itself.
    if final < 0x40 || final > 0x7e { return .input(nil, length: length - 1) }
    let parameters = bytes[start..<end]
    if final == 0x5b, parameters.isEmpty { return linuxFunction(bytes, isLast: isLast) }
    if final == 0x4d, parameters.isEmpty { return oldMouse(bytes, at: now, isLast: isLast) }
    if parameters.first == 0x3c { return .input(mouseReport(parameters.dropFirst(), final, at: now), length: length) }
    return .input(SequenceKeys.input(parameters: parameters, final: final), length: length)
  }

  /// F1 to F5 of the Linux console: `Esc [ [ A`.
  private func linuxFunction(_ bytes: ArraySlice<UInt8>, isLast: Bool) -> Step {
    guard bytes.count > 3 else {
      return isLast ? .input(nil, length: bytes.count) : .incomplete(within: Self.sequenceDelay)
    }
    let number = Int(bytes[bytes.startIndex + 3]) - 0x40
    return .input((1...5).contains(number) ? .key(.function(number)) : nil, length: 4)
  }

  /// The mouse in the protocol before SGR: three bytes follow.
  private mutating func oldMouse(
    _ bytes: ArraySlice<UInt8>, at now: ContinuousClock.Instant, isLast: Bool
  ) -> Step {
    guard bytes.count >= 6 else {
      return isLast ? .input(nil, length: bytes.count) : .incomplete(within: Self.sequenceDelay)
    }
    let values = bytes.dropFirst(3).prefix(3).map(Int.init)
    let event = mouse.event(
      code: values[0] - 32, x: max(0, values[1] - 33), y: max(0, values[2] - 33), released: false, at: now)
    return .input(event.map { .key(.mouse($0)) }, length: 6)
  }

  private mutating func mouseReport(
    _ parameters: ArraySlice<UInt8>, _ final: UInt8, at now: ContinuousClock.Instant
  ) -> Input? {
    let values = SequenceKeys.numbers(parameters)
    guard values.count == 3, final == 0x4d || final == 0x6d else { return nil }
    let event = mouse.event(
      code: values[0], x: max(0, values[1] - 1), y: max(0, values[2] - 1), released: final == 0x6d, at: now)
    return event.map { .key(.mouse($0)) }
  }
}
