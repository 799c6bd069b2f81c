/** Plain lists of the room: what pages show choices from. They stand apart from the contract, which brings schemas. */

/** Where a call lives: made and answered here, or somewhere else and noted here by whoever means to apply. */
export const callWays = ["here", "outside"] as const;
export type CallWay = (typeof callWays)[number];

/** How a call stands on a day. */
export const callStandings = ["draft", "coming", "open", "closed", "withdrawn"] as const;
export type CallStanding = (typeof callStandings)[number];

/** Who may apply. */
export const applicants = ["municipality", "joint", "regional", "county", "institution", "provider"] as const;
export type Applicant = (typeof applicants)[number];

/** What a category asks of novelty: nothing; development on what exists; something new here, in the region or in the nation. */
export const novelties = ["any", "development", "new"] as const;
export type Novelty = (typeof novelties)[number];

/** What the decision itself, the ledger and the studies that are followed tell a report, with nobody typing it. */
export const preparedFacts = [
	"award-amount",
	"award-category",
	"ledger-used",
	"ledger-left",
	"study-applied",
	"study-started",
	"study-underway-financed",
	"study-underway-all",
	"study-completed",
	"study-dropped-out",
] as const;
export type PreparedFact = (typeof preparedFacts)[number];

/** The steps of making a call, in their order. */
export const callSteps = ["about", "money", "criteria", "forms", "publish"] as const;
export type CallStep = (typeof callSteps)[number];

/** Most rows of categories, criteria and measures. */
export const mostRows = 12;

/** Most needs a unit may state in one answer. */
export const mostNeeds = 12;

/** What is argued of a measure: that it develops what exists, or is new here, in the region or in the nation. */
export const claims = ["development", "here", "region", "nation"] as const;
export type Claim = (typeof claims)[number];

/** How far an application has come. */
export const applicationStates = ["draft", "sent", "withdrawn"] as const;
export type ApplicationState = (typeof applicationStates)[number];

/** How a party to an application stands. */
export const partyStates = ["lead", "invited", "joined", "approved", "left"] as const;
export type PartyState = (typeof partyStates)[number];

/** Most measures of one party in an application. */
export const mostLines = 30;

/** Most budget years an application can be spread over. */
export const mostYears = 4;
