public import PostilConfiguration

/// What kind of answer a question wants. A new kind is one type that conforms, one line in `QuestionKinds.all`, and one
/// pane in PostilUI.
///
/// Answers are plain `JSONValue`s: their shape is the kind's affair, so stores and formats need not know the kinds.
public protocol QuestionKind: Sendable, Hashable {
  /// The word after `type =` in `postil.toml`.
  static var typeName: String { get }

  /// Reads the kind's own keys from a `[[question]]` table; nil when it has complained.
  ///
  /// The keys that every question has (`name`, `title`, `help` …) are read before.
  static func read(_ table: inout ConfigurationTable) -> Self?

  /// Why an answer is none to this question, in words for the annotator; nil when it is fine.
  func problem(with answer: JSONValue) -> String?

  /// The answer in a few words, for queue rows and history.
  func summary(of answer: JSONValue) -> String

  /// The same with responses named as somebody sees them: their ids may tell which model wrote them.
  func summary(of answer: JSONValue, naming name: (String) -> String) -> String

  /// The same where no response can be named, in about ten columns.
  func brief(of answer: JSONValue) -> String

  /// The answer that a text stands for (a CSV column, a key script), or nil when it stands for none.
  func answer(fromText text: String) -> JSONValue?

  /// Why a text that somebody writes stands for no answer; nil when it stands for one.
  func problem(withText text: String) -> String?

  /// The answer in the one type that all answers to this question have, for tables.
  func tableValue(of answer: JSONValue) -> JSONValue

  /// Why no answer to this question can meet a condition `is = value`; nil when one can.
  func problem(withCondition value: JSONValue) -> String?

  /// The answer after choosing a label or step by its name, given the answer before; nil when there is no such choice.
  func answer(choosing name: String, from current: JSONValue?) -> JSONValue?

  /// True when one choice is the whole answer, so that one key can answer and go on.
  var completesOnChoice: Bool { get }

  /// The choices that have keys of their own; empty for kinds without.
  var choices: [Choice] { get }

  /// What keys of their own give: the choices, or what is chosen for a part of the answer (a label of one candidate).
  var keyedChoices: [Choice] { get }

  /// The kinds of fields that such a question can be about (`about = "responses"`); empty when it is about the whole task.
  var subjectKinds: [FieldDefinition.Kind] { get }

  /// Why an answer is none to this question about that subject; nil when it is fine.
  func problem(with answer: JSONValue, about subject: Subject?) -> String?

  /// Why no answer can be given about these candidates, in words that go on after the question's title; nil when one can.
  func problem(withCandidates candidates: [Candidate]) -> String?

  /// What may be an oversight in an answer that is otherwise fine, in words that end "This is …": asked about once.
  func doubt(about answer: JSONValue, _ subject: Subject?) -> String?

  /// As `answer(choosing:from:)`, for kinds whose choices speak of the subject (the left one, say).
  func answer(choosing name: String, from current: JSONValue?, about subject: Subject?) -> JSONValue?

  /// True when that choice is the whole answer.
  func completes(choosing name: String) -> Bool

  /// The text that stands in the editor for an answer, or for a part of it that is written (a turn, a note).
  func text(of answer: JSONValue?, part: String, about subject: Subject?) -> String

  /// The answer when a text is written, or a part of it; nil when nothing is left of it.
  func answer(writing text: String, part: String, from current: JSONValue?, about subject: Subject?) -> JSONValue?

  /// The answer on its scale of measurement, to be compared with others.
  func measured(_ answer: JSONValue) -> MeasuredAnswer

  /// How far apart two answers can be on a scale of numbers or steps; nil where there is no bound.
  var span: Double? { get }

  /// The answer as it is submitted: with what is only worked out then.
  func finished(_ answer: JSONValue, about subject: Subject?) -> JSONValue

  /// The answer that saying nothing can mean: a picture with nothing to mark. Whoever submits it is asked once whether they
  /// do. Nil where silence is no answer.
  var silence: JSONValue? { get }
}

extension QuestionKind {
  /// Whatever `answer(fromText:)` does not know.
  public func problem(withText text: String) -> String? {
    answer(fromText: text) == nil ? "does not take \"\(text)\"" : nil
  }

  /// An answer that names no response.
  public func summary(of answer: JSONValue, naming name: (String) -> String) -> String { summary(of: answer) }

  /// As `summary` says it.
  public func brief(of answer: JSONValue) -> String { summary(of: answer) }

  /// The answer as it is.
  public func tableValue(of answer: JSONValue) -> JSONValue { answer }

  /// What is no answer is no condition either.
  public func problem(withCondition value: JSONValue) -> String? { problem(with: value) }

  /// No choices.
  public var choices: [Choice] { [] }

  /// The choices.
  public var keyedChoices: [Choice] { choices }

  /// No choices, so none can be chosen.
  public func answer(choosing name: String, from current: JSONValue?) -> JSONValue? { nil }

  /// More than one key is needed.
  public var completesOnChoice: Bool { false }

  /// About the whole task.
  public var subjectKinds: [FieldDefinition.Kind] { [] }

  /// What is wrong about any subject.
  public func problem(with answer: JSONValue, about subject: Subject?) -> String? { problem(with: answer) }

  /// Any candidates will do.
  public func problem(withCandidates candidates: [Candidate]) -> String? { nil }

  /// No doubt.
  public func doubt(about answer: JSONValue, _ subject: Subject?) -> String? { nil }

  /// The same about any subject.
  public func answer(choosing name: String, from current: JSONValue?, about subject: Subject?) -> JSONValue? {
    answer(choosing: name, from: current)
  }

  /// As all choices do.
  public func completes(choosing name: String) -> Bool { completesOnChoice }

  /// The answer's own text.
  public func text(of answer: JSONValue?, part: String, about subject: Subject?) -> String {
    answer.map { $0.string ?? $0.jsonText } ?? ""
  }

  /// The answer that the text stands for; none for an empty one.
  public func answer(writing text: String, part: String, from current: JSONValue?, about subject: Subject?)
    -> JSONValue?
  {
    text.isEmpty ? nil : answer(fromText: text)
  }

  /// No bound.
  public var span: Double? { nil }

  /// The same or not.
  public func measured(_ answer: JSONValue) -> MeasuredAnswer { .other(tableValue(of: answer)) }

  /// The answer as it is.
  public func finished(_ answer: JSONValue, about subject: Subject?) -> JSONValue { answer }

  /// None.
  public var silence: JSONValue? { nil }
}
