import { z } from "zod";
import { commonRefusals, day, id, version } from "../../organisation/contract.ts";
import { breadths, deciders, novelties, type ProjectState } from "./codes.ts";

export * from "./codes.ts";

const words = (most: number) => z.string().trim().min(1).max(most);
const whole = (most: number) => z.int().min(0).max(most).nullable();

/** What a project is, as its form states it. */
export const projectFacts = z.object({
	title: words(200),
	/** What is not good enough today. */
	need: words(4000),
	/** Why, in one or two sentences: what it shall be good for, other than the goals. */
	purpose: words(2000),
	/** What the user of the service will notice. */
	noticed: words(2000),
	/** The plan of the organisation the purpose follows from. */
	anchoredIn: words(300),
	novelty: z.enum(novelties),
	buildsOn: z.string().trim().max(1000).default(""),
	unitId: id.nullable(),
	breadth: z.enum(breadths),
	/** Changes working time or who does what. */
	changesWork: z.boolean(),
	decidedBy: z.enum(deciders).nullable(),
	decidedOn: day.nullable(),
	/** Number of the decision or the case. */
	decision: z.string().trim().max(100).default(""),
	leaderName: words(200),
	leaderEmail: z.email().max(320).nullable(),
	/** Per cent of a position. */
	leaderShare: z.int().min(1).max(100).nullable(),
	deputyName: z.string().trim().max(200).default(""),
	deputyEmail: z.email().max(320).nullable(),
	ownerName: words(200),
	ownerEmail: z.email().max(320).nullable(),
	firstDay: day,
	lastDay: day,
	/** Days between each time the status is said. */
	statusDays: z.int().min(7).max(180),
	/** Set aside in all. */
	hours: whole(1_000_000),
	kroner: whole(1_000_000_000),
	followUp: z.string().trim().max(2000).default(""),
	spread: z.string().trim().max(2000).default(""),
	/** The place in a programme it is part of. */
	admissionId: id.nullable(),
});
export type ProjectFacts = z.infer<typeof projectFacts>;
export const projectChange = projectFacts.extend({ version });
/** A deed on a project in the version looked at. */
export const versioned = z.object({ version });

export type Project = ProjectFacts & {
	readonly organisationId: string;
	readonly id: string;
	/** Counted from 1 in the organisation. */
	readonly number: number;
	readonly state: ProjectState;
	readonly startedOn: string | null;
	readonly version: number;
};

export const projectRefusals = [
	...commonRefusals,
	"unit-unknown",
	"place-unknown",
	"serves-unknown",
	"measure-of-another",
	"purpose-repeats-goal",
	"builds-on-missing",
	"leader-twice",
	"decision-half-said",
	"ahead-of-today",
	"not-draft",
	"not-running",
	"has-ended",
	"no-goal",
	"not-anchored",
	"in-the-future",
	"baseline-locked",
	"baseline-half-said",
	"baseline-after-measurement",
	"not-measurable",
	"before-baseline",
	"goal-measured",
	"has-gone-on",
	"before-last",
	"status-empty",
	"hinder-missing",
	"used-less",
	"cause-missing",
	"operations-missing",
	"already-answered",
	"not-due",
	"reason-missing",
	"follow-up-answered",
] as const;
export type ProjectRefusal = (typeof projectRefusals)[number];
