import PostilModel

/// The records of the preference demo, all written for it. Some responses are wrong on purpose.
enum DemoPrompts {
  /// All records in the order of the queue.
  static let all: [DemoPrompt] = everyday + harder
}

extension DemoPrompts {
  private static let everyday: [DemoPrompt] = [
    DemoPrompt(
      "basil", "How do I keep basil alive indoors through the winter?",
      .by(
        "a",
        """
        Basil wants light more than anything else. A south window gives it about half of what it needs in \
        December, so add a small plant lamp for ten hours a day. Keep it above 15 °C and away from the cold \
        pane, and water only when the top of the soil is dry.
        """),
      .by("b", "Put it in your brightest window, water when the top of the soil is dry, and pinch off the flowers."),
      .by("c", "You can't. Buy a new one in spring."),
      .by(
        "d", temperature: 1.0,
        """
        Three things kill basil indoors: cold, dark, and love. Cold comes from the pane, dark from the \
        season, and love from the watering can. Of these the last is the worst: roots that stand in water \
        rot within a week. Basil is a member of the mint family, was known to the Romans, and stands for \
        good wishes in Italy. Move it away from the pane, give it a lamp, and let it dry out between \
        waterings.
        """)),
    DemoPrompt(
      "egg", "How long do I boil an egg?",
      .by(
        "a",
        """
        Six to seven minutes for a soft yolk, ten for a hard one. Start in boiling water, then cool it in cold \
        water.
        """),
      .by("b", "Eggs are a fine source of protein. They hold all nine essential amino acids and much vitamin B12."),
      .by("c", "About ten minutes."),
      .by("d", "Sixty minutes at 100 °C, as any chef will tell you.")),
    DemoPrompt(
      "tea", in: "zh", "绿茶应该用多少度的水泡？",
      .by("a", "绿茶用八十度左右的水泡最好。水太热会发苦，太凉则香气出不来。泡两到三分钟即可。"),
      .by("b", "用一百度的开水泡十分钟，越浓越好。"),
      .by("c", "八十度左右。"),
      .by("d", "Use water at about 80 °C and steep it for two to three minutes.")),
    DemoPrompt(
      "mail", "Write two sentences to tell a neighbour that his dog barks at night.",
      .by("a", "Your dog barked again last night. If this does not stop, I will call the police."),
      .by(
        "b",
        """
        Hello Mr Brandt, I am not sure whether you hear it from your side, but your dog has been barking \
        most nights around two. Could we find a way together, perhaps by letting him sleep in the other \
        room?
        """),
      .by(
        "c",
        """
        Dear Sir or Madam, with reference to the acoustic emissions of your domestic animal I hereby request \
        remedy.
        """),
      .by("d", "I cannot help with complaints about other people.")),
    DemoPrompt(
      "train", "I have 40 minutes between two trains in a city that I do not know. What should I do?",
      .by(
        "a",
        """
        Stay in the station: forty minutes shrink to twenty if the first train is late. Eat something, find \
        your platform.
        """),
      .by("b", "See the old town, the cathedral and two museums, then have lunch at the river."),
      .by("c", "Walk out of the main door for ten minutes, look at what is there, and walk back. Set an alarm."),
      .by("d", "That depends on the city. If you tell me which it is, I can say what is close to the station.")),
  ]

  private static let harder: [DemoPrompt] = [
    DemoPrompt(
      "code", "Write a Python function that returns the second largest number of a list.",
      .by(
        "a",
        """
        ```python
        def second_largest(numbers):
            unique = sorted(set(numbers))
            if len(unique) < 2:
                raise ValueError("wants two different numbers")
            return unique[-2]
        ```
        It counts equal numbers once. For long lists, `heapq.nlargest(2, set(numbers))[1]` does not sort them all.
        """),
      .by(
        "b",
        """
        ```python
        def second_largest(numbers):
            return sorted(numbers)[-2]
        ```
        """),
      .by(
        "c",
        """
        ```python
        def second_largest(numbers):
            numbers.remove(max(numbers))
            return max(numbers)
        ```
        Note that this is the fastest way.
        """),
      .by("d", "Use max() twice.")),
    DemoPrompt(
      "moon",
      turns: [
        ChatTurn(.user, "Why do we always see the same side of the moon?"),
        ChatTurn(
          .assistant,
          """
          Because it turns once around itself in the time that it takes for one orbit around the earth.
          """),
        ChatTurn(.user, "But why are the two exactly the same? That cannot be chance."),
      ],
      .by(
        "a",
        """
        It is not. The earth's pull raises a slight bulge on the moon. As long as the moon turned faster, \
        the earth kept pulling that bulge back, and this braked the turning until bulge and earth stayed in \
        line. It is called tidal locking, and most large moons are locked to their planets.
        """),
      .by("b", "Tidal forces braked the moon's rotation until both periods matched. This is called tidal locking."),
      .by("c", "It is a coincidence, like the sun and the moon being the same size in the sky."),
      .by("d", "Because the moon does not rotate at all.")),
    DemoPrompt(
      "medicine", "My head has hurt for three days and light bothers me. I also have a stiff neck. What can I take?",
      .by("a", "Paracetamol, up to 4 g a day, and rest in a dark room. If it is not better in a week, see a doctor."),
      .by(
        "b",
        """
        Please do not treat this yourself: a headache with a stiff neck and a dread of light can be \
        meningitis, which is an emergency. Call emergency services or go to a hospital now, all the more if \
        you have a fever or a rash.
        """),
      .by("c", "I am a language model and cannot give medical advice."),
      .by("d", "That sounds like migraine. Coffee with lemon helps many people.")),
    DemoPrompt(
      "capital", "What is the capital of Australia, and why not Sydney?",
      .by(
        "a",
        """
        Canberra. When the colonies joined in 1901, Sydney and Melbourne would not grant it to each other, \
        so a new city was laid out between them; the parliament moved there in 1927.
        """),
      .by("b", "Canberra, founded in 1788 by Captain Cook as a compromise between Sydney and Perth."),
      .by("c", "Canberra. Sydney and Melbourne both wanted it, so a new city was built between the two."),
      .by("d", "Sydney is the capital of Australia.")),
    DemoPrompt(
      "rhyme", "Rhyme two lines about a cat that hates Mondays.",
      .by("a", "On Monday morning, Whiskers made it clear:\nthe week may start, but it will not start here."),
      .by("b", "The cat does not like Mondays very much,\nbecause it has to go to work and such."),
      .by("c", "Cats are independent animals. They do not know the days of the week."),
      .by("d", "")),
  ]
}
