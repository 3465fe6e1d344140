import PostilModel

extension ReviewTask {
  /// Whether somebody gave the known answer; nil where none is known, or where their answer may have made it so.
  func verdict(on named: NamedAnnotation) -> Bool? {
    gold.flatMap { $0.verdict(on: named.annotation.answers, noted: verdicts[named.annotator]) }
  }
}
