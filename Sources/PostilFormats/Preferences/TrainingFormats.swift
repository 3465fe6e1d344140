import PostilModel

/// The formats of preferences and demonstrations, which trainers read. A new one is one line here, and a shape or a writer
/// in a file of its own.
enum TrainingFormats {
  /// All of them, in the order in which documentation lists them.
  static let all: [Format] = [
    Format(
      name: "rankings", title: "JSON Lines: every ranking and comparison as it was given",
      training: TrainingNeeds(.order, hasPrompt: false, judgements: .all), makeWriter: { RankingsWriter($0) }),
    Format(
      name: "trl-preference", title: "JSON Lines for TRL: prompt, chosen, rejected",
      training: TrainingNeeds(
        .order, options: [.pairs, .ties, .margin, .shape, .style], shapes: [.explicit, .implicit]),
      makeReader: { PreferenceReader(shape: TRLPreferenceShape()) },
      makeWriter: { PairWriter<TRLPreferenceWriter>($0) }),
    Format(
      name: "trl-unpaired", title: "JSON Lines for TRL: prompt, completion, label",
      training: TrainingNeeds(.verdict, options: [.style]),
      makeReader: { PreferenceReader(shape: TRLUnpairedShape(name: "trl-unpaired", isLabelled: true)) },
      makeWriter: { ExampleWriter<TRLUnpairedWriter>($0) }),
    Format(
      name: "trl-sft", title: "JSON Lines for TRL: prompt and completion, or messages",
      training: TrainingNeeds(.writing, options: [.shape, .style], shapes: [.promptCompletion, .messages]),
      makeReader: { PreferenceReader(shape: TRLUnpairedShape(name: "trl-sft", isLabelled: false)) },
      makeWriter: { ExampleWriter<TRLSFTWriter>($0) }),
    Format(
      name: "hh-rlhf", title: "JSON Lines as Anthropic's hh-rlhf: two dialogues as texts",
      training: TrainingNeeds(.order, options: [.pairs, .ties]),
      makeReader: { PreferenceReader(shape: HHShape()) }, makeWriter: { PairWriter<HHRLHFWriter>($0) }),
    Format(
      name: "kto", title: "JSON Lines: messages with a label, wanted or not",
      training: TrainingNeeds(.verdict),
      makeReader: { PreferenceReader(shape: MessagesShape(name: "kto", isLabelled: true)) },
      makeWriter: { ExampleWriter<KTOWriter>($0) }),
    Format(
      name: "chat", title: "messages, turn by turn",
      makeReader: { PreferenceReader(shape: MessagesShape(name: "chat")) }),
    Format(
      name: "openai-sft", title: "JSON Lines for OpenAI: messages to be trained on",
      training: TrainingNeeds(.writing),
      makeReader: { PreferenceReader(shape: MessagesShape(name: "openai-sft")) },
      makeWriter: { ExampleWriter<OpenAISFTWriter>($0) }),
    Format(
      name: "openai-dpo", title: "JSON Lines for OpenAI: input, preferred and non-preferred output",
      training: TrainingNeeds(.order, options: [.pairs, .ties]),
      makeReader: { PreferenceReader(shape: OpenAIPreferenceShape()) },
      makeWriter: { PairWriter<OpenAIDPOWriter>($0) }),
    Format(
      name: "sharegpt", title: "ShareGPT, a JSON array: conversations of from and value",
      training: TrainingNeeds(.writing),
      makeReader: { PreferenceReader(shape: ShareGPTShape(name: "sharegpt", isPair: false)) },
      makeWriter: { ExampleWriter<ShareGPTWriter>($0) }),
    Format(
      name: "sharegpt-dpo", title: "ShareGPT, a JSON array: with a chosen and a rejected turn",
      training: TrainingNeeds(.order, options: [.pairs, .ties]),
      makeReader: { PreferenceReader(shape: ShareGPTShape(name: "sharegpt-dpo", isPair: true)) },
      makeWriter: { PairWriter<ShareGPTDPOWriter>($0) }),
    Format(
      name: "alpaca", title: "Alpaca, a JSON array: instruction, input, output",
      training: TrainingNeeds(.writing), makeReader: { PreferenceReader(shape: AlpacaShape()) },
      makeWriter: { ExampleWriter<AlpacaWriter>($0) }),
    Format(
      name: "xtuner", title: "XTuner, a JSON array: conversations of input and output",
      training: TrainingNeeds(.writing), makeWriter: { ExampleWriter<XTunerWriter>($0) }),
    Format(
      name: "ultrafeedback", title: "JSON Lines as UltraFeedback: an instruction and rated completions",
      training: TrainingNeeds(.ratings, judgements: .newest),
      makeReader: { PreferenceReader(shape: UltraFeedbackShape()) }, makeWriter: { UltraFeedbackWriter($0) }),
    Format(
      name: "oasst-tree", title: "Open-Assistant: a conversation tree a line",
      training: TrainingNeeds(.order, hasPrompt: false, judgements: .newest),
      makeReader: { OASSTTreeReader() }, makeWriter: { OASSTWriter($0, .tree) }),
    Format(
      name: "oasst-flat", title: "Open-Assistant: a message a line",
      training: TrainingNeeds(.order, hasPrompt: false, judgements: .newest),
      makeReader: { OASSTFlatReader() }, makeWriter: { OASSTWriter($0, .flat) }),
    Format(
      name: "alpaca-eval", title: "several files of one model's outputs each, joined on the prompt", joinsFiles: true,
      makeReader: { AlpacaEvalReader() }),
    Format(
      name: "prompt-responses", title: "a prompt and several responses",
      makeReader: { PreferenceReader(shape: ResponsesShape()) }),
  ]
}
