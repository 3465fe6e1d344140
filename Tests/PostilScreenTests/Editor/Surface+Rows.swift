import PostilScreen

extension Surface {
  /// The rows as text, without trailing blanks.
  var rowsOfText: [String] {
    (0..<size.rows).map { y in
      var row = ""
      for x in 0..<size.columns {
        let cell = self[x, y]
        for value in [cell.scalar, cell.marks.first, cell.marks.second] where value != 0 {
          if let scalar = Unicode.Scalar(value) { row.unicodeScalars.append(scalar) }
        }
      }
      while row.last == " " { row.removeLast() }
      return row
    }
  }
}
