import type { z } from "zod";
import type { Database, Work } from "../database/work.server.ts";
import type { Actor } from "../identity/actor.ts";
import type { Language } from "../language.ts";
import type { Outcome, Refusal } from "../outcome.ts";

/** One text in each language. */
export type Said = Readonly<Record<Language, string>>;

/** What a job has while it runs. */
export type JobRun<Input, Result> = {
	readonly id: string;
	readonly input: Input;
	readonly organisationId: string;
	/** Who asked; null when the program itself did. */
	readonly personId: string | null;
	/** On whose behalf `reading` and `finish` run: the person as they stand today, or the system. */
	readonly actor: Actor;
	readonly database: Database;
	/** Whether this installation sends e-mail. */
	readonly mails: boolean;
	reading<Value>(work: (work: Work) => Promise<Value>): Promise<Value>;
	/**
	 * Tells how far the job has come; cheap to call often. `step` is a key of the job's `steps`.
	 * @throws the reason when the job was cancelled, so that work that tells its progress also ends in time.
	 */
	progress(done: number, of: number, step?: string): Promise<void>;
	/** Aborted when the person cancels, when the worker stops, and when another worker has taken the job over. */
	readonly cancelled: AbortSignal;
	/**
	 * The effect of the job and its state `done`, in one serializable transaction: both happen, or neither, and never
	 * twice. A refusal ends the job as failed, with the refusal shown. What is written anywhere else may be repeated.
	 */
	finish<Code extends string>(effect: (work: Work) => Promise<Outcome<Result, Code>>): Promise<Outcome<Result, Code>>;
};

export type JobDefinition<Input, Parsed, Result> = {
	/** Names the job for good: `room.verb`. */
	readonly kind: string;
	/** Read again from the database when the job runs, so it must be plain JSON before parsing. */
	readonly input: z.ZodType<Parsed, Input>;
	/** What `finish` gives; needed where `link` looks at it. */
	readonly result?: z.ZodType<Result>;
	/** How many times it is tried before it is given up. */
	readonly attempts?: number;
	/** What the job is called when whoever asks gives no title of their own. */
	readonly title: Said;
	/** Words for each step `progress` may name. */
	readonly steps?: Readonly<Record<Language, Readonly<Record<string, string>>>>;
	/** `person`: acts with the rights the person has when it runs. `system`: acts as the program. */
	readonly actsAs?: "person" | "system";
	/** The page that shows the result. */
	readonly link?: (result: Result) => string;
	/** The page what it was given can be tried again from, and how many hours that is kept. */
	readonly back?: { readonly to: (input: Parsed) => string; readonly hours: number };
	/** A refusal in words. */
	readonly say?: (language: Language, refusal: Refusal) => string;
	readonly run: (run: JobRun<Parsed, Result>) => Promise<unknown>;
};

/** The run of a job whose input and result are known only to the job itself. */
export type AnyRun = Omit<JobRun<unknown, unknown>, "input" | "finish"> & {
	finish<Value, Code extends string>(
		effect: (work: Work) => Promise<Outcome<Value, Code>>,
	): Promise<Outcome<Value, Code>>;
};

/** A defined job, with what it reads and gives hidden from those who only run it. */
export type Job<Input = unknown> = {
	readonly kind: string;
	readonly input: z.ZodType<unknown, Input>;
	readonly attempts: number;
	readonly title: Said;
	readonly actsAs: "person" | "system";
	/** @throws ZodError when the stored input is no longer understood. */
	run(stored: unknown, run: AnyRun): Promise<void>;
	/** The step in words; the step itself where the job has no words for it. */
	step(language: Language, step: string): string;
	/** The page that shows a stored result; null where there is none. */
	link(stored: unknown): string | null;
	/** The page a stored input can be tried again from; null where there is none, or it is no longer kept. */
	back(stored: unknown, age: { readonly from: Date; readonly to: Date }): string | null;
	say(language: Language, refusal: Refusal): string;
};

/**
 * Defines work that takes more than a second. It is asked for with `enqueueJob`, and known to workers when it stands
 * in registrations.server.ts.
 * @example
 * export const importUnits = defineJob({
 *   kind: "organisation.import-units",
 *   input: z.object({ file: z.uuid() }),
 *   title: { nb: "Import av enheter", nn: "Import av einingar", en: "Import of units" },
 *   async run({ input, progress, finish }) {
 *     await progress(0, 100);
 *     await finish((work) => writeUnits(work, input.file));
 *   },
 * });
 */
export function defineJob<Input, Parsed, Result = unknown>(
	definition: JobDefinition<Input, Parsed, Result>,
): Job<Input> {
	const { kind, input, result, attempts = 5, title, steps, actsAs = "person", link, back, say } = definition;
	return {
		kind,
		input,
		attempts,
		title,
		actsAs,
		async run(stored, run) {
			await definition.run({ ...run, input: input.parse(stored) });
		},
		step: (language, step) => steps?.[language][step] ?? step,
		link(stored) {
			if (!link || !result) return null;
			const parsed = result.safeParse(stored);
			return parsed.success ? link(parsed.data) : null;
		},
		back(stored, { from, to }) {
			if (!back || to.getTime() - from.getTime() > back.hours * 3_600_000) return null;
			const parsed = input.safeParse(stored);
			return parsed.success ? back.to(parsed.data) : null;
		},
		say: (language, refusal) => say?.(language, refusal) ?? refusal.code,
	};
}

/** A fault whose message is written for whoever operates the installation and holds no personal data. */
export class JobFault extends Error {
	override readonly name = "JobFault";
	/** Whether trying again can help. */
	readonly retry: boolean;
	constructor(message: string, options: { retry: boolean }) {
		super(message);
		this.retry = options.retry;
	}
}

/** Why a running job is asked to end. */
export class JobEnded extends Error {
	override readonly name = "JobEnded";
	readonly why: "cancelled" | "stopping" | "superseded";
	constructor(why: "cancelled" | "stopping" | "superseded") {
		super(why);
		this.why = why;
	}
}
