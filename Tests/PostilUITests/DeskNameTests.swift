import Testing

@testable import PostilUI

@Suite("Whose desk it is")
struct DeskNameTests {
  @Test(
    "words of the person go first, then letters of the project, and the person last",
    arguments: [
      (40, "Hotel reviews · rv (nobody leads)"), (33, "Hotel reviews · rv (nobody leads)"),
      (32, "Hotel reviews · rv (no lead)"),
      (28, "Hotel reviews · rv (no lead)"), (27, "Hotel reviews · rv"),
      (17, "Hotel revie… · rv"), (9, "Hot… · rv"), (8, "Hotel reviews"),
    ])
  func fits(_ columns: Int, _ text: String) {
    let name = DeskName(project: "Hotel reviews", person: ["rv (nobody leads)", "rv (no lead)", "rv"])
    #expect(name.text(columns: columns, ellipsis: "…") == text)
  }
}
