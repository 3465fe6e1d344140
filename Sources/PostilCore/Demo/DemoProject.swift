import PostilModel

/// The project that `postil demo` makes: fifty-odd records written for it, three questions, a page of guidelines.
public enum DemoProject {
  /// The file with the records, beside `postil.toml`.
  public static let recordsFileName = "demo.jsonl"

  /// The records as lines of JSON, as `postil import` reads them.
  public static var records: String {
    var bytes: [UInt8] = []
    for record in DemoRecords.all {
      JSONWriter.append(record.json, to: &bytes)
      bytes.append(UInt8(ascii: "\n"))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Keys for a desk without a terminal, by their names in `keys.toml`: three answers with an undo between them, a
  /// rating, a mark and a skip. They leave the first three records submitted and the fourth skipped.
  public static let keyScript = [
    "p", "4", "Enter",  // the stay that grew longer: positive, and useful
    "p", "Enter", "u", "u", "n", "Enter",  // irony, taken for praise at first
    "f", "p", "Enter",  // a kettle, marked as not sure
    "s", "Enter",  // skipped without a reason
  ]

  /// Writes `postil.toml`, `guidelines.md` and `demo.jsonl` into a folder, which is made if it is not there.
  ///
  /// - Throws: `FileError`; when one of the files exists, nothing is written.
  public static func write(to folder: String) throws(FileError) {
    let files = [
      (ProjectFile.fileName, configuration), (NewProjectFiles.guidelinesName, guidelines), (recordsFileName, records),
    ]
    try NewProjectFiles.write(files, to: folder)
  }

  /// The text of `postil.toml`.
  public static let configuration = """
    # The demo. Change what you like: this file is yours. `postil doctor` checks it.

    [project]
    name = "Postil demo"
    guidelines = "guidelines.md"
    annotators_per_task = 1
    advance = "auto"

    # A record has a text or a dialogue.
    [[field]]
    name = "text"
    type = "text"
    title = "Review"
    required = false

    [[field]]
    name = "dialogue"
    type = "chat"
    title = "Dialogue"
    required = false

    [[question]]
    name = "sentiment"
    type = "label"
    title = "What does the writer feel?"
    help = "In a dialogue: what the user feels at its end."
    labels = [
      { name = "positive", key = "p", help = "Pleased on the whole." },
      { name = "negative", key = "n", help = "Displeased on the whole." },
      { name = "mixed", key = "m", help = "Both, and neither outweighs." },
    ]

    # Asked only while the answer above is "mixed".
    [[question]]
    name = "why"
    type = "text"
    title = "What speaks for each side?"
    help = "A few words of each, quoted or in your own."
    required = false
    at_most = 280
    rows = 2
    when = { question = "sentiment", is = "mixed" }

    [[question]]
    name = "usefulness"
    type = "rating"
    title = "Would it help somebody choose?"
    lowest = 1
    highest = 5
    lowest_name = "no help"
    highest_name = "all one needs"
    required = false

    """
}
