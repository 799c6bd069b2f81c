import { sql } from "kysely";
import pg from "pg";
import { expect, it } from "vitest";
import { openTestDatabase } from "../../test/database.ts";
import { makeActor } from "../../test/make.ts";
import type { PersonActor } from "../identity/actor.ts";
import { system } from "../identity/actor.ts";

const database = await openTestDatabase();
const times = Array.from({ length: 12 }, (_, time) => time);

it("prepares a statement that is sent again and again, and answers each time for the values given", async () => {
	const prepared = await database.reading(system("test"), async ({ db }) => {
		for (const time of times) {
			const { rows } = await sql<{ twice: number }>`select 2 * ${time}::int twice`.execute(db);
			expect(rows).toEqual([{ twice: 2 * time }]);
		}
		const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(db);
		return rows.map((row) => row.statement);
	});
	expect(prepared).toEqual(["select 2 * $1::int twice"]);
});

it("never prepares a statement that is new each time", async () => {
	const prepared = await database.reading(system("test"), async ({ db }) => {
		for (const time of times) await sql`select ${time}::int ${sql.raw(`as time_${time}`)}`.execute(db);
		const { rows } = await sql`select from pg_prepared_statements where statement like '%time_%'`.execute(db);
		return rows;
	});
	expect(prepared).toEqual([]);
});

it("holds each actor to their own rows, whoever a statement was prepared for", async () => {
	const [one, other] = [await makeActor(database), await makeActor(database)];
	const seenBy = (actor: PersonActor) =>
		database.reading(actor, ({ db }) =>
			sql<{ name: string }>`select name from organisation.membership where valid_from <= ${"2999-01-01"}`.execute(db),
		);
	for (const _ of times) {
		expect((await seenBy(one)).rows).toEqual([{ name: one.name }]);
		expect((await seenBy(other)).rows).toEqual([{ name: other.name }]);
	}
});

it("goes on when a table has changed under a prepared statement", async () => {
	const sector = () =>
		database.reading(system("test"), ({ db }) =>
			db.selectFrom("organisation.sector").selectAll().where("code", "=", "social").execute(),
		);
	for (const _ of times) await sector();
	const owner = new pg.Client(database.owner);
	await owner.connect();
	await owner.query("alter table organisation.sector add column colour text default 'blue'").finally(() => owner.end());
	for (const _ of times) expect(await sector()).toEqual([expect.objectContaining({ code: "social", colour: "blue" })]);
});

it("asks once for what a unit of work reads twice, and gives each its own list", async () => {
	const read = await database.reading(system("test"), async ({ db }) => {
		const moment = () => sql<{ at: string }>`select clock_timestamp()::text at where ${1} = 1`.execute(db);
		const [first, same] = await Promise.all([moment(), moment()]);
		const later = await moment();
		return [first.rows, same.rows, later.rows];
	});
	expect(new Set(read.map((rows) => rows[0]?.at)).size).toBe(1);
	expect(new Set(read).size).toBe(3);
	const again = await database.reading(system("test"), ({ db }) =>
		sql<{ at: string }>`select clock_timestamp()::text at where ${1} = 1`.execute(db),
	);
	expect(again.rows[0]?.at).not.toBe(read[0]?.[0]?.at);
});

it("lets nothing be asked in the name of an actor whose unit of work has ended", async () => {
	const left = await database.reading(system("test"), async ({ db }) => db);
	await expect(sql`select 1`.execute(left)).rejects.toThrow("has ended");
});

it("answers statements sent side by side each with its own rows, and fails only those that fail", async () => {
	const answers = await database.reading(system("test"), ({ db }) =>
		Promise.all(times.map((time) => sql<{ time: number }>`select ${time}::int time, pg_sleep(0.001)`.execute(db))),
	);
	expect(answers.map(({ rows }) => rows[0]?.time)).toEqual(times);
	const failing = database.reading(system("test"), ({ db }) =>
		Promise.all([sql`select 1 from organisation.kind`.execute(db), sql`select 1 / ${0}::int`.execute(db)]),
	);
	await expect(failing).rejects.toThrow("division by zero");
	expect(await database.reading(system("test"), async ({ db }) => (await sql`select 1`.execute(db)).rows.length)).toBe(
		1,
	);
});

it("lets work that overlaps share one transaction, and runs again alone what another's error spoilt", async () => {
	const together = database.readingTogether(system("test"));
	const transaction = () =>
		together(
			async ({ db }) => (await sql<{ id: string }>`select pg_backend_pid() || ' ' || now() id`.execute(db)).rows[0]?.id,
		);
	const [one, other] = await Promise.all([transaction(), transaction()]);
	expect(other).toBe(one);
	expect(await transaction()).not.toBe(one);
	const [failed, rescued] = await Promise.allSettled([
		together(({ db }) => sql`select 1 / ${0}::int`.execute(db)),
		together(async ({ db }) => (await sql<{ two: number }>`select 2 two`.execute(db)).rows),
	]);
	expect(failed.status).toBe("rejected");
	expect(rescued).toEqual({ status: "fulfilled", value: [{ two: 2 }] });
});
