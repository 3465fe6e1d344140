import CImaging
import PostilPictures

/// The process that decodes: reads requests, writes answers, and has little to lose.
public enum DecodingProcess {
  /// The most memory it may have, in bytes: a decoder that wants more ends, and not the machine.
  public static let mostMemory = 1_500_000_000

  /// Gives up what a decoder does not need: writing files, more rights, memory without end. It ends with its parent.
  public static func confine() { ci_confine(Int64(mostMemory)) }

  /// Answers requests from one descriptor to another until the first is at its end.
  public static func serve(_ input: Int32, _ output: Int32, renderer: PictureRenderer) {
    let pipe = WirePipe(input: input, output: output)
    while let bytes = pipe.read() {
      let answer =
        PictureRequest(wireBytes: bytes).map(renderer.answer)
        ?? .problem(PictureProblem("the decoder did not understand the request"))
      guard pipe.write(answer.wireBytes) else { return }
    }
  }
}
