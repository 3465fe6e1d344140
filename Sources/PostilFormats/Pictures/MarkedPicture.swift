import PostilModel

/// A picture with the regions that are written of it.
struct MarkedPicture {
  /// The task's number.
  var number: Int
  /// The picture's path, from the project or absolute.
  var path: String
  /// Its size, where it is known.
  var size: PictureSize?
  /// What was marked.
  var regions: [Region]
  /// What else is known of it.
  var metadata: JSONObject
  /// Whose answer it is.
  var annotator: String
  /// How long that took, in milliseconds.
  var activeMilliseconds: Int

  /// Whether somebody marked the region as something: 1 or 0, as files say it.
  static func mark(_ name: String, of region: Region) -> Int { region.attributes.contains(name) ? 1 : 0 }
}
