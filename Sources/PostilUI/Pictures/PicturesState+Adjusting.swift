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

  /// Moves the window of 16-bit grey by parts of its width, or lets it grow by them.
  private mutating func moveWindow(by step: Double, growing: Double) {
    let range = lastShown[focused]?.info.greyRange ?? 0...65535
    let black = Double(adjustment.blackPoint ?? range.lowerBound)
    let white = Double(adjustment.whitePoint ?? range.upperBound)
    let width = max(10, white - black)
    adjustment.blackPoint = Int(min(max(0, black + width * (step - growing)), 65_534))
    adjustment.whitePoint = Int(min(max(1, white + width * (step + growing)), 65_535))
    if let low = adjustment.blackPoint, let high = adjustment.whitePoint, high <= low {
      adjustment.whitePoint = low + 1
    }
  }
}
