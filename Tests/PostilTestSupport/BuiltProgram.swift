import Glibc

/// Programs of this package, found beside the running tests.
public enum BuiltProgram {
  /// The path of a program that the same build has made.
  public static func path(_ name: String) -> String {
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let own = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    return own.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/" + name
  }

  /// The program itself: that of the same build, or another that `POSTIL_PROGRAM` names (a release build, say).
  public static var postil: String {
    if let other = getenv("POSTIL_PROGRAM") { return String(cString: other) }
    return path("postil")
  }
}
