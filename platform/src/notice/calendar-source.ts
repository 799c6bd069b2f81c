import type { Work } from "../database/work.server.ts";

/** Something that happens at a time, as a calendar shows it. */
export type CalendarEvent = {
	/** The same for ever, so that a calendar moves the event and does not repeat it. */
	readonly id: string;
	readonly title: string;
	/** A moment, or a plain date YYYY-MM-DD for a whole day. */
	readonly from: Date | string;
	/** A moment, or the last day of several whole days. */
	readonly to?: Date | string;
	readonly place?: string;
	readonly description?: string;
	/** A path on this site. */
	readonly link?: string;
	/** When what is said here was last changed. */
	readonly changedAt?: Date;
};

/** Where events come from: a room tells what the person it reads as takes part in. Dates are YYYY-MM-DD, both included. */
export type CalendarSource = {
	readonly name: string;
	list(work: Work, between: { readonly from: string; readonly to: string }): Promise<readonly CalendarEvent[]>;
};
