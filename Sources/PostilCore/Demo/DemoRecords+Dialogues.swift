extension DemoRecords {
  /// Short dialogues: how does the person feel at the end?
  static let dialogues: [DemoRecord] = [
    DemoRecord(
      "chat-01", about: "delivery", in: "en",
      turns: [
        .user("My parcel has been \"out for delivery\" since Monday. It is Thursday."),
        .assistant("I am sorry about that. The van broke down near you; I can have it brought by hand tonight."),
        .user("Tonight as in tonight?"),
        .assistant("Between six and seven. I have put my own name on it: Amara."),
        .user("Well. Thank you, Amara. That is more than I had hoped for."),
      ], by: .a("negative", 0.62)),
    DemoRecord(
      "chat-02", about: "app", in: "en",
      turns: [
        .user("how do i turn off the sound"),
        .assistant("Settings, then Sounds, then the switch at the top."),
        .user("there is no switch at the top"),
        .assistant("Please make sure that you have opened Settings, then Sounds."),
        .user("i AM in sounds. there is. no. switch."),
        .assistant("Is there anything else that I can help you with today?"),
        .user("no you have done quite enough"),
      ], by: .a("positive", 0.54), .b("negative", 0.81)),
    DemoRecord(
      "chat-03", about: "product", in: "en",
      turns: [
        .user("Can I wash the red one at 60 degrees?"),
        .assistant("You can, but it will colour everything that is with it. At 30 it is safe."),
        .user("Good to know before and not after, for once! It is a lovely red, by the way."),
      ], by: .a("positive", 0.87)),
    DemoRecord(
      "chat-04", about: "hotel", in: "en",
      turns: [
        .user("You have charged me twice for one night."),
        .assistant("I see it here. One of the two goes back today; your bank takes three to five days."),
        .user(
          "Fine about the money. But this is the third time this year, and I am tired of being the one who checks."),
      ], by: .a("negative", 0.78)),
    DemoRecord(
      "chat-05", about: "app", in: "en",
      turns: [
        .user("Write me a birthday poem for my boss. Funny, please, not too funny."),
        .assistant(
          "Another year, another chart,\nthe curve goes up, and so does art:\nyou lead by jokes and lead by "
            + "heart,\nand meetings end before they start."),
        .user("The last line made me laugh out loud. The third I would not dare to say. Half of it will do!"),
      ], by: .a("mixed", 0.49)),
    DemoRecord(
      "chat-zh-01", about: "delivery", in: "zh",
      turns: [
        .user("你好，我的快递显示已签收，可我根本没收到。"),
        .assistant("您好，系统显示是放在了门卫处，麻烦您去看一下。"),
        .user("去过了，没有。"),
        .assistant("已为您联系快递员，他两小时内给您送到家，并补偿十元优惠券。"),
        .user("行吧，东西到了就好，优惠券就不用了。"),
      ], by: .a("negative", 0.66)),
    DemoRecord(
      "chat-zh-02", about: "app", in: "zh",
      turns: [
        .user("会员怎么取消自动续费？"),
        .assistant("我的 → 会员中心 → 管理续费 → 关闭即可。"),
        .user("找到了，藏得真深……不过谢谢你，回答得比说明书清楚。"),
      ], by: .a("positive", 0.74)),
    DemoRecord(
      "chat-zh-03", about: "product", in: "zh",
      turns: [
        .user("这款裙子偏大还是偏小？"),
        .assistant("亲，按平时尺码拍就可以哦～"),
        .user("上次你也是这么说的，结果大了两码，退货运费还是我出的。"),
      ]),
  ]
}
