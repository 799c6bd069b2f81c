import type { Level, Rules, WideAllocated } from "@laeringsarena/allocation";
import type { ResultForm } from "@laeringsarena/allocation/form";
import { z } from "zod";
import {
	aims,
	closedBy,
	type PairRule,
	type RunFindingCode,
	type RunPhase,
	studentRuleKinds,
	wishKinds,
} from "../codes.ts";

/**
 * What one allocation is made from, frozen: plain JSON, without names of students and without the reasons for their rules.
 * The same form comes from the database and from two spreadsheets, so both give the same plan. Days are YYYY-MM-DD, last
 * days inclusive. Ids are any non-empty text, unique among their kind.
 */

const day = z.iso.date();
const id = z.string().min(1);
const count = z.int().min(0).max(1_000_000);
const at = z.strictObject({ latitude: z.number(), longitude: z.number() });

export const snapshotPeriod = z.strictObject({
	id,
	institutionId: id,
	courseName: z.string(),
	profession: z.string(),
	yearOfStudy: z.int(),
	/** Settings that will do; empty means any. */
	settings: z.array(z.string()).readonly(),
	firstDay: day,
	lastDay: day,
});

export const snapshotSite = z.strictObject({
	id,
	hostId: id,
	name: z.string(),
	/** Four digits; null where nobody has said. */
	municipality: z.string().nullable(),
	setting: z.string().nullable(),
	at: at.nullable(),
	/** How many may be there at once any week, whatever the profession or institution; null: only the offers limit. */
	limits: z.array(z.strictObject({ firstDay: day, lastDay: day, most: count })).readonly(),
	/** Learners outside the round, who count against the limits. */
	load: z.array(z.strictObject({ firstDay: day, lastDay: day, learners: count })).readonly(),
	/** Reachable by public transport, as far as anybody has said. */
	publicTransport: z.boolean().nullable(),
});

export const snapshotOffer = z.strictObject({
	id,
	siteId: id,
	/** Null: any profession. */
	profession: z.string().nullable(),
	/** Empty: any year of study. */
	years: z.array(z.int()).readonly(),
	firstDay: day,
	lastDay: day,
	/** How many at once. */
	places: count,
	/** None, or at least so many at once; null: any number. */
	leastTogether: z.int().min(1).nullable(),
	/** The institution these places are kept for. */
	reservedFor: id.nullable(),
	/** Of the places, so many are promised an institution for some days, and stay for its students; left out where there are none. */
	promised: z
		.array(z.strictObject({ institutionId: id, firstDay: day, lastDay: day, places: count }))
		.readonly()
		.optional(),
});

export const snapshotWish = z.strictObject({
	rank: z.int().min(1),
	kind: z.enum(wishKinds),
	/** Id of a site, or number of a municipality or county. */
	target: z.string(),
});

export const snapshotClaim = z.strictObject({
	id,
	studentId: id,
	periodId: id,
	/** 0 is served first: who loses a semester if not placed. */
	priority: z.int().min(0).max(9),
	/** Where the student travels from; null where it is not known. */
	from: at.nullable(),
	postcode: z.string().nullable(),
	wishes: z.array(snapshotWish).readonly(),
	rules: z
		.array(
			z.strictObject({
				kind: z.enum(studentRuleKinds),
				amount: z.int().nullable(),
				target: z.string().nullable(),
			}),
		)
		.readonly(),
	/** Claims of one period with the same word go to the same site, or none of them anywhere. */
	together: z.string().nullable(),
	/** Place in the queue had it been first come, first served. */
	arrivedAt: z.string(),
});

export const roundRules = z.strictObject({
	/** Minutes one way; sites further away are not open, unless the student has wished for them. Null: no cap. */
	travelCap: z.int().min(1).max(1000).nullable(),
	/** Whether a student's own wish counts beyond the travel cap. */
	wishBeyondCap: z.boolean(),
	/** Minutes of travel that one step down the list of wishes weighs as much as. */
	minutesPerRank: z.int().min(0).max(1000),
	/** The rank a place counts as that the student has not wished for; null: one below the longest list allowed. */
	unwishedRank: z.int().min(1).max(50).nullable(),
	/** What is aimed at after placing as many as possible. */
	aim: z.enum(aims),
	/** Floors met before the burden is looked at, or priced at so many minutes for each missing student. */
	floorPrice: z.int().min(0).max(100_000).nullable(),
	/** At least so many students, of this profession and year (null: any), in this municipality. */
	floors: z
		.array(
			z.strictObject({
				municipality: z.string(),
				profession: z.string().nullable(),
				yearOfStudy: z.int().nullable(),
				least: count,
			}),
		)
		.readonly(),
	/** At most so many students of this institution at this host (municipality or other organisation) at once. */
	quotas: z.array(z.strictObject({ institutionId: id, hostId: id, most: count })).readonly(),
	/** Sites that take students of at least so many professions at once, or none. */
	mixtures: z.array(z.strictObject({ siteId: id, professions: z.int().min(2).max(6) })).readonly(),
	/** How much the burden may rise, in per mille of the least, if fewer then lose the place they had. */
	tolerance: z.int().min(0).max(100),
	/** Whether keeping published places comes before the burden. */
	keepPublished: z.boolean(),
	/** What a missing agreement between institution and host means. */
	agreement: z.enum(["ignore", "flag", "block"]),
});
export type RoundRules = z.infer<typeof roundRules>;

/** What a new round begins with. */
export const usualRules: RoundRules = {
	travelCap: 90,
	wishBeyondCap: true,
	minutesPerRank: 15,
	unwishedRank: null,
	aim: "burden",
	floorPrice: null,
	floors: [],
	quotas: [],
	mixtures: [],
	tolerance: 0,
	keepPublished: false,
	agreement: "flag",
};

const placed = z.strictObject({ claim: id, offer: id });

export const snapshot = z.strictObject({
	/** Version of this form. */
	form: z.literal(1),
	periods: z.array(snapshotPeriod).readonly(),
	sites: z.array(snapshotSite).readonly(),
	offers: z.array(snapshotOffer).readonly(),
	claims: z.array(snapshotClaim).readonly(),
	/** Imported road minutes where known, from postcode or municipality number to municipality number; the estimate elsewhere. */
	travel: z.array(z.strictObject({ from: z.string(), to: z.string(), minutes: z.number() })).readonly(),
	/** Pairs of institution and host that have an agreement in force; null where nobody looks at agreements. */
	agreements: z
		.array(z.strictObject({ institutionId: id, hostId: id }))
		.readonly()
		.nullable(),
	/** Pairs somebody has forbidden by hand, with the rule they are told by where it is another: a site's no, a student's own wish. */
	forbidden: z.array(placed.extend({ rule: z.enum(closedBy).optional() })).readonly(),
	locks: z.array(placed).readonly(),
	/** The plan published before this run. */
	previous: z.array(placed).readonly(),
	rules: roundRules,
	/** The longest list of wishes a student may make. */
	wishesMost: z.int().min(1).max(20),
	seed: z.string().min(1),
	/**
	 * Places in `offers` that nobody has offered, or that are offered and not counted: supposed to see what they would give. Left
	 * out where all places are as they are. Such a plan is never published.
	 */
	supposed: z
		.array(z.strictObject({ offer: id, places: z.int() }))
		.readonly()
		.optional(),
});
export type Snapshot = z.infer<typeof snapshot>;
export type SnapshotPeriod = z.infer<typeof snapshotPeriod>;
export type SnapshotSite = z.infer<typeof snapshotSite>;
export type SnapshotOffer = z.infer<typeof snapshotOffer>;
export type SnapshotClaim = z.infer<typeof snapshotClaim>;

/** What a run gives back, as it is stored and shown. Plain JSON. */
export type RunResult = {
	readonly form: 1;
	/** `optimal` only with a certificate that the separate checker has accepted; else `feasible`, with bound and gap. */
	readonly holds: "optimal" | "feasible";
	/** Every claim, in the order of the snapshot. */
	readonly plan: readonly {
		readonly claim: string;
		readonly offer: string | null;
		/** The rank of the wish that was met; null: not wished for. */
		readonly rank: number | null;
		/** Minutes one way; null where where-from is not known. */
		readonly minutes: number | null;
	}[];
	readonly measures: Measures;
	readonly comparisons: readonly {
		readonly name: "lottery" | "first-come" | "deferred-acceptance";
		readonly measures: Measures;
	}[];
	/** Why claims without a place have none. */
	readonly unplaced: readonly {
		readonly claim: string;
		/** How many offers were open to it. */
		readonly open: number;
		/** Offers by the rule that removed them, most first. */
		readonly removed: readonly { readonly rule: PairRule; readonly offers: number }[];
		/** The shortage the claim is part of, by number in `shortages`; null where no offer was open to it. */
		readonly shortage: number | null;
	}[];
	/** "These 14 claims share 11 places." */
	readonly shortages: readonly {
		readonly claims: readonly string[];
		readonly offers: readonly string[];
		readonly places: number;
	}[];
	/** One value for each step of the objective, in order, with what is proved of it. */
	readonly steps: readonly {
		readonly name: string;
		readonly value: number;
		/** What no plan as good on the steps before can go below; null where nothing is proved. */
		readonly bound: number | null;
	}[];
	/** What somebody should know of the snapshot or the answer; the plan stands all the same. */
	readonly findings: readonly RunFinding[];
	/** Pairs of claim and offer that no rule removes, and how many of them the engine had to look at; the proof covers all of them. */
	readonly pairs: { readonly open: number; readonly considered: number; readonly provedFor: "open" | "considered" };
	/** What the separate checker found wrong with plan, values and proof; empty: nothing. */
	readonly flaws: readonly string[];
	/** SHA-256 of the snapshot as JSON, and the seed that settles what is equal: who has both can make the run again. */
	readonly snapshotHash: string;
	readonly seed: string;
	/** Milliseconds of the run's parts, for the proof page. */
	readonly milliseconds: Readonly<Record<string, number>>;
};

export type Measures = {
	readonly claims: number;
	readonly placed: number;
	/** By priority class: how many there are, and how many have a place. */
	readonly byPriority: readonly { readonly priority: number; readonly claims: number; readonly placed: number }[];
	/** How many got wish 1, 2 …; the last row, rank null, is places not wished for. */
	readonly byRank: readonly { readonly rank: number | null; readonly claims: number }[];
	/** Minutes one way of the placed whose way is known: quantiles, not only a mean. Null: none known. */
	readonly minutes: {
		readonly known: number;
		readonly mean: number;
		readonly median: number;
		readonly ninetieth: number;
		readonly most: number;
	} | null;
	/** Claims that lost or changed the place they had. */
	readonly changed: number;
	/** Places missing to the floors, in all. */
	readonly belowFloors: number;
	readonly byMunicipality: readonly {
		readonly municipality: string | null;
		readonly places: number;
		readonly placed: number;
	}[];
	readonly byInstitution: readonly {
		readonly institutionId: string;
		readonly claims: number;
		readonly placed: number;
	}[];
};

export type RunFinding = {
	readonly code: RunFindingCode;
	/** Ids and numbers the sentence names. */
	readonly detail: Readonly<Record<string, string | number>>;
};

/** Where a run stands, as it tells it underway. */
export type RunProgress = {
	readonly phase: RunPhase;
	/** Level of the objective being worked on, of so many. */
	readonly level: number;
	readonly levels: number;
	/** Claims with a place in the best plan so far; null before there is one. */
	readonly placed: number | null;
};

/**
 * The proof of a run in the engine's documented form (allocation/result.schema.json), without the facts: those follow from the
 * snapshot (`writtenFacts`). With rules that cross there is no certificate of prices: `crossing` has the rules and what bounds the plan.
 */
export type RunCertificate = {
	readonly form: 1;
	/** Levels as the engine takes them. */
	readonly levels: readonly Level[];
	/** The engine's result form. Null where rules that cross were in the way. */
	readonly result: ResultForm | null;
	readonly crossing: { readonly rules: Rules; readonly proofs: WideAllocated["proofs"] } | null;
};
