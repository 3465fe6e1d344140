import PostilCore
import PostilModel
import PostilScreen

/// Remarks on the response under the cursor. Labels, verdicts and deletions are one answer to the session each; notes,
/// quotes and sources are written.
extension Desk {
  private func remarks(_ question: Question, _ session: Session) -> (id: String, remarks: Remarks)? {
    guard let ids = session.subject(of: question)?.ids, ids.indices.contains(candidateCursor) else { return nil }
    let id = ids[candidateCursor]
    return (id, Remarks(session.current?.answers[question.name], candidate: id))
  }

  /// The rows that the cursor walks over.
  func remarkRows(_ question: Question, session: Session) -> [RemarksPane.Row] {
    guard let kind = question.kind as? RemarksQuestion else { return [] }
    return RemarksPane.rows(kind, remarks(question, session)?.remarks ?? Remarks())
  }

  /// Changes the remarks and hands them to the session.
  private mutating func remark(
    _ question: Question, label: String, session: Session, _ change: (inout Remarks) -> Void
  ) -> [Intent] {
    if let reason = disabledReason(.writeNote, session: session) {
      say(reason)
      return []
    }
    guard var found = remarks(question, session) else { return [] }
    change(&found.remarks)
    let answer = found.remarks.answer(session.current?.answers[question.name], candidate: found.id)
    return [.session(.answer(question: question.name, answer, label: "\(label) on \(candidateCursor + 1)"))]
  }

  /// Puts a label on, or takes it off.
  mutating func toggle(label: Int, _ question: Question, session: Session) -> [Intent] {
    guard let kind = question.kind as? RemarksQuestion, kind.labels.indices.contains(label) else { return [] }
    choiceCursor = label
    let name = kind.labels[label].name
    return remark(question, label: kind.labels[label].title, session: session) { remarks in
      if let place = remarks.labels.firstIndex(of: name) {
        remarks.labels.remove(at: place)
      } else {
        let chosen = remarks.labels + [name]
        remarks.labels = kind.labels.map(\.name).filter(chosen.contains)
      }
    }
  }

  /// Writes the note.
  mutating func writeNote(_ question: Question, session: Session) -> [Intent] {
    guard (question.kind as? RemarksQuestion)?.takesNotes == true else {
      say("“\(question.title)” takes no notes.")
      return []
    }
    guard let found = remarks(question, session) else { return [] }
    choiceCursor = remarkRows(question, session: session).firstIndex(of: .note) ?? choiceCursor
    return beginWriting(question, part: RemarksQuestion.notePart(of: found.id), session: session)
  }

  // MARK: Evidence

  /// Begins a new claim. While a search is on, its words in the response are the quote.
  mutating func addClaim(_ question: Question, session: Session) -> [Intent] {
    guard (question.kind as? RemarksQuestion)?.takesEvidence == true else {
      say("“\(question.title)” takes no evidence.")
      return []
    }
    guard let found = remarks(question, session) else { return [] }
    let claim = found.remarks.evidence.count
    choiceCursor = remarkRows(question, session: session).firstIndex(of: .newClaim) ?? choiceCursor
    let intents = writeQuote(claim, question, session: session)
    guard let words = searchedWords(question, session) else { return intents }
    return intents + fill(words)
  }

  /// The searched words as the response under the cursor has them.
  private func searchedWords(_ question: Question, _ session: Session) -> String? {
    guard let search, let candidates = session.subject(of: question)?.candidates,
      candidates.indices.contains(candidateCursor)
    else { return nil }
    let text = candidates[candidateCursor].fullText
    guard let range = TextSearch(search.words).matches(in: text, limit: 1).first else { return nil }
    return String(decoding: Array(text.utf8)[range], as: UTF8.self)
  }

  /// Writes the quote of a claim.
  mutating func writeQuote(_ claim: Int, _ question: Question, session: Session) -> [Intent] {
    guard let found = remarks(question, session) else { return [] }
    return beginWriting(question, part: RemarksQuestion.quotePart(of: found.id, claim: claim), session: session)
  }

  /// After a quote its source is written, and then the verdict is asked for.
  mutating func goOnWithClaim(after part: String, _ question: Question, session: Session) -> [Intent] {
    guard let found = remarks(question, session) else { return [] }
    for claim in found.remarks.evidence.indices {
      if part == RemarksQuestion.quotePart(of: found.id, claim: claim) {
        choiceCursor = remarkRows(question, session: session).firstIndex(of: .claim(claim)) ?? choiceCursor
        return beginWriting(question, part: RemarksQuestion.sourcePart(of: found.id, claim: claim), session: session)
      }
      guard part == RemarksQuestion.sourcePart(of: found.id, claim: claim) else { continue }
      let keys = [Command.supported, .refuted, .notEnough].map { ownKey($0, session) }
      say("\(keys[0]) supported, \(keys[1]) refuted, \(keys[2]) not enough to tell.")
    }
    return []
  }

  /// The claim under the cursor.
  private func claim(_ question: Question, _ session: Session) -> Int? {
    let rows = remarkRows(question, session: session)
    guard rows.indices.contains(choiceCursor), case .claim(let claim) = rows[choiceCursor] else { return nil }
    return claim
  }

  private mutating func sayWhereClaims(_ session: Session) -> [Intent] {
    say("Put the cursor on a claim first; \(ownKey(.addEvidence, session)) adds one.")
    return []
  }

  /// Says what the source of the claim under the cursor says about it.
  mutating func settle(_ verdict: Remarks.Verdict, _ question: Question, session: Session) -> [Intent] {
    guard let claim = claim(question, session) else { return sayWhereClaims(session) }
    return remark(question, label: verdict.title, session: session) { $0.evidence[claim].verdict = verdict }
  }

  /// Deletes the claim under the cursor.
  mutating func deleteClaim(_ question: Question, session: Session) -> [Intent] {
    guard let claim = claim(question, session) else { return sayWhereClaims(session) }
    return remark(question, label: "delete claim", session: session) { $0.evidence.remove(at: claim) }
  }
}
