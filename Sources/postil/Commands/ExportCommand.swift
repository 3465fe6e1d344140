import ArgumentParser
import Glibc
import PostilConfiguration
import PostilCore
import PostilFormats
import PostilModel
import PostilStore

/// `postil export`: writes tasks and annotations.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write tasks and annotations, as tables, as training data or as boxes of pictures.",
    discussion: """
      Formats:
      \(Formats.all.filter { $0.makeWriter != nil }.map { "  \($0.name): \($0.title)" }.joined(separator: "\n"))

      A file appears whole or not at all, with a manifest beside it that says what was left out and why. The filter is \
      the desk's: words that must occur, and conditions such as state:submitted, label:negative, flag:yes, \
      suggestion:disagree.

      Where somebody leads, annotators export their own annotations only.

      Training data. The prompt is the first chat field, else the first text field that no question mends; the \
      responses are the first candidates field. A prompt must end in a turn of the user (or a tool). What a format cannot \
      say is left out. Which judgements count: all that people submitted; what an imported file said (source:…) only of \
      tasks that nobody else has judged; with --annotator, just that one's. Where a task has its final answer (from the \
      review desk), that one is taken before single annotations; rankings, rows, csv and tsv have what each one said, and \
      jsonl has both. Of oasst-tree, oasst-flat and ultrafeedback \
      only the newest of a task.

      Pairs (trl-preference, hh-rlhf, sharegpt-dpo, openai-dpo) come from the first ranking or comparison: every better \
      response with every worse one, unless --pairs says otherwise. Where the best few are asked for, they are better than \
      the rest. What was set aside, and "both bad", give no pair; a tie gives none unless --ties both.

      Demonstrations (trl-sft, alpaca, sharegpt, openai-sft, xtuner) are what a text question has, or an edit question \
      let stand or mended.

      Single responses (trl-unpaired, kto) are good when let stand, mended, best of an order, or labelled so by a question \
      of two labels (good or yes or the like, else its first); not good when failed, not the best, or both bad.

      Pictures. coco, label-studio and boxes-csv are files; voc, yolo, labelme and image-folders are folders, which \
      --output names. Of a picture the final answer is written, else the only one that was submitted; where there are \
      several, --annotator says whose. What a format cannot hold (a polygon in voc) is written as its bounding box or left \
      out, and counted. yolo writes outlines, with boxes as their four corners, where the question takes polygons. \
      image-folders copies the pictures into a folder for each label of the first label question.

      Examples:
        postil export --output answers.jsonl
        postil export --format coco --output instances.json
        postil export --format voc --output annotations
        postil export --format csv state:submitted > answers.csv
        postil export --output unsure.jsonl.gz flag:yes
        postil export --format resolutions --output final.jsonl
        postil export --format trl-preference --margin --output pairs.jsonl
        postil export --format trl-sft --shape messages --output demonstrations.jsonl
      """)

  @OptionGroup var project: ProjectOptions
  @OptionGroup var printing: JSONOption
  @OptionGroup(title: "Training data") var training: TrainingOptions

  @Argument(help: "Which tasks, in the words of the desk's filter (default: all).")
  var filter: [String] = []

  @Option(
    help: "The format (default: by the file's name, else jsonl): \(Formats.exportNames.joined(separator: ", ")).",
    completion: .list(Formats.exportNames))
  var format: String?

  @Option(
    name: [.short, .long], help: "The file, or folder; gzipped when it ends in .gz; - for standard output.",
    completion: .file())
  var output = "-"

  @Option(help: "Only this annotator's annotations, and the filter seen with their eyes.")
  var annotator: String?

  func validate() throws {
    if printing.json, output == "-" { throw ValidationError("--json prints the summary; name a file with --output.") }
    do throws(TransferError) {
      let byName = format == nil ? Formats.format(forName: output) : nil
      let used: Format
      if let byName { used = byName } else { used = try Formats.toExport(format ?? "jsonl") }
      try used.check(training.policy)
      try used.check(output: output)
    } catch {
      throw ValidationError(error.description)
    }
  }

  /// Refuses a name that nobody has: a letter that is wrong would give a file without records.
  private func checkName(_ name: String, in store: ProjectStore) throws {
    let known = try store.annotatorNames()
    guard !known.contains(name) else { return }
    let hint = DidYouMean.nearest(to: name, among: known).map { ", did you mean \"\($0)\"?" } ?? ";"
    let list =
      known.isEmpty ? "nobody has judged anything here yet" : "the annotators are \(known.joined(separator: ", "))"
    throw ValidationError("no annotator is called \"\(name)\"\(hint) \(list)")
  }

  func run() throws {
    guard output != "-" || !StandardOutput.isTerminal else { throw RawDataOnTerminal() }
    let opened = try project.open()
    var options = ExportOptions(path: output)
    options.format = format
    let caller = try Caller(opened.store)
    if let annotator, annotator != caller.name {
      try caller.require(.reviewer, to: "export what others said")
      try checkName(annotator, in: opened.store)
    }
    if format == "resolutions" {
      try caller.require(.reviewer, to: "export final answers")
      if annotator != nil {
        throw ValidationError("The format resolutions takes no --annotator: it is about all of them.")
      }
    }
    options.annotator = annotator ?? (caller.seesOnlyOwn ? caller.name : nil)
    (options.policy, options.mediaFolder) = (training.policy, opened.folder.path)
    options.filterText = filter.joined(separator: " ")
    do throws(QueueFilterError) {
      options.filter = try QueueFilterParser(questions: opened.project.questions).parse(options.filterText)
    } catch {
      throw ValidationError(error.description)
    }
    options.guidelinesVersion = opened.folder.readGuidelines(of: opened.project).version
    options.postilVersion = Version.text
    let exporter = Exporter(
      project: opened.project, store: opened.store, now: LocalTime.now(), token: String(getpid()))
    var line = ProgressLine()
    let result = Result { try exporter.run(options) { line.show("\($0) tasks") } }
    line.end()
    let report = ExportReport(try result.get(), path: output)
    if printing.json {
      StandardOutput.write(report.json)
    } else if output != "-" {
      StandardOutput.writeSafe(report.text)
    } else if Diagnostics.isTerminal, !StandardOutput.isTerminal {
      Diagnostics.write(report.text.split(separator: "\n").joined(separator: "; "))
    }
  }
}
