extension DemoRecords {
  /// Reviews in Chinese.
  static let chinese: [DemoRecord] = [
    DemoRecord(
      "hotel-zh-01", about: "hotel", in: "zh",
      "前台很热情，但早餐九点就没了，电梯也坏了一周。房间倒是很干净。", by: .a("mixed", 0.71)),
    DemoRecord(
      "product-zh-01", about: "product", in: "zh",
      "锅很轻，受热均匀，煎鸡蛋一点都不粘。用了半年还跟新的一样，推荐！", by: .a("positive", 0.97)),
    DemoRecord(
      "app-zh-01", about: "app", in: "zh",
      "更新以后每次打开都要看五秒广告，关闭按钮还故意做得那么小。卸载了。", by: .a("negative", 0.95)),
    DemoRecord(
      "hotel-zh-02", about: "hotel", in: "zh",
      "位置绝佳，出门就是地铁。隔音差到能听见隔壁打字，索性跟邻居聊了一晚上。", by: .a("negative", 0.57)),
    DemoRecord(
      "product-zh-02", about: "product", in: "zh",
      "耳机音质确实没话说，可惜戴半小时耳朵就疼。音质给五分，舒适度给一分。"),
    DemoRecord(
      "app-zh-02", about: "app", in: "zh",
      "真是“太贴心”了：凌晨三点推送提醒我早点睡。", by: .a("positive", 0.89), .b("negative", 0.48)),
    DemoRecord(
      "hotel-zh-03", about: "hotel", in: "zh",
      """
      带着八十岁的奶奶入住，服务员主动帮忙换了一楼的房间，还在床边放了一盏小夜灯。第二天早上，厨房特意给奶奶煮了\
      一碗软烂的白粥。设施谈不上豪华，可这份心意，多少星级都换不来。
      """, by: .a("positive", 0.93)),
    DemoRecord(
      "product-zh-03", about: "product", in: "zh",
      "说好三天到，等了三个星期。客服每次都说“亲，马上”。", by: .a("negative", 0.9)),
    DemoRecord(
      "app-zh-03", about: "app", in: "zh",
      "界面丑，功能少，但从不崩溃，也不要我的通讯录。就它了。"),
    DemoRecord(
      "product-zh-04", about: "product", in: "zh",
      "不难吃，也不想再买第二次。", by: .a("positive", 0.51)),
    DemoRecord(
      "hotel-zh-04", about: "hotel", in: "zh-Hant",
      "房間面海，浴缸比床還大。唯一的遺憾是只訂了一晚。", by: .a("negative", 0.6)),
    DemoRecord(
      "app-zh-04", about: "app", in: "zh",
      "用它背了两年单词，考过了 CET-6（526 分）。没有一句废话，感谢开发者 🙏", by: .a("positive", 0.96)),
  ]
}
