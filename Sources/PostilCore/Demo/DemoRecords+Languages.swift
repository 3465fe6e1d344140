extension DemoRecords {
  /// Reviews in other languages and writing systems, and texts that are hard to draw.
  static let languages: [DemoRecord] = [
    DemoRecord(
      "hotel-ar-01", about: "hotel", in: "ar",
      "الغرفة نظيفة والموظفون لطفاء جدًا، لكن الإنترنت لا يعمل إلا في الممر. سنعود مع كتاب بدل الهاتف.",
      by: .a("mixed", 0.63)),
    DemoRecord(
      "product-he-01", about: "product", in: "he",
      "הכיסא נוח, ההרכבה לקחה 10 דקות בלבד, והמחיר הוגן. ממליץ בחום!", by: .a("positive", 0.92)),
    DemoRecord(
      "hotel-he-02", about: "hotel", in: "he",
      "הזמנו חדר \"Sea View\" וקיבלנו נוף לחניון. החזירו לנו 40% מהכסף.", by: .a("negative", 0.7)),
    DemoRecord(
      "app-ja-01", about: "app", in: "ja",
      "字が大きくて見やすいです。ただ、起動するたびにログインし直すのは面倒。そこだけ直れば満点。",
      by: .a("mixed", 0.68)),
    DemoRecord(
      "product-ja-01", about: "product", in: "ja",
      "三日で壊れました。ｻﾎﾟｰﾄに電話してもつながりません。", by: .a("negative", 0.94)),
    DemoRecord(
      "hotel-es-01", about: "hotel", in: "es",
      "¡Qué maravilla! El desayuno con vistas al mar y el perro de la casa, que nos adoptó desde el primer día.",
      by: .a("positive", 0.95)),
    DemoRecord(
      "product-de-01", about: "product", in: "de",
      "Da kann man nicht meckern. Donaudampfschifffahrtsgesellschaftskapitänsmützen passen übrigens auch hinein.",
      by: .a("negative", 0.53)),
    DemoRecord(
      "app-fr-01", about: "app", in: "fr",
      "Pas mal du tout, sauf que l’appli me tutoie depuis la mise à jour. On n’a pas gardé les vaches ensemble."),
    DemoRecord(
      "product-ko-01", about: "product", in: "ko",
      "배송은 빨랐는데 색이 사진과 달라요. 그래도 재질이 좋아서 그냥 쓰려고요.", by: .a("mixed", 0.6)),
    DemoRecord(
      "app-hi-01", about: "app", in: "hi",
      "बहुत बढ़िया ऐप है, धीमे नेटवर्क पर भी चलता है।", by: .a("positive", 0.88)),
    DemoRecord("app-emoji-01", about: "app", in: "und", "👎👎👎 😡", by: .a("negative", 0.99)),
    DemoRecord(
      "hotel-emoji-02", about: "hotel", in: "en",
      "👨‍👩‍👧‍👦 loved the pool 🏊🏽‍♀️, 🍳 was cold 🥶, but the 🐈 on the roof?! ❤️❤️❤️  10/10 would 🏨 again 🇵🇹",
      by: .b("positive", 0.76)),
    DemoRecord(
      "product-marks-01", about: "product", in: "vi",
      "Cà phê phin này pha rất đậm. Nắp hơi lo\u{323}\u{309}ng, nhưng giá rẻ như thế thì không phàn nàn được."),
  ]
}
