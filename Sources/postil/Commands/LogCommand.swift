import ArgumentParser
import PostilCore
import PostilModel
import PostilScreen
import PostilStore

/// `postil log`: who did what, to a task or in the whole project, and when.
struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Print the history of a task, or of the whole project: who, what and when, every revision.",
    discussion: """
      The oldest comes first. Without a task, imports are told too. An import is "not finished" while it runs, and stays \
      so when it was killed or met an error; its counts are what it has added. Where somebody leads, annotators see \
      what they did themselves.

      Examples:
        postil log 313
        postil log review-0313 --json
        postil log | less
      """)

  @OptionGroup var project: ProjectOptions
  @OptionGroup var output: JSONOption

  @Argument(
    help: """
      The task's number or id (default: everything in the project). #12 is always a number; 12 is an id first, if a \
      task has it.
      """)
  var task: String?

  func run() throws {
    let opened = try project.open()
    let caller = try Caller(opened.store)
    let view = HistoryView(of: caller)
    if let task {
      try tell(task, in: opened, view)
    } else {
      try tellAll(of: opened, view, roster: caller.roster.people.map(\.name))
    }
  }

  private func tell(_ task: String, in opened: OpenProject, _ view: HistoryView) throws {
    let number = try opened.number(ofTask: task)
    guard let record = try opened.store.task(number: number) else { throw TaskLookupError.unknown(task) }
    let events = try view.shown(
      judged: opened.store.history(ofTask: number), managed: opened.store.management(ofTask: number), id: record.id)
    if output.json {
      StandardOutput.write(
        [
          "task": .integer(Int64(number)), "id": .string(record.id),
          "events": .array(events.map { HistoryJSON.valueInTask(of: $0) }),
        ])
      return
    }
    var text = "#\(number)  \(SafeText.line(record.id))\n"
    if events.isEmpty { text += "Nobody has done anything to this task yet.\n" }
    let lines = HistoryText(opened.project, names: events.map { HistoryView.name(in: $0) })
    for event in events { text += lines.lineInTask(of: event) }
    StandardOutput.write(text)
  }

  /// Prints event by event, so that a long history takes no memory. The JSON is one object, with an event a line.
  private func tellAll(of opened: OpenProject, _ view: HistoryView, roster: [String]) throws {
    var log = try opened.store.log()
    var out = BufferedOutput()
    defer { out.flush() }
    if output.json {
      var separator = "\n"
      out.write("{\"events\":[")
      while let event = try log.next() {
        guard view.shows(event) else { continue }
        out.write(separator + HistoryJSON.value(of: event).jsonText)
        separator = ",\n"
      }
      out.write("\n]}\n")
      return
    }
    let names = try view.own.map { [$0] } ?? roster + opened.store.projectProgress().annotators.map(\.annotator)
    let lines = HistoryText(opened.project, names: names)
    var isEmpty = true
    while let event = try log.next() {
      guard view.shows(event) else { continue }
      isEmpty = false
      out.write(lines.line(of: event))
    }
    if isEmpty {
      out.write(view.own == nil ? "Nothing has happened in this project yet.\n" : "You have done nothing here yet.\n")
    }
  }
}
