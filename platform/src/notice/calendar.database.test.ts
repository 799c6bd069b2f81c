import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { openTestDatabase } from "../../test/database.ts";
import { makeActor, makeOrganisation } from "../../test/make.ts";
import { type PersonActor, system } from "../identity/actor.ts";
import { done } from "../outcome.ts";
import { calendarFeed, calendarSince, renewCalendar, revokeCalendar } from "./calendar.server.ts";
import type { CalendarSource } from "./calendar-source.ts";
import { listCalendarSources, registerCalendars } from "./registry.server.ts";

const database = await openTestDatabase();
const base = "https://laeringsarena.example";
const now = new Date("2026-05-04T10:00:00Z");

const others = listCalendarSources();
beforeEach(() => registerCalendars([]));
afterAll(() => registerCalendars(others));

async function renew(actor: PersonActor): Promise<string> {
	const made = await database.commanding(actor, async (work) => done(await renewCalendar(work, actor.personId)));
	return /^\/calendar\/([\w-]{43})\.ics$/.exec(made.done ?? "")?.[1] ?? "";
}

function feed(token: string) {
	return calendarFeed(database, base, token, now);
}

describe("a calendar feed", () => {
	it("tells what the rooms tell of the person, as iCalendar", async () => {
		const source: CalendarSource = {
			name: "meeting",
			async list(work, between) {
				expect(between).toEqual({ from: "2026-02-03", to: "2027-06-08" });
				if (work.actor.kind !== "person") return [];
				return [
					{
						...{ id: "1", title: `Møte, ${work.actor.roles.join()}`, place: "Rådhuset", link: "/meetings/1" },
						...{ from: new Date("2026-05-11T08:00:00Z"), to: new Date("2026-05-11T09:30:00Z") },
					},
					{ id: "2", title: "Praksis", from: "2026-09-01", to: "2026-09-30" },
				];
			},
		};
		registerCalendars([source]);
		const actor = await makeActor(database, { roles: ["coordinator"] });
		const text = await feed(await renew(actor));
		const lines = (text ?? "").replace(/\r\n[ \t]/g, "").split("\r\n");
		expect(lines).toEqual(
			expect.arrayContaining([
				"BEGIN:VCALENDAR",
				"UID:meeting-1@laeringsarena.example",
				"SUMMARY:Møte\\, coordinator",
				"DTSTART:20260511T080000Z",
				"DTEND:20260511T093000Z",
				"LOCATION:Rådhuset",
				"URL;VALUE=URI:https://laeringsarena.example/meetings/1",
				"DTSTART;VALUE=DATE:20260901",
				"DTEND;VALUE=DATE:20261001",
			]),
		);
	});

	it("gathers every organisation where the person holds a role, and each event once", async () => {
		const [here, there] = [await makeOrganisation(database), await makeOrganisation(database)];
		const actor = await makeActor(database, { organisation: here });
		await database.commanding(system("test"), async (work) => {
			const membership = await work.db
				.selectFrom("organisation.membership")
				.selectAll()
				.where("person_id", "=", actor.personId)
				.executeTakeFirstOrThrow();
			const id = crypto.randomUUID();
			await work.db
				.insertInto("organisation.membership")
				.values({ ...membership, organisation_id: there.id, id })
				.execute();
			return done(undefined);
		});
		registerCalendars([
			{
				name: "x",
				list: async ({ actor: reader }) => [
					{ id: "shared", title: "Felles", from: "2026-05-05" },
					{
						id: reader.kind === "person" ? (reader.organisationId ?? "") : "",
						title: reader.kind === "person" ? (reader.organisationName ?? "") : "",
						from: "2026-05-06",
					},
				],
			},
		]);
		const text = (await feed(await renew(actor))) ?? "";
		expect([...text.matchAll(/SUMMARY:(.*)\r/g)].map((match) => match[1]).sort()).toEqual(
			["Felles", here.name, there.name].sort(),
		);
	});

	it("opens with the newest address alone, and not at all when revoked or the account is closed", async () => {
		const actor = await makeActor(database);
		const first = await renew(actor);
		const second = await renew(actor);
		expect(await feed(first)).toBeNull();
		expect(await feed(second)).toContain("BEGIN:VCALENDAR");
		const since = () => database.reading(actor, (work) => calendarSince(work, actor.personId));
		expect(await since()).toBeInstanceOf(Date);
		await database.commanding(actor, async (work) => done(await revokeCalendar(work, actor.personId)));
		expect(await feed(second)).toBeNull();
		expect(await since()).toBeNull();

		const gone = await makeActor(database);
		const token = await renew(gone);
		await database.commanding(system("test"), async (work) =>
			done(
				await work.db
					.updateTable("identity.person")
					.set({ deactivated_at: work.now })
					.where("id", "=", gone.personId)
					.execute(),
			),
		);
		expect(await feed(token)).toBeNull();
	});

	it("keeps only the hash of its address", async () => {
		const actor = await makeActor(database);
		const token = await renew(actor);
		const kept = await database.reading(system("test"), (work) =>
			work.db.selectFrom("notice.calendar").selectAll().where("person_id", "=", actor.personId).execute(),
		);
		expect(JSON.stringify(kept)).not.toContain(token);
	});
});
