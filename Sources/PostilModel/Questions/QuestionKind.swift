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
}

extension QuestionKind {
  /// Whatever `answer(fromText:)` does not know.
  public func problem(withText text: String) -> String? {
    answer(fromText: text) == nil ? "does not take \"\(text)\"" : nil
  }

  /// The answer as it is.
  public func tableValue(of answer: JSONValue) -> JSONValue { answer }

  /// What is no answer is no condition either.
  public func problem(withCondition value: JSONValue) -> String? { problem(with: value) }

  /// No choices.
  public var choices: [Choice] { [] }

  /// No choices, so none can be chosen.
  public func answer(choosing name: String, from current: JSONValue?) -> JSONValue? { nil }

  /// More than one key is needed.
  public var completesOnChoice: Bool { false }
}
