import { sql } from "kysely";
import { beforeAll, expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { doing } from "../../../../test/doing.ts";
import { makeActor, makeOrganisation } from "../../../../test/make.ts";
import type { Work } from "../../../database/work.server.ts";
import { done } from "../../../outcome.ts";
import * as funding from "../service.server.ts";
import type { GuideKind } from "./codes.ts";
import { findWaitingGuidance } from "./waiting.server.ts";

const database = await openTestDatabase();
type Made = Awaited<ReturnType<typeof makeActor>>;

let asker: Made;
let colleague: Made;
let chief: Made;
let guide: Made;
let inspector: Made;
let stranger: Made;
let id: string;

const { does, codes } = doing(database);
const open = (work: Work) => funding.openGuidance(work, id);
const said = (...people: readonly (readonly [Made, GuideKind])[]) =>
	new Map(people.map(([{ personId }, kind]) => [personId, kind]));
const waits = async (actor: Made) =>
	(await database.reading(actor, findWaitingGuidance)).map(({ key }) => key.replace(` ${id}`, ""));

beforeAll(async () => {
	const organisation = await makeOrganisation(database);
	const giver = await makeOrganisation(database, { kind: "state-administrator" });
	asker = await makeActor(database, { organisation, roles: ["grants-coordinator"] });
	colleague = await makeActor(database, { organisation, roles: ["employee"] });
	chief = await makeActor(database, { organisation: giver, roles: ["administrator"] });
	guide = await makeActor(database, { organisation: giver, roles: ["adviser"] });
	inspector = await makeActor(database, { organisation: giver, roles: ["case-officer"] });
	stranger = await makeActor(database, { roles: ["grants-coordinator"] });
});

it("is asked of who gives grants, and waits where nobody there may read it yet", async () => {
	const facts = { giverId: chief.organisationId, subject: "Egenandel", body: "Kan lønn til vikar være egenandel?" };
	expect(await codes(colleague, (work) => funding.askGuidance(work, facts))).toEqual(["not-allowed"]);
	expect(
		await codes(asker, (work) => funding.askGuidance(work, { ...facts, giverId: stranger.organisationId })),
	).toEqual(["recipient-unknown"]);
	({ id } = await does(asker, (work) => funding.askGuidance(work, facts)));
	for (const actor of [chief, guide, inspector, colleague, stranger])
		expect(await codes(actor, open)).toEqual(["missing"]);
	expect(await Promise.all([chief, guide].map(waits))).toEqual([["funding.guides"], []]);
});

it("is read by guides who do not supervise, and by nobody else there, not those who manage it either", async () => {
	for (const actor of [guide, asker])
		expect(await codes(actor, (work) => funding.nameGuides(work, said([guide, "guide"])))).toEqual(["not-allowed"]);
	await does(chief, (work) => funding.nameGuides(work, said([guide, "guide"], [inspector, "both"], [asker, "guide"])));
	expect((await database.reading(chief, funding.readGuides))?.map(({ is }) => is).sort()).toEqual([
		"both",
		"guide",
		"none",
	]);
	for (const actor of [chief, inspector, stranger]) expect(await codes(actor, open)).toEqual(["missing"]);
	expect(await Promise.all([chief, guide, inspector].map(waits))).toEqual([[], ["funding.guidance"], []]);
	// The wall is in the database too.
	const rows = (actor: Made) =>
		database.reading(
			actor,
			async (work) =>
				(await sql`select from funding.guidance_step where guidance_id = ${id}`.execute(work.db)).rows.length,
		);
	expect(await Promise.all([asker, guide, chief, inspector, stranger].map(rows))).toEqual([1, 1, 0, 0, 0]);
});

it("gets advice that says what it rests on, from a guide alone, and never changed", async () => {
	const advice = { body: "Ja, når vikaren er nødvendig.", restsOn: "Regelverket § 4" };
	const advise = (work: Work) => funding.advise(work, id, advice);
	expect(await codes(inspector, advise)).toEqual(["missing"]);
	expect(await codes(asker, advise)).toEqual(["not-allowed"]);
	await does(guide, advise);
	const { steps, guidance } = await does(asker, open);
	expect([guidance.state, steps.at(-1)?.restsOn]).toEqual(["advised", "Regelverket § 4"]);
	expect(await waits(guide)).toEqual([]);
	for (const [actor, change] of [
		[
			asker,
			sql`insert into funding.guidance_step select organisation_id, guidance_id, gen_random_uuid(), 'advised', 'Nei.', 'Intet', at, by
			from funding.guidance_step where guidance_id = ${id} limit 1`,
		],
		[guide, sql`update funding.guidance_step set body = 'Nei.' where guidance_id = ${id}`],
	] as const)
		await expect(
			database.commanding(actor, async (work) => {
				await change.execute(work.db);
				return done(undefined);
			}),
		).rejects.toThrow();
	await does(asker, (work) => funding.askMore(work, id, "Gjelder det innleide også?"));
	expect((await does(guide, open)).guidance.state).toBe("waiting");
	expect(await codes(guide, (work) => funding.askMore(work, id, "Hva?"))).toEqual(["not-allowed"]);
});

it("is opened to those who supervise by who asked alone, and walled again", async () => {
	const to = (is: boolean) => (work: Work) => funding.openToSupervision(work, id, is);
	expect(await codes(guide, to(true))).toEqual(["not-allowed"]);
	expect(await codes(asker, to(false))).toEqual(["nothing-changed"]);
	await does(asker, to(true));
	for (const actor of [chief, inspector]) expect((await does(actor, open)).can).toEqual({ ask: false, advise: true });
	expect(await waits(inspector)).toEqual(["funding.guidance"]);
	expect(await codes(stranger, open)).toEqual(["missing"]);
	await does(asker, to(false));
	for (const actor of [chief, inspector]) expect(await codes(actor, open)).toEqual(["missing"]);
	expect((await does(guide, open)).steps.map(({ kind }) => kind)).toEqual([
		...["asked", "advised", "asked", "opened", "walled"],
	]);
});
