import PostilModel
import PostilStore
import PostilTestSupport
import Testing

@Suite("The roster") struct RosterTests {
  private let anna = Person(
    name: "anna", role: .lead, skills: [Skill(name: "law", level: 2)],
    pay: Pay(amount: 18, currency: "EUR", unit: .hour))

  @Test("keeps what an entry says, and a lead's coming makes the others annotators", arguments: StoreFactory.allCases)
  func entries(factory: StoreFactory) throws {
    let folder = try TemporaryFolder()
    let store = try factory.make(in: folder)
    #expect(try store.roster().role(of: "anybody") == .lead)
    try store.setPerson(anna, by: "root", at: moment(0))
    try store.setPerson(Person(name: "bo", kind: .model, isRetired: true), by: "root", at: moment(1))
    let roster = try factory.open(in: folder).roster()
    #expect(roster.people == [anna, Person(name: "bo", kind: .model, isRetired: true)])
    #expect(roster.role(of: "anna") == .lead)
    #expect(roster.role(of: "root") == .annotator)
  }

  @Test("is told in the log, once for each change", arguments: StoreFactory.allCases)
  func events(factory: StoreFactory) throws {
    let folder = try TemporaryFolder()
    let store = try factory.make(in: folder)
    try store.setPerson(anna, by: "root", at: moment(0))
    try store.setPerson(anna, by: "root", at: moment(1))
    try store.actAs("bo", by: "anna", at: moment(2))
    var log = try store.log()
    var events: [ManagementEvent] = []
    while case .managed(let event, _)? = try log.next() { events.append(event) }
    #expect(events.map(\.kind) == [.person, .actedAs])
    #expect(events.map(\.by) == ["root", "anna"])
    #expect(events.first?.told["pay"] == "18 EUR/hour")
    #expect(events.last?.told["as"] == "bo")
    #expect(try store.integrityReport() == [])
  }

  @Test("does not lose its last lead unasked", arguments: StoreFactory.allCases)
  func lastLead(factory: StoreFactory) throws {
    let folder = try TemporaryFolder()
    let store = try factory.make(in: folder)
    _ = try store.setPeople([anna, Person(name: "bo")], by: "root", at: moment(0))
    var retired = anna
    retired.isRetired = true
    #expect(throws: StoreError.self) { try store.setPerson(retired, by: "anna", at: moment(1)) }
    #expect(try store.roster().hasLead)
    // Somebody else leads in the same step, so nobody is missing.
    _ = try store.setPeople([retired, Person(name: "bo", role: .lead)], by: "anna", at: moment(2))
    #expect(try store.roster().role(of: "anna") == .annotator)
    try store.setPerson(Person(name: "bo"), by: "bo", at: moment(3), mayLeaveNoLead: true)
    #expect(try !store.roster().hasLead)
  }

  @Test("takes all of several entries or none", arguments: StoreFactory.allCases)
  func allOrNone(factory: StoreFactory) throws {
    let folder = try TemporaryFolder()
    let store = try factory.make(in: folder)
    for name in ["", "a\u{1B}[2J", "source:kto", " x"] {
      #expect(throws: StoreError.self) {
        try store.setPeople([Person(name: "bo"), Person(name: name)], by: "root", at: moment(0))
      }
    }
    #expect(try store.roster().people.isEmpty)
  }

  @Test("has people who have not judged yet, and nobody counts them as annotators", arguments: StoreFactory.allCases)
  func notJudging(factory: StoreFactory) throws {
    let folder = try TemporaryFolder()
    let store = try factory.make(in: folder)
    try add([record("r1", "t")], to: store)
    _ = try store.setPeople([anna, Person(name: "bo")], by: "root", at: moment(0))
    #expect(try store.annotatorNames() == [])
    _ = try store.save(submit("good", task: 1, by: "bo"))
    #expect(try store.annotatorNames() == ["bo"])
    #expect(try store.projectProgress().annotators.map(\.annotator) == ["bo"])
  }

  @Test(
    "shows what people tell of themselves to themselves, and as totals of five or more",
    arguments: StoreFactory.allCases)
  func attributes(factory: StoreFactory) throws {
    let folder = try TemporaryFolder()
    let store = try factory.make(in: folder)
    let names = (1...6).map { "p\($0)" }
    _ = try store.setPeople(names.map { Person(name: $0) }, by: "root", at: moment(0))
    for name in names { try store.setAttributes(of: name, ["country": name == "p6" ? "AT" : "DE"]) }
    #expect(try store.attributeTotals() == [AttributeTotal(attribute: "country", value: "DE", people: 5)])
    #expect(try store.attributes(of: "p6") == ["country": "AT"])
    try store.setAttributes(of: "p1", ["age band": "30-39"])
    #expect(try store.attributeTotals() == [])
    #expect(throws: StoreError.self) { try store.setAttributes(of: "stranger", ["country": "DE"]) }
    var log = try store.log()
    while let event = try log.next() { #expect(!"\(event)".contains("country")) }
  }
}
