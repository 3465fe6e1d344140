extension DemoRecords {
  /// A text that scrolls: some six hundred words.
  static let long = DemoRecord(
    "hotel-long", about: "hotel", in: "en",
    """
    We booked the Lighthouse Inn in February for a week in June, because my wife wanted the sea and I wanted no \
    television. I set down what happened in the order in which it happened, so that you may judge for yourself.

    Sunday. The last bus from the station goes at six. Our train came in at ten past. I rang the inn, ready for the worst, \
    and a man said, "Stay where you are." Twenty minutes later he stood before us in rubber boots, with a van that smelt \
    of fish, and would not take a tip. His name was Tom; he turned out to be the owner, the cook, and on Wednesdays the \
    organist. The room was small and white. There was a jar of wild roses on the sill and sand in the shower.

    Monday. I woke because the window would not close, and a wind had got up. By breakfast there was a puddle on the floor \
    the size of a tablecloth. Tom looked at it with his hands in his pockets and said that the frame had been like that \
    since the great storm, which was in 1987. He nailed a board over it. So we had a room by the sea without the sea in it. \
    I was not pleased, and I said so. Breakfast was smoked mackerel with eggs, and I admit that I have thought of it on \
    most days since.

    Tuesday. It rained. There is one sitting room, and the other guests were four sisters from Leeds who had played cards \
    together for sixty years and had no intention of stopping. They let us in at the third game. We lost eleven pounds. In \
    the afternoon the power went, and came back at night, and went again. My wife read to me by the light of the lamp that \
    they keep for this on every landing; that they need to keep one on every landing tells you something.

    Wednesday. Still no hot water. I went down in my dressing gown, prepared to be firm. Tom was under the boiler with a \
    torch in his mouth. He had been there since five. At nine there was a shout, and then there was hot water, and then \
    everybody in the house bathed, one after the other, like a procession. In the evening he played Bach in the chapel for \
    nine people and a dog. He is not a good organist. I would not have missed it.

    Thursday. The sun came out, and he came with a ladder and took down the board, and there it was: the whole bay, with \
    the light on it, and the island that they had told us about and that we had stopped believing in. We sat on the bed and \
    looked at it until lunch. I do not remember that we spoke.

    Friday. They had charged us for the sisters' wine as well as for ours. It was put right in a minute, but I had to find \
    it myself, in a bill written by hand on three sheets, one of them the wrong way up.

    Saturday. Tom drove us to the early train. At the station he gave my wife the jar, with fresh roses in it, for the \
    journey; it leaked on my coat.

    Would I go back? The window is rotten, the boiler is older than I am, the bill is a work of fiction, and for what it \
    cost we could have had a week in a place with a spa. I have asked my wife, who keeps the accounts. She has put the jar \
    on the kitchen sill. We have booked the same room for next June, and I have bought a pair of rubber boots.
    """, by: .a("negative", 0.56), .b("mixed", 0.52))
}
