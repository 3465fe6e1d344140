import ArgumentParser

/// The words without which the last lead stays.
struct LeaveNoLeadOption: ParsableArguments {
  @Flag(help: "Even when no lead is left: then everybody may see and do everything.")
  var leaveNoLead = false
}
