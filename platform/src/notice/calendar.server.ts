import ical, { type ICalEventData } from "ical-generator";
import type { Database, Work } from "../database/work.server.ts";
import { dayOf } from "../day.ts";
import { type PersonActor, system } from "../identity/actor.ts";
import { actorOf } from "../identity/actor-of.server.ts";
import { record } from "../identity/audit.server.ts";
import { hashSecret, newSecret } from "../identity/secret.server.ts";
import type { CalendarEvent } from "./calendar-source.ts";
import { listCalendarSources } from "./registry.server.ts";
import { noticeText } from "./text.ts";

const day = 24 * 60 * 60 * 1000;
/** How far back and ahead a feed goes, days. */
const span = { back: 90, ahead: 400 };

/** When the person's calendar address was made; null where there is none. */
export async function calendarSince(work: Work, personId: string): Promise<Date | null> {
	const row = await work.db
		.selectFrom("notice.calendar")
		.select("created_at")
		.where("person_id", "=", personId)
		.executeTakeFirst();
	return row?.created_at ?? null;
}

/** Makes the person's calendar address, or a new one in place of the old. Returns its path, which is kept nowhere. */
export async function renewCalendar(work: Work, personId: string): Promise<string> {
	const token = newSecret();
	const made = { token_hash: hashSecret(token), created_at: work.now };
	await work.db
		.insertInto("notice.calendar")
		.values({ person_id: personId, ...made })
		.onConflict((conflict) => conflict.column("person_id").doUpdateSet(made))
		.execute();
	await record(work, {
		...{ verb: "calendar.renew", objectKind: "person", objectId: personId, aboutPersonId: personId },
	});
	return `/calendar/${token}.ics`;
}

export async function revokeCalendar(work: Work, personId: string): Promise<void> {
	await work.db.deleteFrom("notice.calendar").where("person_id", "=", personId).execute();
	await record(work, {
		...{ verb: "calendar.revoke", objectKind: "person", objectId: personId, aboutPersonId: personId },
	});
}

/**
 * The feed behind a calendar address, as iCalendar (RFC 5545): what every room tells of the person at each
 * organisation where they hold a role today. Null when the address is unknown or revoked.
 * @param base the address of this site, without a trailing slash
 */
export async function calendarFeed(database: Database, base: string, token: string, now: Date): Promise<string | null> {
	const actors = await database.reading(system("calendar"), (work) => findActors(work, token));
	const language = actors?.[0]?.language ?? "nb";
	if (!actors) return null;
	const from = dayOf(new Date(now.getTime() - span.back * day));
	const to = dayOf(new Date(now.getTime() + span.ahead * day));
	const events = new Map<string, CalendarEvent>();
	for (const actor of actors)
		await database.reading(actor, async (work) => {
			for (const source of listCalendarSources())
				for (const event of await source.list(work, { from, to })) events.set(`${source.name} ${event.id}`, event);
		});
	const calendar = ical({
		name: noticeText[language].calendar.name,
		prodId: { company: "laeringsarena", product: "calendar", language: language.toUpperCase() },
		ttl: 3_600,
		events: [...events].map(([id, event]) => calendarEvent(base, id, event)),
	});
	return calendar.toString();
}

/** The person as they stand at each organisation where they hold a role; null when the token opens nothing. */
async function findActors(work: Work, token: string): Promise<PersonActor[] | null> {
	const owner = await work.db
		.selectFrom("notice.calendar as calendar")
		.innerJoin("identity.person as person", "person.id", "calendar.person_id")
		.select("person.id as personId")
		.where("calendar.token_hash", "=", hashSecret(token))
		.where("person.deactivated_at", "is", null)
		.executeTakeFirst();
	if (!owner) return null;
	const { personId } = owner;
	const places = await work.db
		.selectFrom("organisation.membership")
		.select("organisation_id as organisationId")
		.distinct()
		.where("person_id", "=", personId)
		.where("valid_from", "<=", work.today)
		.where((where) => where.or([where("valid_to", "is", null), where("valid_to", ">=", work.today)]))
		.execute();
	const actors: PersonActor[] = [];
	for (const { organisationId } of places) {
		const actor = await actorOf(work, personId, organisationId);
		if (actor !== null) actors.push(actor);
	}
	return actors;
}

function calendarEvent(base: string, id: string, event: CalendarEvent): ICalEventData {
	const allDay = typeof event.from === "string";
	return {
		id: `${id.replaceAll(" ", "-")}@${new URL(base).hostname}`,
		summary: event.title,
		start: moment(event.from, 0),
		...(event.to !== undefined && { end: moment(event.to, allDay ? 1 : 0) }),
		...(allDay && { allDay: true }),
		...(event.place !== undefined && { location: event.place }),
		...(event.description !== undefined && { description: event.description }),
		...(event.link !== undefined && { url: base + event.link }),
		...(event.changedAt !== undefined && { lastModified: event.changedAt, stamp: event.changedAt }),
	};
}

/** Whole days end, in iCalendar, on the day after their last. */
function moment(at: Date | string, daysLater: number): Date {
	return typeof at === "string" ? new Date(Date.parse(`${at}T00:00:00Z`) + daysLater * day) : at;
}
