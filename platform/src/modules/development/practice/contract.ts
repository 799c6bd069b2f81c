import { z } from "zod";
import { commonRefusals, day, id, version } from "../../organisation/contract.ts";
import { outcomes, reaches, uses } from "../ending/contract.ts";
import { projectStates } from "../project/codes.ts";
import { projectFacts } from "../project/contract.ts";
import { changes, useStages, visibilities } from "./codes.ts";

export * from "./codes.ts";

const words = (most: number) => z.string().trim().min(1).max(most);
const perhaps = (most: number) => z.string().trim().max(most).default("");

/** A practice card, as its form states it. */
export const cardFacts = z.object({
	title: words(200),
	/** What sort of service, and where. */
	setting: words(500),
	/** How large: places, staff, inhabitants. */
	size: words(300),
	/** What had to be in place. */
	needed: words(2000),
	done: words(4000),
	better: perhaps(2000),
	/** What did not change. */
	same: perhaps(2000),
	/** What became worse, or cost more than it gave. */
	worse: perhaps(2000),
	lesson: words(4000),
	/** The day its owner is asked whether it still holds. */
	revalidateOn: day,
	visibility: z.enum(visibilities),
	/** The networks it is shown to. */
	networkIds: z.array(id).default([]),
});
export type CardFacts = z.infer<typeof cardFacts>;
export const cardChange = cardFacts.extend({ version });
export const cardConfirming = z.object({ revalidateOn: day, version });

export type PracticeCard = Omit<CardFacts, "networkIds"> & {
	readonly organisationId: string;
	readonly id: string;
	readonly projectId: string;
	/** The day its owner last said that it holds. */
	readonly validatedOn: string;
	readonly version: number;
};

/** A project that tries out a card: what every project says, and what is different here and changed. */
export const adoptionFacts = projectFacts.extend({ differs: words(2000), changes: words(2000) });
export type AdoptionFacts = z.infer<typeof adoptionFacts>;

export type Adoption = Pick<AdoptionFacts, "differs" | "changes"> & {
	readonly organisationId: string;
	readonly projectId: string;
	readonly cardOrganisationId: string;
	readonly cardId: string;
	/** What the card was called then. */
	readonly cardTitle: string;
	readonly adoptedOn: string;
};

export const useFacts = z.object({ stage: z.enum(useStages), onDay: day, note: perhaps(1000) });
export type UseFacts = z.infer<typeof useFacts>;
export type PracticeUse = UseFacts & {
	readonly organisationId: string;
	readonly organisationName: string;
	readonly id: string;
	readonly recordedBy: string;
};

const value = z.number().nullable();

/** A goal with what was measured of it: the baseline, the last value, and what the numbers tell. */
export const measured = z.object({
	wording: z.string(),
	indicator: z.string(),
	measuredIn: z.string(),
	baseline: value,
	baselineOn: z.string().nullable(),
	target: value,
	value,
	valueOn: z.string().nullable(),
	change: z.enum(changes),
});
export type Measured = z.infer<typeof measured>;

/** How a project has gone, for those it is shown to. */
export const practiceResult = z.object({
	organisationId: z.string(),
	projectId: z.string(),
	/** As it was called when this was written: whoever has no account reads no register. */
	organisationName: z.string(),
	title: z.string(),
	purpose: z.string(),
	state: z.enum(projectStates),
	endedOn: z.string().nullable(),
	outcome: z.enum(outcomes).nullable(),
	reached: z.enum(reaches).nullable(),
	/** As it was answered last after the end. */
	inUse: z.enum(uses).nullable(),
	inUseOn: z.string().nullable(),
	measured: z.array(measured).readonly(),
});
export type PracticeResult = z.infer<typeof practiceResult>;

export const practiceRefusals = [
	...commonRefusals,
	"not-running",
	"has-card",
	"outcome-missing",
	"no-unit",
	"network-missing",
	"revalidate-too-soon",
	"purpose-copied",
	"differs-copied",
	"has-followers",
	"own-card",
	"ahead-of-today",
] as const;
export type PracticeRefusal = (typeof practiceRefusals)[number];
