import PostilModel

extension DemoProject {
  /// Pictures with boxes that a model proposes.
  ///
  /// The keys: one proposal taken, one rejected and brought back, one moved by a pixel, the rest taken.
  public static let boxes = DemoProject(
    name: "boxes", configuration: ProjectTemplate.boxes.configuration(projectName: "Postil demo: cells"),
    guidelines: ProjectTemplate.boxes.guidelines,
    records: lines(
      (1...DemoPictures.count).map { number in
        let picture = DemoPictures(number)
        return JSONObject([
          ("id", .string("slide-\(number)")), ("image", .string(picture.name)),
          (
            "suggestions",
            .array([
              .object(
                JSONObject([
                  ("question", .string("cells")), ("answer", Region.answer(picture.proposals)),
                  ("model", .string("detector")), ("score", .number(0.8)),
                ]))
            ])
          ),
        ])
      }),
    keyScript: [".", "=", ".", "Backspace", "u", ".", "m", "M-l", "Esc", "Esc", "=", "Enter"],
    pictures: { (1...DemoPictures.count).map { DemoPictures($0) }.map { ($0.name, $0.bytes) } })
}
