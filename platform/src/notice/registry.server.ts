import type { CalendarSource } from "./calendar-source.ts";
import type { NoticeKind } from "./kind.ts";

let kinds: ReadonlyMap<string, NoticeKind> = new Map();
let calendarSources: readonly CalendarSource[] = [];

/**
 * Makes kinds of notices known to the inbox, the preferences and the mail: all there are, in place of those known
 * before, so that a development server may load them again.
 */
export function registerNotices(all: readonly NoticeKind[]): void {
	kinds = new Map(all.map((kind) => [kind.kind, kind]));
	if (kinds.size < all.length) throw new Error("two kinds of notices are called the same");
}

export function findNoticeKind(kind: string): NoticeKind | undefined {
	return kinds.get(kind);
}

/** Every kind, in the order they were registered. */
export function listNoticeKinds(): NoticeKind[] {
	return [...kinds.values()];
}

/** Says where a person's calendar feed takes its events from. */
export function registerCalendars(sources: readonly CalendarSource[]): void {
	calendarSources = sources;
}

export function listCalendarSources(): readonly CalendarSource[] {
	return calendarSources;
}
