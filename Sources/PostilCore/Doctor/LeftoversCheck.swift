/// Files that imports and updates leave beside a project: to look at, and to delete when they are of no more use.
struct LeftoversCheck {
  let folder: String

  func findings() -> [Finding] {
    Files.names(in: folder).compactMap { name in
      let database = ProjectFolder.databaseName
      if name.hasPrefix(database + ".backup-") {
        let remedy = "Delete it when the project has worked well since."
        return Finding(.information, "a copy of the database from before an update", at: name, remedy: remedy)
      }
      if name.hasPrefix(database + ".new-") {
        let remedy = "Delete it, unless `postil init` is running."
        return Finding(.information, "a new database that was never finished", at: name, remedy: remedy)
      }
      if name.contains("rejects") || name.contains("rejected") {
        let remedy = "Mend the records in it and import that file again, or delete it."
        return Finding(.information, "records that an import has rejected", at: name, remedy: remedy)
      }
      return nil
    }
  }
}
