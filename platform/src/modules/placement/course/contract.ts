import { z } from "zod";
import { commonRefusals, day, id, name, profession, version } from "../../organisation/contract.ts";
import { requirements } from "../codes.ts";
import type { CourseKeeper, CourseSort, CourseStatus } from "./codes.ts";

export * from "./codes.ts";

const words = (longest: number) => z.string().trim().max(longest).nullable();

/** What is said of a course with placement. */
export const courseValues = z.object({
	/** Whose course it is; the keeper itself where the keeper is an institution. */
	institutionId: id,
	programme: name,
	campus: words(100),
	/** The institution's own code, unique among its courses. */
	code: words(60),
	name,
	profession,
	yearOfStudy: z.int().min(1).max(7),
	credits: z.number().min(0).max(60).nullable(),
	weeks: z.int().min(1).max(52).nullable(),
	/** Hours a week. */
	hours: z.int().min(1).max(60).nullable(),
	/** Settings that will do; empty: any. */
	settings: z.array(z.string()),
	learningOutcomes: words(10_000),
	supervisorRequirement: words(500),
	compensationClass: words(60),
	requirements: z.array(z.enum(requirements)),
	/** Whether other organisations can read it. */
	published: z.boolean(),
});
export type CourseValues = z.infer<typeof courseValues>;
export const courseChange = courseValues.omit({ institutionId: true }).extend({ version });
export type CourseChange = z.infer<typeof courseChange>;

/** The days one group of students practises in a course; the last day inclusive. */
export const periodValues = z.object({
	name: z.string().trim().min(1).max(120),
	firstDay: day,
	lastDay: day,
	studentsExpected: z.int().min(0).max(100_000).nullable(),
	published: z.boolean(),
});
export type PeriodValues = z.infer<typeof periodValues>;
export const periodChange = periodValues.extend({ version });
export type PeriodChange = z.infer<typeof periodChange>;

export const courseRefusals = [
	...commonRefusals,
	"institution-unknown",
	"code-taken",
	"setting-unknown",
	"archived",
	"period-in-use",
	"period-in-use-days",
	"period-name-taken",
	"periods-to-come",
] as const;
export type CourseRefusal = (typeof courseRefusals)[number];

export const courseRow = courseValues.extend({
	/** Who keeps it. */
	organisationId: id,
	id,
	profession: z.string(),
	requirements: z.array(z.string()),
	institutionName: z.string(),
	archivedOn: day.nullable(),
	/** Periods not over yet, and the first day of the next. */
	periods: z.int(),
	nextDay: day.nullable(),
	version: z.int(),
});
export type CourseRow = z.infer<typeof courseRow>;

export const periodRow = periodValues.extend({
	organisationId: id,
	id,
	courseId: id,
	/** Students with a claim in it. */
	claims: z.int(),
	/** Orders made from it. */
	requests: z.int(),
	version: z.int(),
});
export type PeriodRow = z.infer<typeof periodRow>;

export type CourseQuery = {
	readonly search?: string;
	readonly keeper?: CourseKeeper;
	readonly status?: CourseStatus;
	readonly institutionId?: string;
	readonly profession?: string;
	readonly sort?: CourseSort;
	readonly descending?: boolean;
	readonly offset?: number;
	readonly pageSize?: number;
};

/** A course with its periods, the earliest first. */
export type CourseView = {
	readonly course: CourseRow;
	readonly periods: readonly PeriodRow[];
	readonly can: { readonly change: boolean };
};

/** A period to choose among, with the course it is in. */
export type PeriodChoice = {
	readonly id: string;
	readonly courseId: string;
	readonly institutionId: string;
	readonly courseName: string;
	readonly courseCode: string | null;
	readonly profession: string;
	readonly yearOfStudy: number;
	readonly name: string;
	readonly firstDay: string;
	readonly lastDay: string;
};
