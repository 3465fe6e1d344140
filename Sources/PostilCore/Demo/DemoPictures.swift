import PostilModel

/// Pictures drawn for the demo: discs on a pale ground, as cells in a slide look. Always the same ones.
struct DemoPictures {
  /// Columns and rows of each.
  static let (width, height) = (480, 360)
  /// How many there are.
  static let count = 6

  /// A disc, and what it stands for.
  struct Cell {
    var label: String
    var x: Int
    var y: Int
    var radius: Int

    /// The box around it.
    var region: Region {
      Region(
        label: label, left: Double(x - radius), top: Double(y - radius), right: Double(x + radius + 1),
        bottom: Double(y + radius + 1))
    }
  }

  /// The number of the picture, from 1.
  let number: Int
  /// What is on it.
  let cells: [Cell]
  private var state: UInt64

  /// A picture by its number.
  init(_ number: Int) {
    self.number = number
    state = UInt64(number)
    var cells: [Cell] = []
    for attempt in 0..<60 where cells.count < 12 {
      let label = attempt % 7 == 3 ? "white" : attempt % 5 == 4 ? "platelet" : "red"
      let radius = label == "white" ? 34 : label == "platelet" ? 7 : 21 + Self.next(&state, below: 5)
      let x = radius + 2 + Self.next(&state, below: Self.width - 2 * radius - 4)
      let y = radius + 2 + Self.next(&state, below: Self.height - 2 * radius - 4)
      let isFree = cells.allSatisfy { other in
        let (across, down, apart) = (other.x - x, other.y - y, other.radius + radius - 4)
        return across * across + down * down > apart * apart
      }
      if isFree { cells.append(Cell(label: label, x: x, y: y, radius: radius)) }
    }
    self.cells = cells
  }

  /// The file's name beside `postil.toml`.
  var name: String { "pictures/slide-\(number).bmp" }

  /// What a model proposes: it misses the platelets, is a little off, and sees a cell where none is.
  var proposals: [Region] {
    var found = cells.filter { $0.label != "platelet" }.enumerated().map { place, cell in
      cell.region.moved(x: Double(place % 3 - 1) * 3, y: Double(place % 2) * 2)
    }
    found.append(Region(label: "red", left: 4, top: 4, right: 40, bottom: 38))
    return found
  }

  /// The picture as a bitmap of 24 bits a pixel, rows from the bottom up.
  /// https://learn.microsoft.com/windows/win32/gdi/bitmap-storage
  var bytes: [UInt8] {
    let size = Self.width * Self.height * 3
    var bytes: [UInt8] = [0x42, 0x4D]
    func append(_ value: Int, _ count: Int) {
      for place in 0..<count { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * place))) }
    }
    append(54 + size, 4)
    append(0, 4)
    append(54, 4)
    append(40, 4)
    append(Self.width, 4)
    append(Self.height, 4)
    append(1, 2)
    append(24, 2)
    append(0, 4)
    append(size, 4)
    for value in [2835, 2835, 0, 0] { append(value, 4) }
    bytes.reserveCapacity(54 + size)
    var noise = state
    for y in (0..<Self.height).reversed() {
      for x in 0..<Self.width {
        let color = color(x, y)
        let grain = Self.next(&noise, below: 9) - 4
        for part in [color.blue, color.green, color.red] { bytes.append(UInt8(min(255, max(0, part + grain)))) }
      }
    }
    return bytes
  }

  private func color(_ x: Int, _ y: Int) -> (red: Int, green: Int, blue: Int) {
    for cell in cells {
      let (across, down) = (x - cell.x, y - cell.y)
      let square = across * across + down * down
      guard square <= cell.radius * cell.radius else { continue }
      // Hundredths of the way from the middle to the edge, squared.
      let share = square * 100 / (cell.radius * cell.radius)
      switch cell.label {
      case "white": return share < 38 ? (104, 70, 168) : (196, 178, 214)
      case "platelet": return (128, 88, 158)
      default: return share < 14 ? (228, 194, 188) : (206 - share / 5, 146 - share / 4, 142 - share / 5)
      }
    }
    return (236, 228, 222)
  }

  /// A number from a linear congruential generator.
  /// D. E. Knuth, The Art of Computer Programming, volume 2, 3.3.4, line 26 of table 1.
  private static func next(_ state: inout UInt64, below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
}
