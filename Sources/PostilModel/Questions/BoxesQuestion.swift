public import PostilConfiguration

/// `type = "boxes"`: regions of a picture, each with a label. The answer is a list of `Region`s, in the order in which they
/// were drawn.
public struct BoxesQuestion: QuestionKind {
  /// `boxes`
  public static let typeName = "boxes"
  /// What a region may be; empty when regions have no labels.
  public var labels: [Choice]
  /// What may be drawn, the usual one first.
  public var shapes: [RegionShape]
  /// The fewest regions.
  public var minimum: Int
  /// The most regions; nil for any number.
  public var maximum: Int?
  /// Whether something may be written about each.
  public var takesText: Bool
  /// What that is, as its heading.
  public var textTitle: String
  /// What else may hold of a region.
  public var attributes: [Choice]

  /// The most regions of one answer.
  public static let mostRegions = 5000

  /// Regions with labels.
  public init(
    labels: [Choice] = [], shapes: [RegionShape] = [.box], minimum: Int = 0, maximum: Int? = nil,
    takesText: Bool = false, textTitle: String = "Text", attributes: [Choice] = []
  ) {
    self.labels = labels
    self.shapes = shapes.isEmpty ? [.box] : shapes
    self.minimum = minimum
    self.maximum = maximum
    self.takesText = takesText
    self.textTitle = textTitle
    self.attributes = attributes
  }

  /// Reads `labels`, `shapes`, `min`, `max`, `text`, `text_title` and `attributes`.
  public static func read(_ table: inout ConfigurationTable) -> BoxesQuestion? {
    let before = table.problems.count
    let labels = table.value("labels") == nil ? [] : table.choices("labels", atLeast: 1) ?? []
    let attributes = table.value("attributes") == nil ? [] : table.choices("attributes", atLeast: 1) ?? []
    let shapes = readShapes(&table)
    let minimum = table.integer("min", in: 0...mostRegions) ?? 0
    let maximum = table.integer("max", in: 1...mostRegions)
    let takesText = table.bool("text") ?? false
    let textTitle = table.heading("text_title") ?? "Text"
    if let maximum, minimum > maximum {
      table.complain("\(table.named("min")) is more than \"max\": \(minimum) > \(maximum)", about: "min")
    }
    for attribute in attributes where labels.contains(where: { $0.name == attribute.name }) {
      table.complain(
        "\(table.place) has \"\(attribute.name)\" among its labels and its attributes", about: "attributes")
    }
    for attribute in attributes {
      guard let key = attribute.key, let label = labels.first(where: { $0.key == key }) else { continue }
      table.complain(
        "the label \"\(label.name)\" and the attribute \"\(attribute.name)\" of \(table.place) both want the key "
          + "\"\(key)\"", about: "attributes")
    }
    guard table.problems.count == before else { return nil }
    return BoxesQuestion(
      labels: labels, shapes: shapes, minimum: minimum, maximum: maximum, takesText: takesText, textTitle: textTitle,
      attributes: attributes)
  }

  private static func readShapes(_ table: inout ConfigurationTable) -> [RegionShape] {
    guard table.value("shapes") != nil else { return [.box] }
    var shapes: [RegionShape] = []
    for element in table.list("shapes") ?? [] {
      let known = RegionShape.allCases.map(\.rawValue)
      guard case .string(let word) = element.content, let shape = RegionShape(rawValue: word) else {
        table.complain(
          "unknown shape \(element.json.jsonText)", line: element.line,
          hint: "Known shapes: \(known.joined(separator: ", "))")
        continue
      }
      if shapes.contains(shape) {
        table.complain("the shape \"\(word)\" of \(table.place) is there twice", line: element.line)
      }
      shapes.append(shape)
    }
    return shapes.isEmpty ? [.box] : shapes
  }

  /// The labels, then the attributes.
  public var keyedChoices: [Choice] { labels + attributes }

  /// Pictures.
  public var subjectKinds: [FieldDefinition.Kind] { [.image] }

  /// Not a list of regions, one half drawn, an unknown label, shape or attribute, too few or too many.
  public func problem(with answer: JSONValue) -> String? {
    if let draft = answer.object {
      if let begun = RegionDraft(answer).begun { return "has a \(begun.shape.rawValue) that is half drawn" }
      guard draft["regions"] != nil || draft["settled"] != nil else { return "wants a list of regions" }
      return problem(with: finished(answer, about: nil))
    }
    guard let elements = answer.array else { return "wants a list of regions" }
    for (place, element) in elements.enumerated() {
      guard let region = Region(element) else {
        return Region.isTooFar(element)
          ? "has a place beyond \(RegionPoint.number(RegionPoint.farthest).jsonText) pixels at region \(place + 1)"
          : "has no region at place \(place + 1)"
      }
      if let reason = problem(with: region) { return "\(reason) at region \(place + 1)" }
    }
    if elements.count < minimum { return "wants at least \(minimum) \(minimum == 1 ? "region" : "regions")" }
    let most = maximum ?? Self.mostRegions
    return elements.count > most ? "takes at most \(most) \(most == 1 ? "region" : "regions")" : nil
  }

  private func problem(with region: Region) -> String? {
    if !shapes.contains(region.shape) { return "takes no \(region.shape.rawValue)" }
    if labels.isEmpty {
      if !region.label.isEmpty { return "takes no labels" }
    } else if !labels.contains(where: { $0.name == region.label }) {
      return region.label.isEmpty ? "wants a label" : "has no label \"\(region.label)\""
    }
    if !takesText, !region.text.isEmpty { return "takes no text" }
    if let stranger = region.attributes.first(where: { name in !attributes.contains { $0.name == name } }) {
      return "has no attribute \"\(stranger)\""
    }
    if region.shape == .box, region.area <= 0 { return "has a box without any area" }
    return nil
  }

  /// `3 cell, 1 platelet`
  public func summary(of answer: JSONValue) -> String {
    let regions = Region.list(answer)
    guard !regions.isEmpty else { return "none" }
    guard !labels.isEmpty else { return "\(regions.count) \(regions.count == 1 ? "region" : "regions")" }
    return labels.compactMap { label in
      let count = regions.count { $0.label == label.name }
      return count == 0 ? nil : "\(count) \(label.title)"
    }.joined(separator: ", ")
  }

  /// `4 regions`
  public func brief(of answer: JSONValue) -> String {
    let count = Region.list(answer).count
    return "\(count) \(count == 1 ? "region" : "regions")"
  }

  /// The JSON of a list of regions.
  public func answer(fromText text: String) -> JSONValue? {
    guard let value = try? JSONParser().parse(text), problem(with: value) == nil else { return nil }
    return value
  }

  /// As JSON text, for tables.
  public func tableValue(of answer: JSONValue) -> JSONValue { .string(answer.jsonText) }

  /// The regions, wherever they are in the list.
  public func measured(_ answer: JSONValue) -> MeasuredAnswer { .regions(Region.list(answer)) }

  /// The regions alone: what was settled or half drawn on the way to them is no part of an answer.
  public func finished(_ answer: JSONValue, about subject: Subject?) -> JSONValue {
    answer.object == nil ? answer : Region.answer(Region.list(answer))
  }

  /// Nothing marked, where nothing need be.
  public var silence: JSONValue? { minimum == 0 ? Region.answer([]) : nil }

  /// What is written: the text of a region, by its place from 0.
  public static func textPart(of region: Int) -> String { "text:\(region)" }

  private static func place(ofPart part: String) -> Int? {
    part.hasPrefix("text:") ? Int(part.dropFirst(5)) : nil
  }

  /// The text of a region.
  public func text(of answer: JSONValue?, part: String, about subject: Subject?) -> String {
    let regions = Region.list(answer)
    guard let place = Self.place(ofPart: part), regions.indices.contains(place) else { return "" }
    return regions[place].text
  }

  /// With another text of a region.
  public func answer(writing text: String, part: String, from current: JSONValue?, about subject: Subject?)
    -> JSONValue?
  {
    var draft = RegionDraft(current)
    guard let place = Self.place(ofPart: part), draft.regions?.indices.contains(place) == true else { return current }
    draft.regions?[place].text = text
    return draft.json
  }
}
