import PostilModel

/// A row of the list of regions: one of the annotator's own, or one that a model proposes.
struct RegionRow: Sendable, Hashable {
  /// The region.
  var region: Region
  /// The place among the answer's regions; nil for a proposal.
  var place: Int?
  /// The place among the proposals; nil for an own one.
  var proposal: Int?
  /// Who proposes, with the score.
  var source = ""

  /// Own regions in their order, then the proposals that are not settled yet.
  static func list(
    draft: RegionDraft, suggestions: [Suggestion], isSaid: Bool
  ) -> [RegionRow] {
    let own = (draft.regions ?? []).enumerated().map { RegionRow(region: $1, place: $0) }
    // What somebody has submitted stands for itself.
    guard !isSaid else { return own }
    let known = Set(own.map(\.region))
    var proposals: [RegionRow] = []
    for suggestion in suggestions {
      for region in Region.list(suggestion.answer) {
        proposals.append(
          RegionRow(region: region, proposal: proposals.count, source: QuestionView.source(of: suggestion)))
      }
    }
    return own
      + proposals.filter { row in
        row.proposal.map { !draft.settled.contains($0) } ?? true && !known.contains(row.region)
      }
  }
}
