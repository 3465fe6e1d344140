import PostilCore
import PostilModel
import PostilUI

/// Projects and tasks for pictures and scripts.
enum Samples {
  /// One label and a text that may be left out.
  static let hotels = Project(
    name: "Hotel reviews", fields: [FieldDefinition(name: "text")],
    questions: [
      Question(
        name: "sentiment", title: "What does the writer feel?",
        kind: LabelQuestion(choices: [
          Choice(name: "positive", key: "p"), Choice(name: "negative", key: "n"), Choice(name: "mixed", key: "m"),
        ])),
      Question(name: "why", title: "Which words tell you?", isRequired: false, kind: TextQuestion()),
    ])

  /// One label, answered by one key.
  static let oneKey = Project(
    name: "Tone", fields: [FieldDefinition(name: "text")],
    questions: [
      Question(
        name: "tone", title: "What is the tone?",
        kind: LabelQuestion(choices: [
          Choice(name: "warm", key: "w"), Choice(name: "neutral", key: "n"), Choice(name: "cold", key: "d"),
        ]))
    ])

  /// Every kind of question and of field.
  static let everything = Project(
    name: "Everything", advance: .stay,
    fields: [
      FieldDefinition(name: "topic", kind: .value, title: "Topic"),
      FieldDefinition(name: "dialogue", kind: .chat, title: "Dialogue"),
      FieldDefinition(name: "text", title: "Note"),
    ],
    questions: [
      Question(
        name: "relevant", title: "Is it about the topic?", help: "Judge the whole dialogue, not its first turn.",
        kind: LabelQuestion(choices: [Choice(name: "yes", key: "y"), Choice(name: "no", key: "o")])),
      Question(
        name: "faults", title: "What is wrong with it?", isRequired: false,
        condition: Condition(question: "relevant", values: ["yes"]),
        kind: LabelsQuestion(choices: [
          Choice(name: "wrong", title: "wrong facts", key: "w"), Choice(name: "rude", key: "r"),
          Choice(name: "long", title: "too long", key: "t", help: "More than it takes to answer."),
        ])),
      Question(
        name: "quality", title: "How good is the answer?",
        kind: RatingQuestion(lowest: 1, highest: 5, lowestName: "useless", highestName: "excellent")),
      Question(
        name: "minutes", title: "How long would it take you?", isRequired: false,
        kind: NumberQuestion(unit: "min", minimum: 0, maximum: 600)),
      Question(
        name: "better", title: "A better answer", isRequired: false, kind: TextQuestion(maximumCharacters: 60, rows: 3)),
    ])

  static let reviews = [
    "The room was spotless and the staff could not have been kinder. Breakfast, though, ran out at nine twice, and "
      + "the lift was out all week.\n\n前台很热情，但早餐九点就没了，电梯也坏了一周。",
    "Great location, five minutes from the harbour. Quiet at night.",
    "Not sure that I would come back: the bed was hard, the window did not close.",
    "前台很热情，房间也很干净。",
    "Would come again tomorrow.",
  ]

  static func tasks(_ count: Int) -> [AnnotationTask] {
    (0..<count).map { index in
      let text = reviews[index % reviews.count]
      return AnnotationTask(
        number: index + 1, id: "hotel-" + String(10_001 + index).dropFirst(),
        fields: JSONObject([("text", .string(text))]),
        metadata: JSONObject([("lang", index % 5 == 3 ? "zh" : "en"), ("source", "forum"), ("license", "CC BY")]),
        suggestions: index % 3 == 0
          ? [Suggestion(question: "sentiment", answer: "mixed", model: "model-a", score: 0.71)] : [])
    }
  }

  static let dialogue = AnnotationTask(
    number: 1, id: "basil",
    fields: JSONObject([
      ("topic", "gardening"),
      (
        "dialogue",
        [
          ["role": "user", "content": "How do I keep basil alive indoors through the winter?"],
          [
            "role": "assistant",
            "content":
              "Basil wants light more than anything else. A south window is best.\n\nWater it when the top is dry.",
          ],
        ]
      ),
      ("text", "Taken from a forum."),
    ]),
    suggestions: [
      Suggestion(question: "quality", answer: 4, model: "model-a", score: 0.8),
      Suggestion(question: "better", answer: "Put it in your brightest window.", model: "model-b"),
    ])

  static let guidelines = """
    # How to judge

    Say what **the writer** feels, not what you would feel.

    ## Mixed
    - praise *and* complaint
    - never when one only softens the other

    | label | when |
    | --- | --- |
    | positive | praise |
    | negative | complaint |
    """

  static func desk(_ count: Int = 12) -> DeskWorld {
    DeskWorld(hotels, tasks: tasks(count), guidelines: guidelines)
  }

  static func form(keymap: Keymap = Keymap()) -> DeskWorld {
    var second = dialogue
    second.number = 2
    second.id = "basil-2"
    return DeskWorld(everything, tasks: [dialogue, second], keymap: keymap)
  }
}
