/** Plain lists of enquiries: what pages show choices from, apart from the contract. */

export const asks = ["places", "meeting", "agreement", "project-partner", "lecturer", "other"] as const;
export type Asks = (typeof asks)[number];

export const enquiryStates = ["sent", "taken", "asked-back", "answered", "refused", "withdrawn"] as const;

/** How an enquiry stands on a day: late is sent or taken, with the wished day behind. */
export const enquiryStandings = ["late", ...enquiryStates] as const;
export type EnquiryStanding = (typeof enquiryStandings)[number];

/** Why an enquiry is refused. `other` needs words. */
export const reasons = ["no-capacity", "not-our-field", "no-agreement", "too-late", "other"] as const;
export type Reason = (typeof reasons)[number];

/** Whose enquiries a list shows: asked of us, asked by us, or answered on our behalf. */
export const boxes = ["received", "sent", "members"] as const;
export type Box = (typeof boxes)[number];

/** What lists are sorted by; `urgent` unless asked otherwise: what is open first, by day. */
export const enquirySorts = ["urgent", "due", "subject", "from", "to", "sent"] as const;
export type EnquirySort = (typeof enquirySorts)[number];

export const steps = [
	"sent",
	"mailed",
	"link-made",
	"taken",
	"forwarded",
	"asked-back",
	"replied",
	"reminded",
	"escalated",
	"answered",
	"refused",
	"withdrawn",
] as const;
export type Step = (typeof steps)[number];

/** How long after today an answer is wished for, days, unless the one who asks says otherwise. */
export const usualDays = 14;
/** Organisations that can be written to at once. */
export const mostReceivers = 40;
