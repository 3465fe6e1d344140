public import PostilModel

extension ProjectStore {
  /// Everybody on the roster, by name, those who are retired among them.
  public func roster() throws(StoreError) -> Roster {
    try engine.read { (connection) throws(StoreError) in try PersonTable(connection: connection).roster() }
  }

  /// Puts somebody on the roster, or changes their entry.
  ///
  /// - Throws: as `setPeople`.
  public func setPerson(
    _ person: Person, by: String, at: Timestamp, mayLeaveNoLead: Bool = false
  ) throws(StoreError) {
    _ = try setPeople([person], by: by, at: at, mayLeaveNoLead: mayLeaveNoLead)
  }

  /// Puts people on the roster, or changes their entries: all of them or none. Entries that are so already are left alone.
  ///
  /// - Parameter mayLeaveNoLead: Whether the roster may lose its last lead, so that everybody may do everything.
  /// - Returns: How many entries were written.
  /// - Throws: `failed` for a name that cannot be one, and where the last lead would go; as `save` otherwise.
  public func setPeople(
    _ people: [Person], by: String, at: Timestamp, mayLeaveNoLead: Bool = false
  ) throws(StoreError) -> Int {
    try manage { (connection, totals) throws(StoreError) in
      let table = PersonTable(connection: connection)
      let hadLead = try table.roster().hasLead
      let who = try Annotators.makeNumber(of: by, in: connection)
      var count = 0
      for person in people {
        if let problem = Person.problem(withName: person.name) { throw .failed("a name \(problem)") }
        if try set(person, table, by: who, at: at, &totals) { count += 1 }
      }
      let roster = try table.roster()
      if hadLead, !roster.hasLead, !mayLeaveNoLead, roster.people.contains(where: { !$0.isRetired }) {
        throw .failed(
          "the roster would be left without a lead, and then everybody may see and do everything; make somebody else "
            + "lead first, or say --leave-no-lead")
      }
      return count
    }
  }

  /// Writes what somebody tells of themselves, in place of what they told before: nobody sees it but they, and leads in
  /// totals of several people. The log does not tell of it, for it would tell who is what.
  ///
  /// - Throws: `failed` when they are not on the roster; as `save` otherwise.
  public func setAttributes(of name: String, _ attributes: [String: String]) throws(StoreError) {
    try manage { (connection, _) throws(StoreError) in
      let number = try Annotators.number(of: name, in: connection)
      guard try PersonTable(connection: connection).person(numbered: number) != nil else {
        throw .failed("\(name) is not on the roster; a lead puts people there with `postil roster add`")
      }
      try connection.run("DELETE FROM attribute WHERE annotator = ?", [.integer(number)])
      for (attribute, value) in attributes.sorted(by: { $0.key < $1.key }) {
        try connection.run(
          "INSERT INTO attribute (annotator, name, value) VALUES (?, ?, ?)",
          [.integer(number), .text(attribute), .text(value)])
      }
    }
  }

  /// What somebody told of themselves.
  public func attributes(of name: String) throws(StoreError) -> [String: String] {
    try engine.read { (connection) throws(StoreError) in
      let number = try Annotators.number(of: name, in: connection)
      let pairs = try connection.statement("SELECT name, value FROM attribute WHERE annotator = ?")
        .all([.integer(number)]) { (row) throws(StoreError) in (row.text(0), row.text(1)) }
      return Dictionary(pairs) { _, last in last }
    }
  }

  /// How many people told what of themselves, by attribute, the most frequent first. What fewer than `minimum` told is
  /// left out, so that nobody can be found by it.
  public func attributeTotals(minimum: Int = 5) throws(StoreError) -> [AttributeTotal] {
    try engine.read { (connection) throws(StoreError) in
      let sql = """
        SELECT name, value, COUNT(*) FROM attribute GROUP BY name, value HAVING COUNT(*) >= ?
        ORDER BY name, COUNT(*) DESC, value
        """
      return try connection.statement(sql).all([.integer(max(1, minimum))]) { (row) throws(StoreError) in
        AttributeTotal(attribute: row.text(0), value: row.text(1), people: row.integer(2))
      }
    }
  }

  /// Writes into the log that a lead works as somebody else from here on.
  public func actAs(_ name: String, by: String, at: Timestamp) throws(StoreError) {
    try manage { (connection, totals) throws(StoreError) in
      let who = try Annotators.makeNumber(of: by, in: connection)
      try ManagementLog(connection).write(
        .actedAs, by: who, at: at, told: JSONObject([("as", .string(name))]), &totals)
    }
  }

  /// Writes an entry that differs from what is there; false when it does not.
  private func set(
    _ person: Person, _ table: PersonTable, by: Int, at: Timestamp, _ totals: inout Totals
  ) throws(StoreError) -> Bool {
    let number = try Annotators.makeNumber(of: person.name, in: table.connection)
    let old = try table.person(numbered: number)
    var person = person
    person.skills.sort { $0.name < $1.name }
    guard old != person else { return false }
    try table.write(person, number: number)
    if old?.skills != person.skills || old?.isRetired != person.isRetired {
      // Tasks that were passed over for a skill may be theirs now.
      try table.connection.run("DELETE FROM pool_cursor WHERE annotator = ?", [.integer(number)])
    }
    try ManagementLog(table.connection).write(.person, by: by, at: at, told: PersonTable.told(person), &totals)
    return true
  }
}
