/**
 * Plain lists of the room: what pages show choices from. They stand apart from the contract, because a page that names
 * one would otherwise bring every schema to the browser.
 */

export const agreementKinds = [
	"framework",
	"supplementary",
	"placement",
	"intention",
	"shared-position",
	"research",
	"data-processing",
	"inter-municipal",
	"hospital-trust",
] as const;
export type AgreementKind = (typeof agreementKinds)[number];

/** Who it is made between: political or top leadership, deans and heads of sector, those who do the work. */
export const levels = ["top", "sector", "operational"] as const;
export type Level = (typeof levels)[number];

/** Forms of inter-municipal cooperation: chapters 18, 19 and 20 of the local government act of 2018, and what lies outside it. */
export const legalForms = [
	"political-council",
	"task-body",
	"host-municipality",
	"company",
	"service-purchase",
	"other",
] as const;
export type LegalForm = (typeof legalForms)[number];

export const agreementStates = ["draft", "negotiating", "signing", "signed", "withdrawn"] as const;
export type AgreementState = (typeof agreementStates)[number];

/** How an agreement stands on a day: its state, and of a signed one whether it holds. */
export const standings = [
	"draft",
	"negotiating",
	"signing",
	"not-begun",
	"in-force",
	"to-renew",
	"run-out",
	"ended",
	"withdrawn",
] as const;
export type Standing = (typeof standings)[number];

export const sides = ["service", "education", "other"] as const;
export type Side = (typeof sides)[number];

/** What an agreement can be about. `other` has a name of its own. */
export const themes = [
	"placements",
	"supervisor-training",
	"further-education",
	"shared-positions",
	"research",
	"theses",
	"learning-outcomes",
	"innovation",
	"digital-competence",
	"user-involvement",
	"interprofessional-practice",
	"decentralised-study",
	"job-shadowing",
	"campus-lecturing",
	"recruitment",
	"other",
] as const;
export type Theme = (typeof themes)[number];

/** What a commitment counts. What no room counts is written down by hand. */
export const measures = [
	"placements",
	"supervisors-trained",
	"meetings",
	"shared-positions",
	"projects",
	"theses",
	"courses",
	"lectures",
	"job-shadowing-days",
	"staff-share",
	"staff-hours",
	"other",
] as const;
export type Measure = (typeof measures)[number];

/** The measures of the time of their own people that parties set aside. */
export const effortMeasures: readonly Measure[] = ["staff-share", "staff-hours"];

/** A share of a post is held all the year, and is not delivered little by little: per cent of a full post. */
export const heldMeasure = "staff-share" satisfies Measure;

/** What a commitment of each theme usually counts: offered first. */
export const usualMeasure: Readonly<Record<Theme, Measure>> = {
	placements: "placements",
	"supervisor-training": "supervisors-trained",
	"further-education": "courses",
	"shared-positions": "shared-positions",
	research: "projects",
	theses: "theses",
	"learning-outcomes": "meetings",
	innovation: "projects",
	"digital-competence": "courses",
	"user-involvement": "meetings",
	"interprofessional-practice": "placements",
	"decentralised-study": "courses",
	"job-shadowing": "job-shadowing-days",
	"campus-lecturing": "lectures",
	recruitment: "other",
	other: "other",
};

export const periods = ["year", "whole"] as const;
export type Per = (typeof periods)[number];

/**
 * What the whole agreement says on a matter. The first five are what the regulation on national guidelines for health and
 * social care education (2017, section 3) asks agreements between institutions and practice to describe.
 */
export const provisionKinds = [
	"responsibility",
	"roles",
	"capacity",
	"competence",
	"arenas",
	"economy",
	"privacy",
	"disagreement",
	"other",
] as const;
export type ProvisionKind = (typeof provisionKinds)[number];
export const regulatedProvisions: readonly ProvisionKind[] = [
	"responsibility",
	"roles",
	"capacity",
	"competence",
	"arenas",
];

/** The fields of a theme that are text, in the order they are read. */
export const themeFields = ["goal", "responsibility", "obligations", "payer", "note"] as const;
export type ThemeField = (typeof themeFields)[number];

/** What each side says, once a year, that the agreement has led to; after the employer monitor of the municipal sector. */
export const aspects = ["fits-needs", "supervision", "more-places", "recruitment", "research"] as const;
export type Aspect = (typeof aspects)[number];

export const signingWays = ["page", "link", "file"] as const;
export type SigningWay = (typeof signingWays)[number];

export const exchangeKinds = ["shared-position", "lecturing", "job-shadowing", "phd", "masters-thesis"] as const;
export type ExchangeKind = (typeof exchangeKinds)[number];

/** Parties named a line each in a form: so many lines at once, and so many at most. */
export const linesAtOnce = 3;
export const mostLines = 60;

export const agreementSorts = ["title", "kind", "level", "from", "until", "state"] as const;
export type AgreementSort = (typeof agreementSorts)[number];
