import { z } from "zod";
import { day } from "../../organisation/contract.ts";
import { carryRules } from "../award/codes.ts";
import { type CallStanding, type CallWay, mostRows, novelties } from "../codes.ts";

const text = (most: number) => z.string().trim().max(most);
/** An empty field of a form is left out of what is read. */
const maybe = (most: number) => text(most).default("");
const kroner = z.int().min(0).max(100_000_000_000).nullable();
const rowId = z.string().regex(/^[a-z][0-9]{1,4}$/);

/** The first step: what it is, and for whom. */
export const aboutFacts = z.object({
	title: text(200).min(1),
	schemeId: z.uuid().nullable(),
	/** Who makes the call, where it lives outside. */
	issuer: maybe(200),
	address: z
		.url({ protocol: /^https?$/ })
		.max(1000)
		.nullable(),
	regulation: maybe(300),
	purpose: maybe(4000),
	...{ municipality: z.boolean(), joint: z.boolean(), regional: z.boolean() },
	...{ county: z.boolean(), institution: z.boolean(), provider: z.boolean() },
	conditions: maybe(4000),
});

/** The second step: kroner, the share applicants bear themselves in per cent, and the days. */
export const moneyFacts = z.object({
	...{ pot: kroner, lowest: kroner, highest: kroner },
	ownShare: z.int().min(0).max(100).nullable(),
	...{ opensOn: day.nullable(), closesOn: day.nullable(), decidesOn: day.nullable() },
	...{ spendBy: day.nullable(), reportOn: day.nullable() },
	/** When those who get money first tell how it goes; then each year until the last report. Null where they need not. */
	interimOn: day.nullable().default(null),
	/** What becomes of money that is not spent by then. */
	carryOver: maybe(1000),
	carries: z.enum(carryRules).default("asked"),
	/** Per cent that is kept of a place somebody began on and left; null where the call does not say. */
	droppedShare: z.int().min(0).max(100).nullable().default(null),
});
export type MoneyFacts = z.infer<typeof moneyFacts>;

const category = z.object({
	id: rowId,
	name: text(160).min(1),
	about: text(1000),
	highest: kroner,
	novelty: z.enum(novelties),
});
const criterion = z.object({ id: rowId, name: text(160).min(1), about: text(1000), weight: z.int().min(0).max(100) });
/** Something who gets the money counts from the first day, and is asked for in the report. */
const measure = z.object({ id: rowId, name: text(160).min(1), about: text(1000) });

export const criteriaFacts = z.object({
	categories: z.array(category).max(mostRows),
	criteria: z.array(criterion).max(mostRows),
	measures: z.array(measure).max(mostRows),
});
export type CriteriaFacts = z.infer<typeof criteriaFacts>;

/** What a call says. `prepared` tells, for each question of the report, what prepares it. */
export const callContent = z.object({
	...aboutFacts.shape,
	...moneyFacts.shape,
	...criteriaFacts.shape,
	prepared: z.record(z.string(), z.string().max(120)),
});
export type CallContent = z.infer<typeof callContent>;

export const emptyContent: CallContent = {
	...{ title: "", schemeId: null, issuer: "", address: null, regulation: "", purpose: "", conditions: "" },
	...{ municipality: true, joint: true, regional: false, county: false, institution: false, provider: false },
	...{ pot: null, lowest: null, highest: null, ownShare: null, carryOver: "" },
	...{ carries: "asked", droppedShare: null },
	...{ opensOn: null, closesOn: null, decidesOn: null, spendBy: null, reportOn: null, interimOn: null },
	...{ categories: [], criteria: [], measures: [], prepared: {} },
};

export type StoredCall = {
	readonly organisationId: string;
	readonly organisationName: string;
	readonly id: string;
	readonly way: CallWay;
	readonly published: number | null;
	readonly withdrawnAt: Date | null;
	readonly withdrawnReason: string | null;
};

export type CallDraft = {
	readonly content: CallContent;
	readonly applicationFormId: string | null;
	readonly reportFormId: string | null;
	readonly revision: number;
	readonly changedAt: Date;
	readonly changedBy: string;
};

export type CallVersion = {
	readonly number: number;
	readonly content: CallContent;
	readonly schemeName: string;
	readonly applicationFormId: string;
	readonly applicationNumber: number;
	readonly reportFormId: string;
	readonly reportNumber: number;
	readonly note: string;
	readonly madeAt: Date;
	readonly madeBy: string;
};

export type ListedCall = {
	readonly id: string;
	readonly organisationId: string;
	readonly organisationName: string;
	readonly way: CallWay;
	readonly title: string;
	readonly schemeName: string;
	readonly opensOn: string | null;
	readonly closesOn: string | null;
	readonly pot: number | null;
	readonly standing: CallStanding;
};

export type Clarification = {
	readonly id: string;
	readonly number: number;
	readonly question: string;
	readonly askedAt: Date;
	readonly answer: string | null;
	readonly answeredAt: Date | null;
	/** Whether the organisation acted for asked it; who else asked is told to nobody. */
	readonly isOwn: boolean;
};
