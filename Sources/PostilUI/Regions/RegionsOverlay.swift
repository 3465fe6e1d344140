import PostilCore
import PostilPictures
import PostilScreen

/// What the annotating desk lays over its pictures: regions, what is being drawn, the cursor.
struct RegionsOverlay: PictureOverlay {
  let desk: Desk
  let session: Session
  /// What others have marked; nil where nobody else's regions are to be seen.
  let beneath: AnswerMarks?

  func words(on picture: Int) -> String {
    picture == desk.regions.picture ? desk.regionWords(session) : ""
  }

  func probe(on picture: Int) -> PictureRequest.Probe? {
    picture == desk.regions.picture && desk.regions.handle == nil ? desk.regions.cursor : nil
  }

  func place(on picture: Int) -> PixelPoint? {
    picture == desk.regions.picture ? desk.regionPlace(session) : nil
  }

  func lines(on picture: Int, frame: PictureFrame?) -> [PictureLine] {
    let others = desk.regions.hidesOthers ? [] : beneath?.lines(on: picture, frame: frame) ?? []
    return others + desk.regionLines(picture, frame: frame, session: session)
  }

  func draw(on picture: Int, _ canvas: RegionCanvas, _ painter: inout Painter) {
    if !desk.regions.hidesOthers { beneath?.draw(on: picture, canvas, &painter) }
    desk.drawRegions(picture, canvas, session: session, &painter)
  }
}
