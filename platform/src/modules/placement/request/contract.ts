import { z } from "zod";
import { commonRefusals, day, id, profession, version } from "../../organisation/contract.ts";
import { requestStates, unmetReasons } from "../codes.ts";
import type { RequestSide, RequestSort, RequestStanding } from "./codes.ts";

/** What is ordered, whoever is asked for it. */
export const requestFacts = z.object({
	/** The placement period it is for, where the institution keeps it here. */
	periodId: id.nullable(),
	institutionId: id,
	programme: z.string().trim().max(200),
	courseName: z.string().trim().min(1).max(200),
	profession,
	yearOfStudy: z.int().min(1).max(7),
	/** Settings that will do; empty: any. */
	settings: z.array(z.string().max(60)).max(40),
	firstDay: day,
	lastDay: day,
	answerBy: day.nullable(),
	message: z.string().trim().max(2000).nullable(),
});
export type RequestFacts = z.infer<typeof requestFacts>;

/** The same order to many hosts at once, each with its number. */
export const newRequests = requestFacts.extend({
	lines: z
		.array(z.object({ hostId: id, places: z.int().min(1).max(10_000) }))
		.min(1)
		.max(400),
});
export type NewRequests = z.infer<typeof newRequests>;

export const requestChange = requestFacts.omit({ periodId: true, institutionId: true }).extend({
	places: z.int().min(1).max(10_000),
	version,
});
export type RequestChange = z.infer<typeof requestChange>;

export const answerLine = z.object({
	/** An offer of the host's published capacity; null: places it has not published. */
	offerId: id.nullable(),
	siteName: z.string().trim().max(200),
	places: z.int().min(0).max(1000),
});
export type AnswerLine = z.infer<typeof answerLine>;

export const requestAnswer = z.object({
	lines: z.array(answerLine).max(400),
	/** Why the rest cannot be met; asked for where there is a rest. */
	unmetReason: z.enum(unmetReasons).nullable(),
	message: z.string().trim().max(2000).nullable(),
	/** Who answered, where somebody else writes it down. */
	answeredBy: z.string().trim().max(200).nullable(),
	version,
});
export type RequestAnswer = z.infer<typeof requestAnswer>;

export const request = requestFacts.extend({
	id,
	organisationId: id,
	hostId: id,
	institutionName: z.string(),
	hostName: z.string(),
	profession: z.string(),
	places: z.int(),
	state: z.enum(requestStates),
	sentAt: z.date().nullable(),
	answeredAt: z.date().nullable(),
	answeredBy: z.string().nullable(),
	answerMessage: z.string().nullable(),
	unmetReason: z.enum(unmetReasons).nullable(),
	/** Places it was answered with. */
	offered: z.int(),
	version: z.int(),
});
export type Request = z.infer<typeof request>;

export type AnsweredLine = {
	readonly id: string;
	readonly siteName: string;
	readonly offerId: string | null;
	readonly places: number;
};

export type RequestQuery = {
	readonly search?: string;
	readonly standing?: RequestStanding;
	readonly side?: RequestSide;
	readonly profession?: string;
	readonly sort?: RequestSort;
	readonly descending?: boolean;
	readonly offset?: number;
	readonly pageSize?: number | undefined;
};

/** Orders in numbers, over what a list shows. */
export type RequestTotals = {
	readonly requests: number;
	readonly places: number;
	/** Of requests that are settled: answered, or overdue without an answer. */
	readonly settledPlaces: number;
	readonly offered: number;
	/** Places not met, by reason; nobody who answered in time counts as no answer. */
	readonly unmet: readonly { readonly reason: string; readonly places: number }[];
};

export const requestRefusals = [
	...commonRefusals,
	"not-party",
	"host-unknown",
	"host-ended",
	"institution-unknown",
	"setting-unknown",
	"period-unknown",
	"already-sent",
	"not-sent",
	"withdrawn",
	"already-answered",
	"nobody-to-tell",
	"none-chosen",
	"answer-too-early",
	"too-many-places",
	"reason-missing",
	"reason-without-rest",
	"offer-unknown",
	"offer-does-not-fit",
	"offer-taken",
	"site-full",
	"nothing-to-take-in",
	"site-missing",
	"host-stands",
] as const;
export type RequestRefusal = (typeof requestRefusals)[number];
