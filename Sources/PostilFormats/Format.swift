/// One format of records, under one name for import and export.
public struct Format: Sendable {
  /// The name after `--format`.
  public let name: String
  /// What it is, in a few words.
  public let title: String
  /// The endings of file names that say so, without the dot; `.gz` after them is understood.
  public let suffixes: [String]
  /// Makes a reader; nil for a format that is only written.
  public let makeReader: (@Sendable () -> any RecordReader)?
  /// Makes a writer; nil for a format that is only read.
  public let makeWriter: (@Sendable (ExportLayout) -> any RecordWriter)?
  /// What it asks of a project, if its records are for training; nil for a format that takes every project.
  public let training: TrainingNeeds?

  /// Whether all files of one import are read together, as `JoiningReader` does.
  public let joinsFiles: Bool

  /// Whether a folder can be read as a whole.
  public let takesFolders: Bool

  /// Whether it is written as a folder of files, by a `FolderWriter`.
  public let isFolder: Bool

  /// By what it is known, if it is one of pictures and can be told.
  let pictureSigns: PictureSigns?

  /// A format.
  public init(
    name: String, title: String, suffixes: [String] = [], joinsFiles: Bool = false, takesFolders: Bool = false,
    isFolder: Bool = false, training: TrainingNeeds? = nil,
    makeReader: (@Sendable () -> any RecordReader)? = nil,
    makeWriter: (@Sendable (ExportLayout) -> any RecordWriter)? = nil
  ) {
    self.init(
      name: name, title: title, suffixes: suffixes, joinsFiles: joinsFiles, takesFolders: takesFolders,
      isFolder: isFolder, training: training, signs: nil, makeReader: makeReader, makeWriter: makeWriter)
  }

  /// A format that signs tell.
  init(
    name: String, title: String, suffixes: [String] = [], joinsFiles: Bool = false, takesFolders: Bool = false,
    isFolder: Bool = false, training: TrainingNeeds? = nil, signs: PictureSigns?,
    makeReader: (@Sendable () -> any RecordReader)? = nil,
    makeWriter: (@Sendable (ExportLayout) -> any RecordWriter)? = nil
  ) {
    self.name = name
    self.title = title
    self.suffixes = suffixes
    self.joinsFiles = joinsFiles
    self.takesFolders = takesFolders
    self.isFolder = isFolder
    self.training = training
    pictureSigns = signs
    self.makeReader = makeReader
    self.makeWriter = makeWriter
  }

  /// Refuses options that do not go with the format.
  ///
  /// - Throws: `TransferError.unsuited`.
  public func check(_ policy: ExportPolicy) throws(TransferError) {
    if let problem = (training ?? TrainingNeeds.nothing).problem(with: policy) {
      throw .unsuited(format: name, reason: problem)
    }
  }

  /// Refuses standard output for a format that is a folder.
  ///
  /// - Throws: `TransferError.unsuited`.
  public func check(output path: String) throws(TransferError) {
    if isFolder, path == "-" {
      throw .unsuited(format: name, reason: "is a folder of files; name it with --output")
    }
  }

  /// A writer for a project.
  ///
  /// - Throws: `TransferError.wrongDirection` when the format is only read, `.unsuited` when the project has not what it
  ///   needs, or an option was given that it does not follow.
  public func writer(for layout: ExportLayout) throws(TransferError) -> any RecordWriter {
    guard let makeWriter else { throw .wrongDirection(format: name, wanted: "export", known: Formats.exportNames) }
    if let problem = (training ?? TrainingNeeds.nothing).problem(with: layout) {
      throw .unsuited(format: name, reason: problem)
    }
    return makeWriter(layout)
  }
}
