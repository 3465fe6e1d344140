extension ProjectTemplate {
  /// What a text is about: as many topics as apply.
  static let topics = ProjectTemplate(
    name: "topics", summary: "what a text is about: as many topics as apply",
    configuration: """
      # What Postil shows and asks. Texts after # are remarks. `postil doctor` checks this file.

      [project]
      name = NAME
      guidelines = "guidelines.md"   # opens beside the task with g i
      annotators_per_task = 1        # how many people judge each text

      # What is shown. The name is the column of your file; `postil import --map text=body` takes another column.
      [[field]]
      name = "title"
      type = "value"                 # one line beside its title
      title = "Title"
      required = false               # records without it are welcome

      [[field]]
      name = "text"
      type = "text"
      title = "Message"

      # Several labels: each key turns one on or off, Enter saves and goes on.
      # Keys that commands have (s skip, f not sure, c comment, u undo, q back, g … go, h j k l) cannot be label keys.
      [[question]]
      name = "topics"
      type = "labels"
      title = "What is it about?"
      at_least = 1                   # use the label "other" rather than none
      at_most = 3
      labels = [
        { name = "account", key = "a", help = "Signing in, names, passwords, deleting an account." },
        { name = "billing", key = "b", help = "Prices, invoices, refunds, plans." },
        { name = "delivery", key = "d", help = "Where it is, when it comes, what arrived broken." },
        { name = "product", key = "p", help = "What it does, how to use it, faults of its own." },
        { name = "service", key = "v", help = "How people were treated." },
        { name = "other", key = "o", help = "None of these. Say in the next question what it is." },
      ]

      # Asked only while "other" is chosen.
      [[question]]
      name = "other_topic"
      type = "text"
      title = "Which topic is missing?"
      help = "Two or three words. New topics are made from these."
      at_most = 60
      rows = 1
      when = { question = "topics", is = "other" }

      [[question]]
      name = "urgency"
      type = "rating"
      title = "How urgent is it?"
      lowest = 1
      highest = 3
      lowest_name = "can wait"
      highest_name = "today"
      required = false

      """,
    guidelines: """
      # What is it about?

      Give every topic that the message **asks about or complains about**: one at least, three at most. A topic that is
      only mentioned on the way is left out.

      ## The topics

      | Topic | Choose it for | Not for |
      | --- | --- | --- |
      | account | signing in, names, passwords, closing an account | money taken from it (billing) |
      | billing | prices, invoices, refunds, changing the plan | shipping costs before an order (delivery) |
      | delivery | where it is, when it comes, broken on arrival | broken after a month (product) |
      | product | how it works, what it lacks, faults | a fault that only the delivery caused |
      | service | how people were treated, waiting on the phone | a wish for a feature (product) |
      | other | none of the above | anything that fits above, even loosely |

      ## How many?

      - *My parcel came late and the lamp in it does not turn on.* Both: delivery, product.
      - *I have been a customer for ten years and now this: no refund.* Only billing. The years are colour.
      - *Nobody answers my mails about the refund.* billing and service: both are complained about.
      - If you count more than three, keep those that the writer would want answered first.

      ## Edge cases

      - **Thanks without a question** (*thank you, all is well*): service, if people are thanked; product otherwise.
      - **A forwarded thread**: judge the newest message. The older ones are there to explain it.
      - **Advertising and chain letters**: other, and write `spam` as the missing topic.
      - **Several languages**: judge what you can read. Skip (`s`) if that is not enough to be sure of one topic.

      ## Urgency

      Optional. 3 (today) is for money that is being lost, for people who cannot work, and for dates within two days.
      An angry tone alone is not urgent.

      """)
}
