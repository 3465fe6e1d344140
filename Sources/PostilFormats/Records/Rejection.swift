/// Why a record is not imported.
public struct Rejection: Error, Sendable, Hashable, CustomStringConvertible {
  /// The reasons by which a summary counts.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Larger than a record may be.
    case tooLarge = "too large"
    /// Bytes that are not UTF-8.
    case notUTF8 = "not UTF-8"
    /// A NUL byte. (The escape `\u0000` within a JSON string is text like any other.)
    case nulByte = "NUL byte"
    /// Not JSON.
    case notJSON = "not JSON"
    /// Not XML, or XML of another kind.
    case notXML = "not XML"
    /// JSON, but no object.
    case notAnObject = "not an object"
    /// Nested too deep.
    case tooDeep = "nested too deep"
    /// A number that is malformed or does not fit.
    case badNumber = "bad number"
    /// An escape that is half a character.
    case loneSurrogate = "lone surrogate"
    /// A key that occurs twice.
    case duplicateKey = "duplicate key"
    /// A row that has not as many columns as the header, or quotes that do not fit.
    case badRow = "bad row"
    /// A required field is missing.
    case missingField = "missing field"
    /// A field of the wrong type.
    case wrongType = "wrong type"
    /// An id that cannot be one.
    case badID = "bad id"
    /// A suggestion that does not fit its question.
    case badSuggestion = "bad suggestion"
    /// An annotation that is not in the shape that Postil exports.
    case badAnnotation = "bad annotation"
    /// An answer that does not fit its question.
    case badAnswer = "bad answer"
    /// A turn in a role that no format knows.
    case unknownRole = "unknown role"
    /// A prompt without responses among which one could choose.
    case nothingToJudge = "nothing to judge"
    /// A suggestion for a task that is not there.
    case unknownTask = "unknown task"
    /// The id is there already with other content.
    case differs = "other content"
    /// The same record is there already, and the file judges it otherwise.
    case otherJudgement = "other judgement"
    /// The input ended before its time.
    case damaged = "damaged input"
  }

  /// The reason to count by.
  public var kind: Kind
  /// The reason in words, for this record.
  public var reason: String

  /// A reason.
  public init(_ kind: Kind, _ reason: String) {
    self.kind = kind
    self.reason = reason
  }

  /// The words.
  public var description: String { reason }
}
