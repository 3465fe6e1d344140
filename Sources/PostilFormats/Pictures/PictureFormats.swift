import PostilModel

/// The formats of pictures and of what is marked on them. A new one is one line here, and a reader or a writer in a
/// file of its own.
enum PictureFormats {
  /// What all writers need: regions of pictures, one answer a picture.
  private static let needs = TrainingNeeds(.regions, hasPrompt: false, judgements: .only)

  /// The same for classes of whole pictures.
  private static let needsOfClasses = TrainingNeeds(.classes, hasPrompt: false, judgements: .only)

  /// All of them, in the order in which documentation lists them.
  static let all: [Format] = [
    Format(
      name: "coco", title: "COCO: one JSON object of images, annotations and categories", training: needs,
      signs: COCOReader.signs, makeReader: { COCOReader() }, makeWriter: { COCOWriter($0) }),
    Format(
      name: "voc", title: "Pascal VOC: a folder with an XML file a picture", suffixes: ["xml"], takesFolders: true,
      isFolder: true, training: needs, signs: VOCReader.signs,
      makeReader: { VOCReader() }, makeWriter: { VOCWriter($0) }),
    Format(
      name: "yolo", title: "YOLO: a folder with a text file a picture, and classes.txt", takesFolders: true,
      isFolder: true, training: needs, signs: YOLOReader.signs,
      makeReader: { YOLOReader() }, makeWriter: { YOLOWriter($0) }),
    Format(
      name: "labelme", title: "labelme: a folder with a JSON file a picture", takesFolders: true, isFolder: true,
      training: needs, signs: LabelmeReader.signs,
      makeReader: { LabelmeReader() }, makeWriter: { LabelmeWriter($0) }),
    Format(
      name: "label-studio", title: "Label Studio: a JSON array of tasks", training: needs,
      signs: LabelStudioReader.signs, makeReader: { LabelStudioReader() }, makeWriter: { LabelStudioWriter($0) }),
    Format(
      name: "boxes-csv", title: "comma-separated values: a row a box", training: needs, signs: BoxesCSVReader.signs,
      makeReader: { BoxesCSVReader() }, makeWriter: { BoxesCSVWriter($0) }),
    Format(
      name: "images", title: "a folder of pictures, or single ones: a task each", suffixes: PictureFinder.suffixes,
      takesFolders: true, signs: PictureFolderReader.signs,
      makeReader: { PictureFolderReader(hasClasses: false) }),
    Format(
      name: ImageFoldersWriter.name, title: "a folder of pictures in folders by class, as ImageNet has them",
      takesFolders: true, isFolder: true, training: needsOfClasses, signs: PictureFolderReader.signsOfClasses,
      makeReader: { PictureFolderReader(hasClasses: true) }, makeWriter: { ImageFoldersWriter($0) }),
  ]

  /// The names of those that a folder can be of.
  static var ofFolders: [String] { all.filter(\.takesFolders).map(\.name) }
}
