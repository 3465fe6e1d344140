import Glibc
import PostilCore
import PostilFormats
import PostilModel
import PostilStore

// Import and export without the command line, for measuring:
//   TransferBench import FILE FOLDER
//   TransferBench export FILE FOLDER [FORMAT]
// The project is always the same: one text, one label.

let arguments = CommandLine.arguments
guard arguments.count >= 4 else {
  print("usage: TransferBench import|export FILE FOLDER [FORMAT]")
  exit(64)
}
let project = Project(
  name: "Bench", fields: [FieldDefinition(name: "text")],
  questions: [Question(name: "label", kind: LabelQuestion(choices: [Choice(name: "yes"), Choice(name: "no")]))])
let path = arguments[3] + "/postil.db"
let now = Timestamp(milliseconds: 1_769_850_300_000)

if arguments[1] == "import" {
  let store = try access(path, F_OK) == 0 ? ProjectStore(path: path) : ProjectStore.create(atPath: path)
  let summary = try Importer(project: project, store: store, now: now).run([arguments[2]])
  print("\(summary.added) added, \(summary.alreadyThere) there, \(summary.rejectedRecords) rejected")
} else {
  let store = try ProjectStore(path: path)
  var options = ExportOptions(path: arguments[2])
  options.format = arguments.count > 4 ? arguments[4] : nil
  let exporter = Exporter(project: project, store: store, now: now, token: String(getpid()))
  let summary = try exporter.run(options)
  print("\(summary.written) written, \(summary.tasks) tasks")
}
