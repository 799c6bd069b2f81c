import { beforeAll, expect, it } from "vitest";
import { makeAgreement } from "../../../../test/agreement.ts";
import { openTestDatabase } from "../../../../test/database.ts";
import { makeActor, makeOrganisation } from "../../../../test/make.ts";
import type { Work } from "../../../database/work.server.ts";
import { addDays } from "../../../day.ts";
import { type Actor, nobody } from "../../../identity/actor.ts";
import type { Outcome } from "../../../outcome.ts";
import { endAgreement } from "../life.server.ts";
import { openAgreement } from "../open.server.ts";
import type { Publishing } from "./contract.ts";
import { audienceOf, listPublications, publishAgreement, readPublication } from "./service.server.ts";
import { endPublication } from "./store.server.ts";

const database = await openTestDatabase();
type Made = Awaited<ReturnType<typeof makeActor>>;
let municipality: Made;
let university: Made;
let stranger: Made;
let id: string;

const manager = async (kind: string) =>
	makeActor(database, { organisation: await makeOrganisation(database, { kind }), roles: ["manager"] });

beforeAll(async () => {
	[municipality, university, stranger] = [
		await manager("municipality"),
		await manager("institution"),
		await manager("municipality"),
	];
	({ id } = await makeAgreement(database, [municipality, university], { title: `Åpen avtale ${Math.random()}` }));
});

const does = async <Value>(actor: Actor, verb: (work: Work) => Promise<Outcome<Value>>) =>
	(await database.commanding(actor, verb)).refused?.map(({ code }) => code) ?? [];
const shows = (actor: Actor, change: Partial<Publishing> = {}) =>
	does(actor, (work) =>
		publishAgreement(work, id, { audience: "everybody", wholeText: true, withNames: false, ...change }),
	);
const read = (actor: Actor = nobody) => database.reading(actor, (work) => readPublication(work, id));
const listed = (query = {}) =>
	database.reading(nobody, async (work) => {
		const found = await listPublications(work, { search: "åpen avtale", offset: 0, pageSize: 25, ...query });
		return found.rows.filter((row) => row.id === id).length;
	});

it("is read without an account only while a party shows it to everybody, and only as much as was chosen", async () => {
	expect(await read()).toBeUndefined();
	expect(await shows(stranger)).toEqual(["missing"]);
	expect(await shows(university)).toEqual([]);
	const whole = await read();
	expect(whole?.content?.themes).toHaveLength(1);
	expect(whole?.signatures.map(({ signedBy, signedAs }) => [signedBy, signedAs])).toEqual([
		[null, "Leder"],
		[null, "Leder"],
	]);
	expect([await listed(), await listed({ search: "noe annet" }), await listed({ theme: "research" })]).toEqual([
		1, 0, 0,
	]);
	expect(await listed({ theme: "placements", offset: 1, pageSize: 1 })).toBe(0);
	// The agreement itself stays closed to whoever has no account.
	const rows = await database.reading(nobody, (work) =>
		work.db.selectFrom("agreement.agreement").select("id").execute(),
	);
	expect(rows).toEqual([]);

	expect(await shows(municipality, { wholeText: false, withNames: true })).toEqual([]);
	const part = await read();
	expect([part?.content, part?.themes]).toEqual([null, ["placements"]]);
	expect(part?.signatures.every(({ signedBy }) => signedBy !== null)).toBe(true);
	const audience = () => database.reading(municipality, (work) => audienceOf(work, { id, published: true }));
	expect(await audience()).toBe("everybody");
	expect(await shows(municipality, { audience: "signed-in" })).toEqual([]);
	expect([await read(), await audience()]).toEqual([undefined, "signed-in"]);
	expect((await database.reading(stranger, (work) => openAgreement(work, id, null))).done?.agreement.published).toBe(
		true,
	);
});

it("is written by its parties alone, and no longer listed once it has ended", async () => {
	await shows(municipality);
	const key = { organisationId: municipality.organisationId, id };
	const today = await database.reading(stranger, async (work) => work.today);
	await does(stranger, async (work) => {
		await endPublication(work, key, addDays(today, -1));
		return { done: undefined };
	});
	expect((await read())?.endedOn).toBeNull();
	const opened = (await database.reading(municipality, (work) => openAgreement(work, id, null))).done;
	const ending = { version: opened?.agreement.version ?? 0, endsOn: today, reason: "Slått sammen med en annen" };
	expect(await does(municipality, (work) => endAgreement(work, id, ending))).toEqual([]);
	expect([(await read())?.endedOn, await listed()]).toEqual([today, 1]);
	await does(municipality, async (work) => {
		await endPublication(work, key, addDays(today, -1));
		return { done: undefined };
	});
	expect(await listed()).toBe(0);
});
