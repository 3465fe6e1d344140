public import PostilModel

/// One response that is better than another.
public struct PreferencePair: Sendable, Hashable {
  /// The better one's id.
  public var chosen: String
  /// The worse one's id.
  public var rejected: String
  /// How far their ranks are apart; 0 in a tie.
  public var distance: Int

  /// A pair.
  public init(chosen: String, rejected: String, distance: Int) {
    self.chosen = chosen
    self.rejected = rejected
    self.distance = distance
  }
}

extension ExportPolicy {
  /// The pairs of an order, best first. What was set aside is in none.
  ///
  /// - Parameter rest: Responses that are worse than all that have a rank, and of which no more is known: what is left when
  ///   the best few are asked for. There is no pair of two of them.
  public func pairs(of order: WeakOrder, rest: [String] = []) -> [PreferencePair] {
    let tiers = rest.isEmpty ? order.tiers : order.tiers + [rest]
    guard !order.tiers.isEmpty else { return [] }
    let tied = rest.isEmpty ? tiers.count : tiers.count - 1
    var list: [PreferencePair] = []
    for better in tiers.indices {
      if ties == .both, better < tied, pairs != .bestWorst || tiers.count == 1 { appendTies(tiers[better], to: &list) }
      for worse in tiers.indices.dropFirst(better + 1) where isWanted(better, worse, of: tiers.count) {
        for chosen in tiers[better] {
          for rejected in tiers[worse] {
            list.append(PreferencePair(chosen: chosen, rejected: rejected, distance: worse - better))
          }
        }
      }
    }
    return list
  }

  private func isWanted(_ better: Int, _ worse: Int, of count: Int) -> Bool {
    switch pairs {
    case .all: true
    case .adjacent: worse == better + 1
    case .bestWorst: better == 0 && worse == count - 1
    }
  }

  private func appendTies(_ tier: [String], to list: inout [PreferencePair]) {
    for chosen in tier {
      for rejected in tier where rejected != chosen {
        list.append(PreferencePair(chosen: chosen, rejected: rejected, distance: 0))
      }
    }
  }
}
