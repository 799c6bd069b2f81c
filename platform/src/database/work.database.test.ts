import pg from "pg";
import { describe, expect, it } from "vitest";
import { openTestDatabase } from "../../test/database.ts";
import { makeActor, makeOrganisation } from "../../test/make.ts";
import { nobody, system } from "../identity/actor.ts";
import { record } from "../identity/audit.server.ts";
import { done, refused } from "../outcome.ts";
import { newId } from "./work.server.ts";

const database = await openTestDatabase();

describe("a unit of work", () => {
	it("shows nothing to a connection with no actor", async () => {
		await makeActor(database);
		const seen = await database.reading(nobody, (work) =>
			Promise.all([
				work.db.selectFrom("organisation.organisation").select("id").execute(),
				work.db.selectFrom("organisation.membership").select("id").execute(),
				work.db.selectFrom("identity.person").select("id").execute(),
			]),
		);
		expect(seen).toEqual([[], [], []]);
	});

	it("shows a person their own organisation's people and nobody else's", async () => {
		const mine = await makeActor(database);
		const theirs = await makeActor(database);
		const names = await database.reading(mine, (work) =>
			work.db.selectFrom("organisation.membership").select("name").execute(),
		);
		expect(names).toEqual([{ name: mine.name }]);
		expect(names).not.toContainEqual({ name: theirs.name });
	});

	it("refuses to write a row that belongs to another organisation", async () => {
		const actor = await makeActor(database);
		const other = await makeOrganisation(database);
		const writing = database.commanding(actor, async (work) => {
			await work.db
				.insertInto("organisation.unit")
				.values({
					organisation_id: other.id,
					id: newId(),
					name: "Fremmed",
					sector: "social",
					valid_from: "2026-01-01",
					search_name: "fremmed",
				})
				.execute();
			return done(undefined);
		});
		await expect(writing).rejects.toThrow(/row-level security/);
	});

	it("rolls back when the command is refused, and keeps what was done", async () => {
		const actor = await makeActor(database);
		const entry = { verb: "test.try", objectKind: "test", objectId: null } as const;
		await database.commanding(actor, async (work) => {
			await record(work, entry);
			return refused("no");
		});
		const count = () =>
			database.reading(actor, (work) =>
				work.db.selectFrom("audit.entry").select("verb").where("verb", "=", "test.try").execute(),
			);
		expect(await count()).toEqual([]);
		await database.commanding(actor, async (work) => done(await record(work, entry)));
		expect(await count()).toEqual([{ verb: "test.try" }]);
	});

	it("runs again when two commands raced, so that counting and inserting is safe", async () => {
		const actor = await makeActor(database);
		const object = newId();
		const claim = () =>
			database.commanding(actor, async (work) => {
				const taken = await work.db
					.selectFrom("organisation.participation")
					.select("id")
					.where("object_id", "=", object)
					.execute();
				if (taken.length > 0) return refused("taken");
				await work.db
					.insertInto("organisation.participation")
					.values({
						organisation_id: actor.organisationId,
						id: newId(),
						object_kind: "test",
						object_id: object,
						recorded_by: actor.organisationId,
						title: "En plass",
						role: newId(),
						from_date: "2026-01-01",
					})
					.execute();
				return done(undefined);
			});
		const outcomes = await Promise.all([claim(), claim(), claim(), claim()]);
		expect(outcomes.filter((outcome) => !outcome.refused)).toHaveLength(1);
	});

	it("connects as a role that owns no table and cannot change the log", async () => {
		const actor = await makeActor(database);
		const change = database.commanding(actor, async (work) => {
			await work.db.updateTable("audit.entry").set({ verb: "rewritten" }).execute();
			return done(undefined);
		});
		await expect(change).rejects.toThrow(/permission denied/);
	});

	it("has row-level security on every table of every room", async () => {
		const client = new pg.Client(database.owner);
		await client.connect();
		const { rows } = await client.query(
			`select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
			where c.relkind in ('r', 'p') and not c.relrowsecurity
			and n.nspname not in ('pg_catalog', 'information_schema', 'migration', 'graphile_worker')`,
		);
		await client.end();
		expect(rows).toEqual([]);
	});

	it("queues a job in the transaction that asks for it", async () => {
		const actor = await makeActor(database);
		const { sql } = await import("kysely");
		await database.commanding(actor, async (work) => {
			await sql`select graphile_worker.enqueue('test', '{}'::json, null, null, 1)`.execute(work.db);
			return done(undefined);
		});
		const seen = await database.reading(system("test"), (work) =>
			sql`select 1 from graphile_worker._private_jobs`.execute(work.db).catch((error) => String(error)),
		);
		expect(seen).toContain("permission denied");
	});
});
