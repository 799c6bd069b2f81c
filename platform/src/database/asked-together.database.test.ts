import { sql } from "kysely";
import { expect, it } from "vitest";
import { openTestDatabase } from "../../test/database.ts";
import { system } from "../identity/actor.ts";
import { rowsTogether } from "./asked-together.server.ts";
import { inPieces, piece } from "./in-pieces.server.ts";

const database = await openTestDatabase();
const numbers = (to: number) => sql<{ number: number }>`select generate_series(1, ${to}::int) number`;
/** When the statement a row came with began. */
const moment = (name: string) =>
	sql<{ at: string; name: string }>`select statement_timestamp()::text at, ${name}::text name`;

it("asks in one statement for what is asked at the same moment, and gives each its own rows in their order", async () => {
	const found = await database.reading(system("test"), (work) =>
		Promise.all([
			rowsTogether(work, moment("first")),
			Promise.resolve().then(() => rowsTogether(work, numbers(3))),
			rowsTogether(work, sql`select from generate_series(1, 2)`),
			rowsTogether(work, sql<{ day: string; none: null }>`select date '2026-11-23' "day", null none where ${true}`),
			rowsTogether(work, sql`select 1 where ${false}`),
			rowsTogether(work, moment("last")),
		]),
	);
	const [first, three, bare, days, none, last] = found;
	expect(three).toEqual([{ number: 1 }, { number: 2 }, { number: 3 }]);
	expect(bare).toHaveLength(2);
	expect(days).toEqual([{ day: "2026-11-23", none: null }]);
	expect(none).toEqual([]);
	expect(first).toEqual([{ at: last[0]?.at, name: "first" }]);
	expect(last).toEqual([{ at: first[0]?.at, name: "last" }]);
});

it("plans such a statement once, however often it is asked", async () => {
	const ask = () =>
		database.reading(system("test"), async (work) => {
			await Promise.all([1, 2, 3, 4].map((to) => rowsTogether(work, numbers(to))));
			const { rows } = await sql<{ anew: number; kept: number }>`
				select custom_plans anew, generic_plans kept from pg_prepared_statements where statement like 'select (select json_agg(%'`.execute(
				work.db,
			);
			return rows;
		});
	for (let time = 0; time < 8; time++) await ask();
	const plans = await ask();
	expect(plans.map(({ anew }) => anew)).toEqual([0]);
	expect(plans[0]?.kept).toBeGreaterThan(1);
});

it("asks by itself for what few or none ask with, and again for what is asked later", async () => {
	const [one, two] = await database.reading(system("test"), async (work) => {
		const one = await rowsTogether(work, moment("one"));
		return [one, await rowsTogether(work, moment("two"))];
	});
	expect([one?.[0]?.name, two?.[0]?.name]).toEqual(["one", "two"]);
	expect(one?.[0]?.at).not.toBe(two?.[0]?.at);
	const [near, beside] = await database.reading(system("test"), (work) =>
		Promise.all([rowsTogether(work, moment("near")), rowsTogether(work, moment("beside"))]),
	);
	expect([near?.[0]?.name, beside?.[0]?.name]).toEqual(["near", "beside"]);
	expect(near?.[0]?.at).not.toBe(beside?.[0]?.at);
});

it("answers all when they are more than fit in one statement, and none where one of those in it fails", async () => {
	const many = Array.from({ length: 40 }, (_, at) => at);
	const found = await database.reading(system("test"), (work) =>
		Promise.all(many.map((at) => rowsTogether(work, sql<{ at: number }>`select ${at}::int at`))),
	);
	expect(found.flat().map(({ at }) => at)).toEqual(many);
	await expect(
		database.reading(system("test"), (work) =>
			Promise.all([rowsTogether(work, numbers(1)), rowsTogether(work, sql`select 1 / ${0}::int`)]),
		),
	).rejects.toThrow("division by zero");
});

it("takes what a query finds in pieces, as it was when it began", async () => {
	const all = 2 * piece + 1;
	const sizes: number[] = [];
	const seen: number[] = [];
	await database.reading(system("test"), (work) =>
		inPieces(work, numbers(all), async (rows) => {
			sizes.push(rows.length);
			for (const { number } of rows) seen.push(number);
		}),
	);
	expect(sizes).toEqual([piece, piece, 1]);
	expect(seen).toEqual(Array.from({ length: all }, (_, at) => at + 1));
	const whole: number[] = [];
	await database.reading(system("test"), async (work) => {
		await inPieces(work, numbers(piece), async (rows) => void whole.push(rows.length));
		await inPieces(work, numbers(0), async (rows) => void whole.push(rows.length));
	});
	expect(whole).toEqual([piece]);
});
