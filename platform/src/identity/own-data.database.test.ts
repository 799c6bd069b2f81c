import pg from "pg";
import { describe, expect, it } from "vitest";
import { openTestDatabase } from "../../test/database.ts";
import { makeActor } from "../../test/make.ts";
import { newId } from "../database/work.server.ts";
import { done } from "../outcome.ts";
import { system } from "./actor.ts";
import { collectOwnData, listOwnDataParts, ownDataJson, ownDataSheets } from "./own-data.server.ts";
import "../registrations.server.ts";

const database = await openTestDatabase();

describe("what is held about a person", () => {
	it("leaves out no table that has a person in it", async () => {
		const client = new pg.Client(database.owner);
		await client.connect();
		const { rows } = await client.query<{ name: string }>(
			`select distinct n.nspname || '.' || c.relname as name
			from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
			where c.relkind in ('r', 'p') and not a.attisdropped and a.attname ~ '(^|_)person_id$'
			and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker') order by 1`,
		);
		await client.end();
		const covered = listOwnDataParts().flatMap((part) => part.tables);
		// A sign-in under way is gone within ten minutes, and holds only hashes.
		const momentary = ["identity.sign_in_attempt"];
		expect(rows.map((row) => row.name).filter((name) => ![...covered, ...momentary].includes(name))).toEqual([]);
	});

	it("is the person's own alone, from every part, in every language, as JSON and as sheets", async () => {
		const [person, other] = [await makeActor(database), await makeActor(database)];
		for (const each of [person, other])
			await database.commanding(system("test", each.organisationId), async (work) => {
				const about = { organisation_id: each.organisationId, id: newId(), person_id: each.personId };
				const words = { kind: "test", detail: JSON.stringify({ to: each.name }) };
				await work.db
					.insertInto("notice.notice")
					.values({ ...about, ...words, created_at: work.now })
					.execute();
				await work.db
					.insertInto("notice.reminder")
					.values({ ...about, ...words, id: newId(), due_at: work.now, object_kind: "test", object_id: newId() })
					.execute();
				await work.db
					.insertInto("notice.preference")
					.values({ person_id: each.personId, kind: "test", frequency: "never" })
					.execute();
				await work.db
					.insertInto("notice.mail")
					.values({
						...about,
						id: newId(),
						recipient: "a@example.no",
						subject: "Hei",
						body: `Til ${each.name}`,
						next_attempt_at: work.now,
						created_at: work.now,
					})
					.execute();
				await work.db
					.insertInto("job.job")
					.values({
						...about,
						id: newId(),
						kind: "test",
						title: `Jobb for ${each.name}`,
						input: "{}",
						created_at: work.now,
					})
					.execute();
				return done(undefined);
			});
		// Whoever is represented: what is held elsewhere is held about the same person.
		for (const actor of [
			person,
			{ ...person, organisationId: null },
			{ ...person, organisationId: other.organisationId },
		]) {
			const collected = await database.reading(actor, (work) => collectOwnData(work, actor));
			const counts = Object.fromEntries(collected.map(({ part, rows }) => [part.name, rows.length]));
			expect(counts).toMatchObject({
				person: 1,
				memberships: 1,
				notices: 1,
				noticePreferences: 1,
				reminders: 1,
				mail: 1,
				jobs: 1,
			});
			const json = ownDataJson(collected, new Date());
			expect(json).toContain(`Jobb for ${person.name}`);
			expect(json).not.toContain(`${other.name}"`);
			for (const language of ["nb", "nn", "en"] as const) {
				const sheets = ownDataSheets(collected, language);
				expect(sheets.map((sheet) => sheet.rows.length)).toEqual(collected.map(({ rows }) => rows.length));
				for (const sheet of sheets) expect(sheet.notes[0]).not.toBe("");
			}
		}
	});
});
