import Foundation
import PostilTestSupport

/// A small project in a folder of its own, driven by the built program.
struct SampleProject {
  let folder: TemporaryFolder

  /// Makes a project from the sentiment template, with three records in it.
  init() throws {
    folder = try TemporaryFolder()
    _ = try run(["init", ".", "--name", "Sample"])
    _ = try folder.write(
      """
      {"id":"a","text":"Great location.","source":"made up"}
      {"id":"b","text":"The lift was out all week."}
      {"id":"c","text":"前台很热情。"}

      """, to: "records.jsonl")
    _ = try run(["import", "records.jsonl"])
  }

  /// Runs the program in the project's folder.
  func run(_ arguments: [String], input: String = "", environment: [String: String] = [:]) throws -> PostilRun {
    try PostilRun(arguments, in: folder, input: input, environment: environment)
  }
}
