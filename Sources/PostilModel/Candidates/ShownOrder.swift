/// In which order an annotator sees the candidates of a task.
///
/// The order is drawn anew for each annotator and task, so that no place is favoured over the whole; it hangs on nothing but
/// the project's identifier (the seed, which the project stores), the annotator and the task, so it is the same at every
/// desk and after every restart. What was shown is kept with the annotation all the same.
public enum ShownOrder {
  /// The ids in the order in which they are shown.
  public static func shuffled(_ ids: [String], seed: String, annotator: String, task: String) -> [String] {
    var generator = Generator(seed: hash([seed, annotator, task]))
    var order = ids
    order.shuffle(using: &generator)
    return order
  }

  /// The candidates in an order of ids; those that the order does not name come last, as they stand.
  public static func arrange(_ candidates: [Candidate], by order: [String]) -> [Candidate] {
    guard !order.isEmpty else { return candidates }
    let named = order.compactMap { id in candidates.first { $0.id == id } }
    return named.count == candidates.count ? named : named + candidates.filter { !order.contains($0.id) }
  }

  /// FNV-1a with 64 bits over the texts, parted by a byte that UTF-8 never has.
  /// http://www.isthe.com/chongo/tech/comp/fnv/
  private static func hash(_ texts: [String]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for text in texts {
      for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      hash = (hash ^ 0xFF) &* 0x100_0000_01B3
    }
    return hash
  }

  /// SplitMix64: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
  private struct Generator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }
}
