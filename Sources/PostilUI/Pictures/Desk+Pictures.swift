import PostilCore
import PostilModel
public import PostilPictures
import PostilScreen

extension Desk {
  /// The pictures that the last screen wants decoded, most wanted first.
  public var wantedPictures: [PictureRequest] { pictures.wanted }

  /// Follows the session: the pictures of the task before the annotator.
  mutating func followPictures(_ now: Seen, session: Session) {
    followRegions(now, session: session)
    guard now.task != seen.task || now.isLoaded != seen.isLoaded else { return }
    pictures.begin(
      session.current?.task.map { PictureItem.items(of: $0, project: session.project) } ?? [], task: now.task)
  }

  /// Why a command for pictures does nothing; nil when it does something.
  func reasonForPictures(_ command: Command) -> String? {
    if !hasPictures { return "This project has no pictures." }
    if pictures.sheet != nil {
      return PicturesState.ofOnePicture.contains(command) ? "Enter opens a picture of the sheet to look at it." : nil
    }
    return pictures.reason(against: command)
  }

  /// Does a command for pictures; nil for others.
  mutating func runOnPictures(_ command: Command, session: Session) -> [Intent]? {
    if command == .contactSheet { return toggleSheet() }
    let wanted = pictures.focused == regions.picture ? regionPlace(session) : nil
    guard pictures.run(command, towards: wanted) else { return nil }
    return command == .wholeScreen && pictures.isZoomed ? setFocus(.task) : []
  }
}
