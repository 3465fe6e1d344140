import PostilCore
import PostilFormats
import PostilModel
import PostilTestSupport
import Testing

@Suite("Pictures into a project, and what is marked on them later")
struct PictureImportTests {
  private static let project = Project(
    name: "Cells", fields: [FieldDefinition(name: "image", kind: .image)],
    questions: [Question(name: "parts", kind: BoxesQuestion(labels: [Choice(name: "cell")]))])

  private static func voc(_ label: String) -> String {
    "<annotation><filename>a.png</filename><size><depth>3</depth></size><object><name>\(label)</name><bndbox>"
      + "<xmin>1</xmin><ymin>2</ymin><xmax>5</xmax><ymax>10</ymax></bndbox></object></annotation>"
  }

  @Test("a file about pictures that are tasks already names the ways to bring its regions to them")
  func already() throws {
    let scratch = try Scratch(Self.project)
    let picture = scratch.write("a.png", GeneratedPicture.png(width: 20, height: 20) { _, _ in [1, 2, 3] })
    let boxes = scratch.write("a.xml", Self.voc("cell").utf8)
    let table = scratch.write("boxes.csv", "image,label,xmin,ymin,xmax,ymax\na.png,cell,1,2,5,10\n".utf8)
    var options = ImportOptions()
    options.mediaFolder = scratch.folder
    #expect(try scratch.load(picture, options: options).remarks == [])
    let ways =
      "; --suggestions brings what is marked to such tasks as suggestions, --annotations --annotator NAME as answers"
    let words = "1 picture is a task already, and stays as it is" + ways
    // The one says more of the picture than is known, the other only of the boxes.
    for file in [boxes, table] {
      options.isDryRun = true
      let looked = try scratch.load(file, options: options)
      options.isDryRun = false
      let found = try scratch.load(file, options: options)
      #expect(found.added + looked.added == 0)
      #expect(found.remarks == [words])
    }
    options.purpose = .suggestions
    let brought = try scratch.load(boxes, options: options)
    #expect(brought.suggestions == 1)
    #expect(brought.remarks == [])
  }

  @Test("records of other formats that are there already are not remarked upon")
  func others() throws {
    let scratch = try Scratch()
    let record = #"{"id":"a","text":"x","suggestions":[{"question":"sentiment","answer":"positive","model":"m"}]}"#
    let file = scratch.write("a.jsonl", record.utf8)
    #expect(try scratch.load(file).added == 1)
    let again = try scratch.load(file)
    #expect(again.alreadyThere == 1)
    #expect(again.remarks == [])
  }
}
