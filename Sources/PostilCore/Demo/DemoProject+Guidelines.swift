extension DemoProject {
  /// The text of `guidelines.md`.
  static let reviewsGuidelines = """
    # What does the writer feel?

    You read reviews and short dialogues about hotels, products, apps and parcels. For each, say what the **writer** feels
    about its subject *on the whole*. In a dialogue, the writer is the user, and the end counts.

    ## The labels

    | Key | Label | Choose it when |
    | --- | --- | --- |
    | `p` | positive | the writer is pleased, and would do it again |
    | `n` | negative | the writer is displeased, and would not |
    | `m` | mixed | both are there, and you cannot say which is heavier |

    A small complaint in a happy text is still positive: *Great stay! The lift is a bit slow.* Choose mixed when the two
    sides **weigh the same**, and then say in a few words what speaks for each.

    ## Edge cases

    1. **Irony** counts as it is meant. *Oh wonderful, another update that deletes my notes* is negative.
    2. **"Not bad"** is praise. So is *da kann man nicht meckern*.
    3. **A fault that was mended** is judged by how the writer feels now:
       - forgiven, and more than that: positive;
       - forgiven, and tired of it: negative.
    4. **Emoji** are words. 👎 needs no more.
    5. **Another language** than you read: press `s` to skip, and say so. Skipped is not done; somebody else will get it.

    ## Suggestions

    Some records come with a model's suggestion, shown beside its label. Read the text *first*. The models are wrong more
    often than they sound: they miss irony, and they take every *not* for a complaint.

    ## Would it help somebody choose?

    Optional. Think of a stranger who has not decided yet.

    - **5**: says what is good, what is not, and for whom.
    - **3**: a mood and one fact.
    - **1**: a mood.

    ## What a record looks like

    Whatever is not shown as a text is kept beside it, and comes out again with your answers:

    ```json
    {"id": "app-02", "text": "I planned a three-week trip with it …",
     "about": "app", "lang": "en", "license": "CC0-1.0"}
    ```

    In doubt, take what you leaned to first and press `f` (not sure). Half a minute is enough for any of these.

    """
}
