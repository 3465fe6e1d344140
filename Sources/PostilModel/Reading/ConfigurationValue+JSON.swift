import PostilConfiguration

extension ConfigurationValue {
  /// The value as JSON, for defaults and conditions; a date becomes its text.
  var json: JSONValue {
    switch content {
    case .string(let text), .date(let text): .string(text)
    case .integer(let value): .integer(value)
    case .number(let value): .number(value)
    case .bool(let value): .bool(value)
    case .array(let values): .array(values.map(\.json))
    case .table(let members): .object(JSONObject(members.map { ($0.key, $0.value.json) }))
    }
  }
}
