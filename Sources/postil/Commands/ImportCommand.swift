import ArgumentParser
import PostilCore
import PostilFormats
import PostilModel

/// `postil import`: brings records into the project.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Bring records into the project from JSONL, JSON, CSV, TSV, text, training formats or pictures.",
    discussion: """
      Records that are there already are skipped; those that are no good go to a rejects file with line and reason, \
      the rest is imported, and the exit code is 2. A suggestion that does not fit goes there too, and its record is \
      imported without it. - is standard input.

      Formats of preferences and demonstrations (hh-rlhf, oasst-tree, trl-preference, chat …) fill the fields by their \
      kinds: the first chat field takes the prompt, the first candidates field the responses, a text field a single \
      response; what is not used is metadata, and --map wins. A ranking or label that comes with a record becomes an \
      annotation by source:FORMAT, where a question takes it.

      Pictures: a folder of them (also in folders by class), or what was marked on them, as coco, voc, yolo, labelme, \
      label-studio or boxes-csv. A folder is read with all below it, in the order of the names. Regions become suggestions \
      by --model NAME (else the format's name), or with --annotator NAME that person's answers. With --suggestions or \
      --annotations they go to pictures that are tasks already. A task's id is the picture's path. No number changes.

      --annotations reads what people answered elsewhere: the columns task (or id), annotator (or worker), and one for \
      each question by its name; where there is one question, label will do. seconds and saved_at are taken too, other \
      columns are not. Who is not on the roster comes there as an annotator; answers that stand there already stay.

      Examples:
        postil import reviews.jsonl
        postil import --map text=review_body reviews.csv.gz
        postil import --map prompt=turns.0 questions.jsonl
        zcat dump.gz | postil import --format jsonl -
        postil import --suggestions model-a.jsonl
        postil import --annotations labels.csv --value 1=entailment --value 0=neutral
        postil import --format oasst-tree trees.jsonl.gz
        postil import pictures
        postil import --model detector-2 instances.json
        postil import --annotator anna voc
        postil import --format alpaca-eval model-a.json model-b.json
      """)

  @OptionGroup var project: ProjectOptions
  @OptionGroup var output: JSONOption

  @Argument(help: "Files of records, or folders of pictures; - for standard input.", completion: .file())
  var files: [String]

  @Option(
    help: "The files' format, when name and content do not tell: \(Formats.importNames.joined(separator: ", ")).",
    completion: .list(Formats.importNames))
  var format: String?

  @Option(
    name: .customLong("map"),
    help: ArgumentHelp(
      """
      The record's name for a field or for id (with --annotations for a question or for annotator), where it differs; turns.0 or meta.title for what stands in a list or an \
      object of a JSON record. Repeatable.
      """, valueName: "field=column"))
  var mapping: [FieldMapping] = []

  @Flag(help: "Only read and check; write nothing.")
  var dryRun = false

  @Flag(help: "All or nothing: the first record that is no good ends the import.")
  var strict = false

  @Option(
    help: "The file to which the rejected are added (default: a new one, NAME.rejects.jsonl in the project).",
    completion: .file())
  var rejects: String?

  @Flag(help: "The records are suggestions for tasks that are there: id, question, answer, model, score (0 to 1).")
  var suggestions = false

  @Flag(help: "The records are answers of people to tasks that are there, a row an annotation.")
  var annotations = false

  @Option(help: "Whose suggestions the regions of pictures are: a model's name (default: the format's).")
  var model: String?

  @Option(help: "Whose answers the regions of pictures are, instead of suggestions.")
  var annotator: String?

  @OptionGroup var meanings: ValueOptions

  @Option(help: ArgumentHelp("The most bytes that a record may have: 500K, 64M.", valueName: "size"))
  var maxRecord = ByteCount(RecordLayout.standardRecordBytes)

  func validate() throws {
    if suggestions, annotations { throw ValidationError("Choose one of --suggestions and --annotations.") }
    if suggestions, annotator != nil { throw ValidationError("Choose one of --suggestions and --annotator.") }
    if model != nil, annotator != nil { throw ValidationError("Choose one of --model and --annotator.") }
    if model == "" { throw ValidationError("--model wants a name.") }
    if let annotator, let problem = Person.problem(withName: annotator) { throw ValidationError("A name \(problem).") }
    if !annotations, !meanings.value.isEmpty { throw ValidationError("--value goes with --annotations.") }
    guard !files.isEmpty else { throw ValidationError("Name a file to import, or - for standard input.") }
    do throws(TransferError) {
      if let format { _ = try Formats.toImport(format) }
    } catch {
      throw ValidationError(error.description)
    }
  }

  func run() throws {
    let opened = try OpenProject(try project.folder(), makesDatabase: !dryRun)
    let caller = try Caller(opened.store)
    try caller.require(.lead, to: "import")
    var options = ImportOptions()
    options.format = format
    options.mapping = mapping.columns
    options.isDryRun = dryRun
    options.isStrict = strict
    options.purpose = suggestions ? .suggestions : annotations ? .annotations : .tasks
    options.values = try meanings.values(for: opened.project)
    options.rejectsPath = rejects
    options.mediaFolder = opened.folder.path
    (options.model, options.annotator) = (model, annotator)
    options.rejectsFolder = opened.folder.path
    options.maximumRecordBytes = maxRecord.bytes
    let importer = Importer(
      project: opened.project, store: opened.store, now: LocalTime.now(), user: caller.name)
    var line = ProgressLine()
    let result = Result { try importer.run(files, options: options) { line.show(ImportReport.words(for: $0)) } }
    line.end()
    let summary = try result.get()
    let report = ImportReport(summary, isDryRun: dryRun, purpose: options.purpose)
    if output.json { StandardOutput.write(report.json) } else { StandardOutput.writeSafe(report.text) }
    if summary.rejectedRecords + summary.rejectedSuggestions > 0 { throw ExitCode(ProgramExit.rejected) }
  }
}
