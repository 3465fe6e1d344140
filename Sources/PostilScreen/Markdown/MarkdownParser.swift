import CMarkdown

/// Reads Markdown (CommonMark with tables, task lists, strikethrough and bare addresses) by md4c.
enum MarkdownParser {
  /// HTML is text like any other here.
  private static let flags = UInt32(
    MD_FLAG_TABLES | MD_FLAG_TASKLISTS | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEURLAUTOLINKS
      | MD_FLAG_PERMISSIVEWWWAUTOLINKS | MD_FLAG_NOHTMLBLOCKS | MD_FLAG_NOHTMLSPANS)

  /// The blocks of a document. Every text is Markdown; one that is built to swell when read (a short table row for each
  /// of thousands of columns) is given as it was written.
  static func blocks(of source: String) -> [MarkdownBlock] {
    var source = source
    return source.withUTF8 { bytes in
      let builder = MarkdownBuilder(budget: 4 * bytes.count + 4096)
      var parser = parser()
      let done = withExtendedLifetime(builder) {
        bytes.withMemoryRebound(to: CChar.self) { text in
          text.count < Int(Int32.max)
            && md_parse(text.baseAddress, MD_SIZE(text.count), &parser, Unmanaged.passUnretained(builder).toOpaque())
              == 0
        }
      }
      if done { return builder.blocks }
      var block = MarkdownBlock(kind: .code, containers: [], hasGap: false)
      block.inline.append(String(decoding: bytes, as: UTF8.self), role: .text)
      return [block]
    }
  }

  private static func parser() -> MD_PARSER {
    var parser = MD_PARSER()
    parser.flags = flags
    parser.enter_block = { type, detail, builder in
      MarkdownParser.builder(builder).map { $0.enter(type, detail) } ?? 1
    }
    parser.leave_block = { type, _, builder in MarkdownParser.builder(builder).map { $0.leave(type) } ?? 1 }
    parser.enter_span = { type, detail, builder in
      MarkdownParser.builder(builder).map { $0.enterSpan(type, detail) } ?? 1
    }
    parser.leave_span = { type, _, builder in MarkdownParser.builder(builder).map { $0.leaveSpan(type) } ?? 1 }
    parser.text = { type, text, size, builder in
      MarkdownParser.builder(builder).map {
        $0.text(type, UnsafeRawBufferPointer(start: text, count: Int(size)))
      } ?? 1
    }
    return parser
  }

  private static func builder(_ pointer: UnsafeMutableRawPointer?) -> MarkdownBuilder? {
    pointer.map { Unmanaged<MarkdownBuilder>.fromOpaque($0).takeUnretainedValue() }
  }
}
