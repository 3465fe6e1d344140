import PostilCore
import PostilModel
import PostilPictures
import PostilScreen

extension Desk {
  /// The regions of a picture and the cursor as lines over it, where the terminal shows real pixels.
  func regionLines(_ index: Int, frame: PictureFrame?, session: Session) -> [PictureLine] {
    guard let (question, kind) = boxes(on: index, session) else { return [] }
    let isFocused = regions.question == question.name
    var lines: [PictureLine] = []
    var chosenComesLast = false
    let hidden = regions.part(of: question.name).hidden
    for (place, row) in regionRows(of: question, session).enumerated() where !hidden.contains(row.region) {
      let isChosen = isFocused && place == regions.selected
      var outline = line(row.region, kind, width: isChosen ? 4 : 2)
      outline.isBroken = row.proposal != nil
      outline.number = place + 1
      // What is chosen lies over the others.
      lines.insert(outline, at: lines.count - (chosenComesLast ? 1 : 0))
      chosenComesLast = chosenComesLast || isChosen
    }
    guard isFocused, let frame else { return lines }
    let cursor = regionCursor(frame)
    let drawn = drawnRegion(question, kind, frame, session: session)
    if let drawn { lines.append(line(drawn, kind, width: 3)) }
    guard regions.cursor != nil || drawn != nil, regions.handle == nil else { return lines }
    return lines + PictureLine.cross(at: cursor, frame)
  }

  private func line(_ region: Region, _ kind: BoxesQuestion, width: Int) -> PictureLine {
    PictureLine(around: region, color: Self.color(of: region.label, kind), width: width)
  }
}
