import ArgumentParser

/// `--value text=answer`.
struct ValueMeaning: ExpressibleByArgument {
  let text: String
  let answer: String

  init?(argument: String) {
    guard let sign = argument.firstIndex(of: "="), sign > argument.startIndex,
      argument.index(after: sign) < argument.endIndex
    else { return nil }
    text = String(argument[..<sign])
    answer = String(argument[argument.index(after: sign)...])
  }
}
