/// The records of the demo, all written for it. Some suggestions are wrong on purpose.
enum DemoRecords {
  /// All records in the order of the queue: a taste of each kind first, then the rest.
  static let all: [DemoRecord] = {
    var records = Array(reviews.prefix(4))
    records += chinese.prefix(2)
    records += dialogues.prefix(1)
    records += reviews.dropFirst(4)
    records += chinese.dropFirst(2)
    records += dialogues.dropFirst(1)
    records += languages
    records.append(long)
    return records
  }()
}
