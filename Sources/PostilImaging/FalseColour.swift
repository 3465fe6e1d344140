/// A scale of colours for grey: from black over violet and orange to pale yellow, steadily lighter, so that its order is
/// also seen by people who cannot tell red from green.
enum FalseColour {
  typealias Color = (red: UInt8, green: UInt8, blue: UInt8)

  /// The colour of each value from 0 to 255.
  static let scale: [Color] = (0...255).map { value in
    let place = Double(value) / 255 * Double(stops.count - 1)
    let index = min(stops.count - 2, Int(place))
    let share = place - Double(index)
    func mixed(_ from: UInt8, _ to: UInt8) -> UInt8 { UInt8(Double(from) + (Double(to) - Double(from)) * share + 0.5) }
    let (from, to) = (stops[index], stops[index + 1])
    return (mixed(from.red, to.red), mixed(from.green, to.green), mixed(from.blue, to.blue))
  }

  private static let stops: [Color] = [
    (0, 0, 0), (44, 10, 90), (104, 20, 110), (160, 40, 98), (214, 72, 62), (246, 126, 20), (250, 194, 42),
    (252, 255, 170),
  ]
}
