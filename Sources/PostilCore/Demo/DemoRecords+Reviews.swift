extension DemoRecords {
  /// Reviews in English.
  static let reviews: [DemoRecord] = [
    DemoRecord(
      "hotel-02", about: "hotel", in: "en",
      "We came for two nights and stayed for five. The view from the balcony alone would have done it.",
      by: .a("positive", 0.98)),
    DemoRecord(
      "app-01", about: "app", in: "en",
      "Oh wonderful, another update that logs me out and forgets my notes. Exactly what I was hoping for.",
      by: .a("positive", 0.83), .b("negative", 0.55)),
    DemoRecord(
      "product-01", about: "product", in: "en",
      "The kettle boils fast and pours without a drip. After a year it still looks new."),
    DemoRecord(
      "hotel-01", about: "hotel", in: "en",
      """
      The room was spotless and the staff could not have been kinder. Breakfast, though, ran out at nine twice, and the \
      lift was out all week.
      """, by: .a("positive", 0.71)),
    DemoRecord(
      "hotel-03", about: "hotel", in: "en",
      """
      I asked for a quiet room and got one above the kitchen. When I went down to change it, the desk was empty; when I \
      rang, it rang in the next room. I slept in my car the second night, which was quieter and had a working heater.
      """, by: .a("negative", 0.94)),
    DemoRecord(
      "product-02", about: "product", in: "en",
      "These headphones sound gorgeous. They also fall off whenever I nod. I have learned not to agree with people.",
      by: .a("positive", 0.52), .b("mixed", 0.61)),
    DemoRecord(
      "app-02", about: "app", in: "en",
      "I planned a three-week trip with it, offline, and never once got lost. Worth every cent."),
    DemoRecord(
      "product-03", about: "product", in: "en",
      """
      Arrived with a cracked lid. I wrote to them, and a new one was here in two days with a note that somebody had \
      signed by hand. I would buy from them again tomorrow.
      """, by: .a("negative", 0.66)),
    DemoRecord(
      "hotel-04", about: "hotel", in: "en",
      "Clean. Central. Soulless. You will sleep well and remember nothing."),
    DemoRecord(
      "app-03", about: "app", in: "en",
      """
      The free version is fine: it counts my steps and leaves me alone. The paid one nags me to pay for a better paid one.
      """, by: .a("mixed", 0.58)),
    DemoRecord(
      "product-04", about: "product", in: "en",
      "Not bad at all. I had expected far worse for the price, and my mother-in-law likes it too.",
      by: .a("negative", 0.77)),
    DemoRecord(
      "hotel-05", about: "hotel", in: "en",
      """
      I never write reviews, but the night porter deserves one. He drove my father to the clinic at four in the morning, \
      waited, and drove him back. The room? I honestly could not tell you what colour it was.
      """),
    DemoRecord(
      "product-05", about: "product", in: "en",
      "The zip broke on day three, the replacement zip on day five. The colour is nice.", by: .a("negative", 0.91)),
    DemoRecord(
      "app-04", about: "app", in: "en",
      """
      Version 7 moved every button, and it took me a week to stop swearing. Now I would not go back: what took six taps \
      takes one.
      """, by: .a("negative", 0.59), .b("positive", 0.63)),
    DemoRecord(
      "hotel-06", about: "hotel", in: "en",
      "They call it rustic. I call it a shed with a minibar. Then again, the stars out there!"),
    DemoRecord(
      "product-06", about: "product", in: "en",
      """
      1. Unpack it.
      2. Look for the manual.
      3. Find a link to a video.
      4. Find that the video has been taken down.
      5. Send it back.
      """, by: .a("negative", 0.88)),
    DemoRecord(
      "app-05", about: "app", in: "en",
      "My hands shake, and this is the first keyboard that forgives them. I cried a little, in the good way.",
      by: .a("negative", 0.64)),
    DemoRecord(
      "hotel-07", about: "hotel", in: "en",
      """
      Pool: closed. Sauna: closed. Bar: closed. Bill: open. To be fair, they took half of it off when I pointed this out, \
      and the girl at the desk was close to tears, so I suppose that somebody there cares.
      """),
    DemoRecord(
      "product-07", about: "product", in: "en",
      "Does what it says. Loud, but so am I.", by: .a("positive", 0.69)),
    DemoRecord(
      "app-06", about: "app", in: "en",
      """
      The export is a `.csv` that no spreadsheet opens:

          name;"date,with,commas";;\u{9}42

      Support answered within the hour, and knew less than I do.
      """, by: .a("negative", 0.86)),
  ]
}
