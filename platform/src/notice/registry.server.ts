import type { CalendarSource } from "./calendar-source.ts";
import type { NoticeKind } from "./kind.ts";

const kinds = new Map<string, NoticeKind>();
let calendarSources: readonly CalendarSource[] = [];

/** Makes kinds of notices known to the inbox, the preferences and the mail. */
export function registerNotices(added: readonly NoticeKind[]): void {
	for (const kind of added) {
		const other = kinds.get(kind.kind);
		if (other && other !== kind) throw new Error(`two kinds of notices are called ${kind.kind}`);
		kinds.set(kind.kind, kind);
	}
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
