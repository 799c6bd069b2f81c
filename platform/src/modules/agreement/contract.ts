import { z } from "zod";
import { commonRefusals, day, id, profession, version } from "../organisation/contract.ts";
import {
	type AgreementKind,
	type AgreementSort,
	agreementKinds,
	agreementStates,
	legalForms,
	levels,
	measures,
	periods,
	provisionKinds,
	type Side,
	type Standing,
	sides,
	signingWays,
	themes,
} from "./codes.ts";

export * from "./codes.ts";

/** Words that may be left out. */
const text = (most: number) => z.string().trim().max(most).default("");
const email = z.email().max(320).nullable();

/** What is said of an agreement itself, whatever it is about. Months are whole months. */
export const agreementFacts = z.object({
	kind: z.enum(agreementKinds),
	level: z.enum(levels),
	title: z.string().trim().min(1).max(200),
	purpose: text(4000),
	/** Of inter-municipal cooperation only. */
	legalForm: z.enum(legalForms).nullable(),
	/** The sector of services it is about (`organisation.sector`), where it is about one. */
	sector: z.string().max(60).nullable(),
	/** The agreement this one lies under. */
	parentId: id.nullable(),
	firstDay: day.nullable(),
	/** Empty: until further notice. */
	lastDay: day.nullable(),
	noticeMonths: z.int().min(0).max(60).nullable(),
	/** How long before the last day the parties are told. */
	renewalMonths: z.int().min(1).max(36),
});
export type AgreementFacts = z.infer<typeof agreementFacts>;

export const newAgreement = agreementFacts.extend({
	/** The other parties; the organisation acted for is one itself, unless it is a broker. */
	partyIds: z.array(id).min(1).max(60),
	themes: z.array(z.enum(themes)).max(themes.length),
});
export type NewAgreement = z.infer<typeof newAgreement>;

export const party = z.object({
	/** Of the party in this agreement; `organisationId` is who it is. */
	id,
	organisationId: id,
	name: z.string(),
	kind: z.string(),
	side: z.enum(sides),
	/** Whether it signs; one that does not is told and may read. */
	signs: z.boolean(),
	approvedVersion: z.int().nullable(),
	approvedAt: z.date().nullable(),
	approvedBy: z.string().nullable(),
	/** The text it has said no to, and why; null where it has not. */
	declinedVersion: z.int().nullable(),
	declinedBecause: z.string().nullable(),
	coordinatorName: z.string().nullable(),
	coordinatorEmail: z.string().nullable(),
	deputyName: z.string().nullable(),
	deputyEmail: z.string().nullable(),
	signedBy: z.string().nullable(),
	/** In what capacity: mayor, dean. */
	signedAs: z.string().nullable(),
	signedOn: day.nullable(),
	signedWay: z.enum(signingWays).nullable(),
	version: z.int(),
});
export type Party = z.infer<typeof party>;

export const themeFacts = z.object({
	theme: z.enum(themes),
	/** Of a theme that is not on the list. */
	name: z.string().trim().max(120).nullable(),
	goal: text(4000),
	responsibility: text(4000),
	obligations: text(4000),
	payer: text(1000),
	arena: text(200),
	meetingsAYear: z.int().min(0).max(52).nullable(),
	/** The adopted plan it is anchored in, who adopted it and when, and the years it holds. */
	planName: text(200),
	planDecision: text(200),
	planFrom: z.int().min(1990).max(2100).nullable(),
	planUntil: z.int().min(1990).max(2100).nullable(),
	note: text(8000),
});
export type ThemeFacts = z.infer<typeof themeFacts>;
export const agreementTheme = themeFacts.extend({ id, sort: z.int(), version: z.int() });
export type AgreementTheme = z.infer<typeof agreementTheme>;

export const themeContact = z.object({
	themeId: id,
	partyId: id,
	name: text(200),
	email,
	deputyName: text(200),
	deputyEmail: email,
	version: z.int(),
});
export type ThemeContact = z.infer<typeof themeContact>;

export const commitmentFacts = z.object({
	themeId: id,
	/** Who delivers. */
	partyId: id,
	what: z.string().trim().min(1).max(400),
	measure: z.enum(measures),
	/** Empty: promised without a number, which the page says. */
	amount: z.int().min(0).max(1_000_000).nullable(),
	per: z.enum(periods),
	profession: profession.nullable(),
	yearOfStudy: z.int().min(1).max(7).nullable(),
	/** Where it is delivered, where that is said. */
	unitName: z.string().trim().max(200).nullable(),
	/** When it holds; empty: as long as the agreement. */
	firstDay: day.nullable(),
	lastDay: day.nullable(),
});
export type CommitmentFacts = z.infer<typeof commitmentFacts>;
export const commitment = commitmentFacts.extend({
	id,
	sort: z.int(),
	version: z.int(),
	profession: z.string().nullable(),
	/** The unit of a party that `unitName` names, where it names one. */
	unitOrganisationId: id.nullable(),
	unitId: id.nullable(),
});
export type Commitment = z.infer<typeof commitment>;

export const provision = z.object({ kind: z.enum(provisionKinds), body: z.string().max(8000), version: z.int() });
export type Provision = z.infer<typeof provision>;

export const agreement = agreementFacts.extend({
	id,
	organisationId: id,
	keeperName: z.string(),
	parentTitle: z.string().nullable(),
	followsId: id.nullable(),
	followsTitle: z.string().nullable(),
	followedById: id.nullable(),
	followedByTitle: z.string().nullable(),
	state: z.enum(agreementStates),
	contentVersion: z.int(),
	published: z.boolean(),
	createdAt: z.date(),
	signedAt: z.date().nullable(),
	endedOn: day.nullable(),
	endedReason: z.string().nullable(),
	version: z.int(),
});
export type Agreement = z.infer<typeof agreement>;

/** An agreement with all its parts, as one page shows it. */
export type WholeAgreement = {
	readonly agreement: Agreement;
	readonly parties: readonly Party[];
	readonly themes: readonly AgreementTheme[];
	readonly contacts: readonly ThemeContact[];
	readonly commitments: readonly Commitment[];
	readonly provisions: readonly Provision[];
};

/** The text as it is put forward and signed: everything that binds, nothing about who may see it. */
export const content = z.object({
	facts: agreementFacts.omit({ parentId: true, renewalMonths: true, sector: true }),
	parties: z.array(z.object({ id, name: z.string(), side: z.enum(sides), signs: z.boolean() })),
	provisions: z.array(provision.omit({ version: true })),
	themes: z.array(themeFacts.extend({ id })),
	commitments: z.array(commitmentFacts.extend({ id, profession: z.string().nullable() })),
});
export type Content = z.infer<typeof content>;

/** One text that was put forward. */
export type ContentVersion = {
	readonly number: number;
	readonly body: Content;
	readonly fingerprint: string;
	readonly message: string;
	readonly madeAt: Date;
	readonly madeFor: string;
	readonly madeForName: string;
	readonly madeBy: string | null;
};

export type ListedAgreement = {
	readonly id: string;
	readonly organisationId: string;
	readonly title: string;
	readonly kind: AgreementKind;
	readonly level: (typeof levels)[number];
	readonly standing: Standing;
	readonly firstDay: string | null;
	readonly lastDay: string | null;
	/** The other parties, by name. */
	readonly parties: readonly { readonly id: string; readonly name: string; readonly side: Side }[];
	readonly themes: readonly string[];
};

export type AgreementQuery = {
	readonly search?: string | undefined;
	readonly standing?: Standing | undefined;
	readonly kind?: string | undefined;
	readonly theme?: string | undefined;
	readonly partyId?: string | undefined;
	readonly sort?: AgreementSort;
	readonly descending?: boolean;
	readonly offset?: number;
	readonly pageSize?: number | undefined;
};

export const signature = z.object({
	partyId: id,
	name: z.string().trim().min(1).max(200),
	/** In what capacity the person signs. */
	as: z.string().trim().min(1).max(200),
	signedOn: day,
	/** The text that is signed, by its fingerprint: whoever signs has seen that one. */
	fingerprint: z.string().length(64),
});
export type Signature = z.infer<typeof signature>;

export const versionOnly = z.object({ version });

export const agreementRefusals = [
	...commonRefusals,
	"organisation-unknown",
	"organisation-ended",
	"parent-unknown",
	"parent-circle",
	"needs-two-parties",
	"needs-first-day",
	"needs-theme",
	"needs-signer",
	"needs-name",
	"theme-twice",
	"party-unknown",
	"party-stands",
	"party-signed",
	"text-locked",
	"not-put-forward",
	"nothing-new",
	"not-all-approved",
	"already-signed",
	"text-changed",
	"in-the-future",
	"before-text",
	"wrong-state",
	"ends-before-today",
	"legal-form-not-used",
	"sector-unknown",
	"part-unknown",
	"already-settled",
	"share-per-year",
	"file-type",
] as const;
export type AgreementRefusal = (typeof agreementRefusals)[number];
