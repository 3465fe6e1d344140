extension ProjectStore {
  /// Runs `body` with a writer that adds many tasks fast.
  ///
  /// Unless `atomically`, it commits about every 200 ms, so that desks can save meanwhile, and what was committed stays
  /// even if a later record fails: an error of `body` keeps what was added before it, a `StoreError` drops the batch at
  /// hand. With `atomically`, all is kept or nothing. When this returns, all that was added is on the disk.
  public func withTaskWriter<T>(
    source: ImportSource, atomically: Bool = false, body: (inout TaskWriter) throws -> T
  ) throws -> T {
    if let openedReadOnlyReason { throw StoreError.failed("nothing can be imported: \(openedReadOnlyReason)") }
    let result = try engine.bulk { (connection) throws(StoreError) -> Result<T, any Error> in
      var writer = try TaskWriter(connection, source: source, isAtomic: atomically)
      let outcome = Result { try body(&writer) }
      do throws(StoreError) {
        switch outcome {
        case .success: try writer.finish()
        case .failure(let error) where atomically || error is StoreError: writer.rollBack()
        case .failure: try writer.commit()
        }
      } catch {
        writer.rollBack()
        throw error
      }
      return outcome
    }
    return try result.get()
  }
}
