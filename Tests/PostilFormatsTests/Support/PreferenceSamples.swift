import PostilFormats
import PostilModel

/// A chat prompt and several responses; a ranking is asked, ratings too.
let judging = Project(
  name: "Judging",
  fields: [FieldDefinition(name: "prompt", kind: .chat), FieldDefinition(name: "responses", kind: .candidates)],
  questions: [
    Question(name: "rank", about: "responses", kind: RankingQuestion()),
    Question(
      name: "grid", isRequired: false, about: "responses",
      kind: RatingsQuestion(aspects: [Choice(name: "helpfulness"), Choice(name: "honesty")])),
  ])

/// A chat prompt and one response, which is good or bad.
let singles = Project(
  name: "Singles",
  fields: [FieldDefinition(name: "prompt", kind: .chat), FieldDefinition(name: "answer", isRequired: false)],
  questions: [Question(name: "fit", kind: LabelQuestion(choices: [Choice(name: "good"), Choice(name: "bad")]))])

/// A prompt that is a text, for which somebody writes an answer.
let demonstrations = Project(
  name: "Demonstrations", fields: [FieldDefinition(name: "prompt")],
  questions: [Question(name: "answer", kind: TextQuestion())])

/// The project that tests read a format of preferences into; nil for the others.
func preferenceProject(for format: String) -> Project? {
  let several = [
    "oasst-tree", "oasst-flat", "hh-rlhf", "trl-preference", "prompt-responses", "sharegpt-dpo", "openai-dpo",
    "ultrafeedback",
  ]
  if several.contains(format) { return judging }
  return samples[format] == nil ? nil : singles
}

/// A good record, or more, of each format.
let samples: [String: String] = [
  "oasst-tree":
    #"{"message_tree_id":"t","tree_state":"ready","prompt":{"message_id":"t","text":"q","role":"prompter","deleted":false,"labels":{"quality":{"value":0.70,"count":3}},"replies":[{"message_id":"y","parent_id":"t","text":"one","role":"assistant","rank":0,"emojis":{"+1":2},"replies":[]},{"message_id":"x","parent_id":"t","text":"two","role":"assistant","rank":1,"model_name":"m","replies":[]}]}}"#,
  "oasst-flat": """
  {"message_id":"y","parent_id":"t","message_tree_id":"t","tree_state":"ready","text":"one","role":"assistant","rank":1}
  {"message_id":"t","message_tree_id":"t","tree_state":"ready","text":"q","role":"prompter"}
  {"message_id":"x","parent_id":"t","message_tree_id":"t","tree_state":"ready","text":"two","role":"assistant","rank":0}
  """,
  "hh-rlhf": #"{"chosen":"\n\nHuman: q\n\nAssistant: yes","rejected":"\n\nHuman: q\n\nAssistant: no","n":1.50}"#,
  "trl-preference":
    #"{"prompt":[{"role":"user","content":"q"}],"chosen":[{"role":"assistant","content":"yes"}],"rejected":[{"role":"assistant","content":"no"}],"score_chosen":0.50}"#,
  "trl-unpaired": #"{"prompt":"q","completion":"yes","label":true,"n":1}"#,
  "trl-sft": #"{"prompt":"q","completion":"yes","n":1}"#,
  "kto": #"{"messages":[{"role":"user","content":"q"},{"role":"assistant","content":"no"}],"label":false}"#,
  "chat":
    #"{"messages":[{"role":"system","content":"be kind"},{"role":"user","content":"q"},{"role":"assistant","content":"yes"}]}"#,
  "openai-sft":
    #"{"messages":[{"role":"user","content":"q"},{"role":"assistant","content":"yes","weight":0}],"tools":[]}"#,
  "openai-dpo":
    #"{"input":{"messages":[{"role":"user","content":"q"}],"tools":[],"parallel_tool_calls":true},"preferred_output":[{"role":"assistant","content":"yes"}],"non_preferred_output":[{"role":"assistant","content":"no"}]}"#,
  "sharegpt":
    #"{"id":"s1","conversations":[{"from":"human","value":"q"},{"from":"gpt","value":"yes"}],"system":"be kind"}"#,
  "sharegpt-dpo":
    #"{"conversations":[{"from":"human","value":"q"}],"chosen":{"from":"gpt","value":"yes"},"rejected":{"from":"gpt","value":"no"}}"#,
  "alpaca": #"[{"instruction":"add","input":"1 2","output":"3","system":"be kind","history":[["hi","hello"]]}]"#,
  "ultrafeedback":
    #"{"source":"s","instruction":"q","models":["m","n"],"completions":[{"model":"m","response":"yes","annotations":{"helpfulness":{"Rating":"4","Rationale":"r"},"honesty":{"Rating":"5"}},"overall_score":7.50},{"model":"n","response":"no","annotations":{"helpfulness":{"Rating":"1"},"honesty":{"Rating":"2"}}}],"correct_answers":["None"]}"#,
  "alpaca-eval": #"[{"instruction":"q","output":"yes","generator":"m","dataset":"d"}]"#,
  "prompt-responses": #"{"id":7,"prompt":"q","responses":["one",{"output":"two","model":"m","id":"z"}],"topic":"t"}"#,
]
