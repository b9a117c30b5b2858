/** How a request stands, in words. */
export const STATES: Readonly<Record<string, string>> = {
  planned: "it was not sent yet",
  sent: "sent, no answer yet",
  reminded: "reminded, no answer yet",
  agreed: "they said yes",
  declined: "they said no",
  claimed: "they say it is done",
  introduced: "you were introduced",
  "target-agreed": "the buyer wants to talk",
  "target-declined": "the buyer does not want to talk",
  met: "you have met",
  opportunity: "there is a chance of a deal",
  won: "won",
  lost: "lost",
  withdrawn: "taken back",
  lapsed: "it has gone quiet",
};
