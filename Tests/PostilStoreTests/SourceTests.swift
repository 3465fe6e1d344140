import PostilModel
import PostilStore
import PostilTestSupport
import Testing

@Suite("Judgements that a file brought along") struct SourceTests {
  @Test(arguments: StoreFactory.allCases)
  func areNobodysProgress(factory: StoreFactory) throws {
    let folder = try TemporaryFolder()
    let store = try factory.make(in: folder)
    let judged = Annotation(state: .submitted, answers: ["feeling": "good"], revision: 1)
    var tasks = (1...3).map { record("r\($0)", "t") }
    for index in tasks.indices {
      tasks[index].annotations = [
        NamedAnnotation(annotator: "source:a", annotation: judged),
        NamedAnnotation(annotator: "source:b", annotation: judged),
      ]
    }
    try add(tasks, to: store)
    #expect(try store.projectProgress().submittedTasks == 0)
    #expect(try store.progress(of: "dana").submitted == 0)
    _ = try store.save(submit("good", task: 2))
    #expect(try store.projectProgress().submittedTasks == 1)
    #expect(try store.projectProgress().annotators.map(\.annotator) == ["dana", "source:a", "source:b"])
    #expect(try store.integrityReport() == [])
  }
}
