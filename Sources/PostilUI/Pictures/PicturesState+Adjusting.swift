import PostilCore
import PostilPictures

/// The colours in which pictures are seen.
extension PicturesState {
  /// Changes the colours in which pictures are seen; false for other commands.
  mutating func adjust(_ command: Command) -> Bool {
    switch command {
    case .invert: adjustment.isInverted.toggle()
    case .moreContrast: adjustment.contrast = min(100, adjustment.contrast + 10)
    case .lessContrast: adjustment.contrast = max(-100, adjustment.contrast - 10)
    case .brighter: adjustment.brightness = min(100, adjustment.brightness + 10)
    case .darker: adjustment.brightness = max(-100, adjustment.brightness - 10)
    case .moreGamma: adjustment.gamma = min(500, adjustment.gamma + 20)
    case .lessGamma: adjustment.gamma = max(20, adjustment.gamma - 20)
    case .equalise: adjustment.isEqualised.toggle()
    case .falseColour: adjustment.isFalseColour.toggle()
    case .nextChannel:
      let all = PictureAdjustment.Channel.allCases
      adjustment.channel = all[((all.firstIndex(of: adjustment.channel) ?? 0) + 1) % all.count]
    case .windowLower: moveWindow(by: -0.1, growing: 0)
    case .windowHigher: moveWindow(by: 0.1, growing: 0)
    case .windowNarrower: moveWindow(by: 0, growing: -0.1)
    case .windowWider: moveWindow(by: 0, growing: 0.1)
    case .plainColours: adjustment = PictureAdjustment()
    default: return false
    }
    return true
  }

  /// Moves the window of 16-bit grey by parts of its width, or lets it grow by them. It keeps its width at both ends of what
  /// there is, so that the way back leads to where one came from.
  private mutating func moveWindow(by step: Double, growing: Double) {
    let range = lastShown[focused]?.info.greyRange ?? 0...65535
    var black = adjustment.blackPoint ?? range.lowerBound
    var white = adjustment.whitePoint ?? range.upperBound
    let width = Double(max(10, white - black))
    let moved = min(max(Int((width * step).rounded()), -black), 65_535 - white)
    let grown = Int((width * growing).rounded())
    black = min(max(0, black + moved - grown), 65_534)
    white = min(max(black + 1, white + moved + grown), 65_535)
    adjustment.blackPoint = black
    adjustment.whitePoint = white
  }
}
