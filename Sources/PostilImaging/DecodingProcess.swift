import CImaging
import Glibc
import PostilPictures

/// The process that decodes: reads requests, writes answers, and has little to lose.
public enum DecodingProcess {
  /// The most memory it may have, in bytes: a decoder that wants more ends, and not the machine.
  public static let mostMemory = 1_500_000_000

  /// The most seconds that one request may take.
  private static let longestRequest: UInt32 = 15

  /// Gives up what a decoder does not need: writing files, more rights, memory without end.
  public static func confine() { ci_confine(Int64(mostMemory)) }

  /// Answers requests from one descriptor to another until the first is at its end.
  public static func serve(_ input: Int32, _ output: Int32, renderer: PictureRenderer) {
    let pipe = WirePipe(input: input, output: output)
    while let bytes = pipe.read() {
      // Whoever asked may be gone: nobody but this clock would end a decoder that runs for ever.
      alarm(longestRequest)
      defer { alarm(0) }
      let answer =
        PictureRequest(wireBytes: bytes).map(renderer.answer)
        ?? .problem(PictureProblem("the decoder did not understand the request"))
      guard pipe.write(answer.wireBytes) else { return }
    }
  }
}
