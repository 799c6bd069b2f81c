import { describe, expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { makeActor, makeOrganisation } from "../../../../test/make.ts";
import { newId, type Work } from "../../../database/work.server.ts";
import { type Actor, nobody } from "../../../identity/actor.ts";
import type { Outcome } from "../../../outcome.ts";
import * as closing from "./closing.server.ts";
import type { NewUnit } from "./contract.ts";
import * as read from "./read.server.ts";
import * as changes from "./service.server.ts";

const service = { ...closing, ...read, ...changes };

const database = await openTestDatabase();

const blank: NewUnit = {
	name: "Solbakken sykehjem",
	code: null,
	setting: "nursing-home",
	sector: null,
	address: null,
	postcode: null,
	place: null,
	municipalityNumber: null,
	latitude: null,
	longitude: null,
	email: null,
	phone: null,
	published: true,
	parentId: null,
	validFrom: "2020-01-01",
};

async function make(actor: Actor, given: Partial<NewUnit> = {}): Promise<string> {
	const outcome = await database.commanding(actor, (work) => service.createUnit(work, { ...blank, ...given }));
	if (outcome.refused) throw new Error(outcome.refused[0]?.code);
	return outcome.done.id;
}

function codes(outcome: Outcome<unknown>): string[] {
	return (outcome.refused ?? []).map((refusal) => refusal.code);
}

const run = <Value>(actor: Actor, verb: (work: Work) => Promise<Outcome<Value>>) => database.commanding(actor, verb);

async function tree(actor: Actor, organisationId: string) {
	const lines = await database.reading(actor, (work) => service.readTree(work, organisationId));
	return lines.map((line) => `${"  ".repeat(line.depth)}${line.name}`);
}

describe("units", () => {
	it("hang in a tree, in the order they are given", async () => {
		const actor = await makeActor(database);
		const sector = await make(actor, { name: "Helse", setting: null, sector: "health-and-care" });
		const home = await make(actor, { name: "Solbakken", parentId: sector });
		const ward = await make(actor, { name: "Avdeling 1", parentId: home });
		const care = await make(actor, { name: "Hjemmetjenesten", setting: "home-care", parentId: sector });
		await run(actor, (work) => service.moveUnit(work, care, { version: 1, parentId: sector, beforeId: home }));
		expect(await tree(actor, actor.organisationId)).toEqual([
			"Helse",
			"  Hjemmetjenesten",
			"  Solbakken",
			"    Avdeling 1",
		]);
		const page = await database.reading(actor, (work) => service.readUnit(work, actor.organisationId, ward));
		expect(page?.above.map((above) => above.name)).toEqual(["Helse", "Solbakken"]);
		expect(page?.sector).toBe("health-and-care");
	});

	it("never hang below themselves", async () => {
		const actor = await makeActor(database);
		const top = await make(actor);
		const middle = await make(actor, { parentId: top });
		const low = await make(actor, { parentId: middle });
		for (const parentId of [top, middle, low]) {
			const outcome = await run(actor, (work) => service.moveUnit(work, top, { version: 1, parentId, beforeId: null }));
			expect(codes(outcome)).toEqual(["own-descendant"]);
		}
	});

	it("say what is wrong with what is said of them, each at its field", async () => {
		const actor = await makeActor(database);
		await make(actor, { code: "A1" });
		const outcome = await run(actor, (work) =>
			service.createUnit(work, {
				...blank,
				code: "A1",
				setting: "castle",
				sector: "alchemy",
				municipalityNumber: "0000",
				latitude: 63,
			}),
		);
		expect((outcome.refused ?? []).map((refusal) => [refusal.code, refusal.field])).toEqual([
			["setting-unknown", "setting"],
			["sector-unknown", "sector"],
			["municipality-unknown", "municipalityNumber"],
			["half-coordinates", "longitude"],
			["code-taken", "code"],
		]);
	});

	it("are changed only in the version looked at, and the log says what changed", async () => {
		const actor = await makeActor(database);
		const id = await make(actor);
		const change = { ...blank, name: "Solbakken helsehus", version: 1 };
		expect((await run(actor, (work) => service.changeUnit(work, id, change))).done).toEqual({ version: 2 });
		expect(codes(await run(actor, (work) => service.changeUnit(work, id, change)))).toEqual(["changed-by-another"]);
		const entries = await database.reading(actor, (work) =>
			work.db
				.selectFrom("audit.entry")
				.select(["verb", "detail"])
				.where("object_id", "=", id)
				.orderBy("at")
				.orderBy("id")
				.execute(),
		);
		expect(entries[1]).toEqual({ verb: "unit.change", detail: { name: "Solbakken sykehjem" } });
	});

	it("are moved, closed and opened only in the version looked at too", async () => {
		const actor = await makeActor(database);
		const id = await make(actor);
		await run(actor, (work) => service.changeUnit(work, id, { ...blank, name: "Ny", version: 1 }));
		const stale: readonly ((work: Work) => Promise<Outcome<unknown>>)[] = [
			(work) => service.moveUnit(work, id, { version: 1, parentId: null, beforeId: null }),
			(work) => service.closeUnit(work, id, { version: 1, lastDay: "2030-01-01", andBelow: false }),
			(work) => service.reopenUnit(work, id, 1),
		];
		for (const verb of stale) expect(codes(await run(actor, verb))).toEqual(["changed-by-another"]);
	});

	it("close with a last day, keep their history, and open again", async () => {
		const actor = await makeActor(database);
		const top = await make(actor, { name: "Top" });
		const below = await make(actor, { name: "Below", parentId: top });
		const closing = { version: 1, lastDay: "2025-06-30", andBelow: false };
		const alone = await run(actor, (work) => service.closeUnit(work, top, closing));
		expect(alone.refused).toEqual([{ code: "open-units-below", field: "andBelow", detail: { count: 1 } }]);
		const preview = await database.reading(actor, (work) => service.previewClosing(work, top, "2025-06-30"));
		expect(preview?.openBelow.map((unit) => unit.name)).toEqual(["Below"]);
		const both = await run(actor, (work) => service.closeUnit(work, top, { ...closing, andBelow: true }));
		expect(both.done).toEqual({ closed: 2, isClosed: true });
		expect(await tree(actor, actor.organisationId)).toEqual([]);
		const then = await database.reading(actor, (work) =>
			service.readTree(work, actor.organisationId, { asOf: "2025-06-30" }),
		);
		expect(then.map((line) => line.name)).toEqual(["Top", "Below"]);
		expect(codes(await run(actor, (work) => service.reopenUnit(work, below, 2)))).toEqual(["parent-closed"]);
		expect((await run(actor, (work) => service.reopenUnit(work, top, 2))).done).toEqual({ version: 3 });
		expect((await run(actor, (work) => service.reopenUnit(work, below, 2))).done).toEqual({ version: 3 });
		expect(await tree(actor, actor.organisationId)).toEqual(["Top", "  Below"]);
	});

	it("are open through their last day, and are shown afterwards only to whoever asks", async () => {
		const actor = await makeActor(database);
		const id = await make(actor, { name: "Siste dag" });
		const today = await database.reading(actor, async (work) => work.today);
		const closing = { version: 1, lastDay: today, andBelow: false };
		expect((await run(actor, (work) => service.closeUnit(work, id, closing))).done).toEqual({
			closed: 1,
			isClosed: false,
		});
		const page = await database.reading(actor, (work) => service.readUnit(work, actor.organisationId, id));
		expect(page).toMatchObject({ validTo: today, closed: false });
		expect(await tree(actor, actor.organisationId)).toEqual(["Siste dag"]);
		await run(actor, (work) => service.reopenUnit(work, id, 2));
		await run(actor, (work) => service.closeUnit(work, id, { ...closing, version: 3, lastDay: "2025-06-30" }));
		expect(await tree(actor, actor.organisationId)).toEqual([]);
		const all = await database.reading(actor, (work) =>
			service.readTree(work, actor.organisationId, { withClosed: true }),
		);
		expect(all.map((line) => line.name)).toEqual(["Siste dag"]);
	});

	it("are refused for everything at once: what cannot be read and what the rules say", async () => {
		const actor = await makeActor(database);
		await make(actor, { code: "S1" });
		const judge = (readable: Record<string, unknown>) =>
			database.reading(actor, (work) => service.judgeUnit(work, null, readable));
		const wrong = { setting: null, sector: null, code: "S1", latitude: 63, longitude: null, parentId: newId() };
		expect((await judge(wrong)).map((refusal) => refusal.code).toSorted()).toEqual([
			"code-taken",
			"half-coordinates",
			"parent-unknown",
			"sector-missing",
		]);
		expect(await judge({ setting: null, latitude: 63 })).toEqual([]);
		const created = await run(actor, (work) =>
			service.createUnit(work, { ...blank, setting: null, parentId: newId(), code: "S1" }),
		);
		expect(codes(created)).toEqual(["parent-unknown", "sector-missing", "code-taken"]);
	});

	it("take place and municipality from the postcode, and their point from what is known", async () => {
		const organisation = await makeOrganisation(database, { latitude: 63, longitude: 10 });
		const actor = await makeActor(database, { organisation });
		const id = await make(actor, { postcode: "7500" });
		const page = await database.reading(actor, (work) => service.readUnit(work, actor.organisationId, id));
		expect(page?.position).toEqual({ latitude: 63, longitude: 10, from: "organisation" });
	});

	it("are found by words anywhere in the name, and by code", async () => {
		const actor = await makeActor(database);
		await make(actor, { name: "Ålstadhaug omsorgssenter", code: "H-17" });
		await make(actor, { name: "Tårnet skole", setting: "school" });
		const find = async (search: string) => {
			const found = await database.reading(actor, (work) =>
				service.listUnits(work, { organisationId: actor.organisationId, search, pageSize: 10 }),
			);
			expect(found.total).toBe(found.rows.length);
			return found.rows.map((row) => row.name);
		};
		expect(await find("aalstad")).toEqual(["Ålstadhaug omsorgssenter"]);
		expect(await find("senter omsorg")).toEqual(["Ålstadhaug omsorgssenter"]);
		expect(await find("h 17")).toEqual(["Ålstadhaug omsorgssenter"]);
		expect(await find("100% _")).toEqual([]);
		expect(await find("")).toEqual(["Tårnet skole", "Ålstadhaug omsorgssenter"]);
	});
});

describe("who may manage units", () => {
	const verbs = (id: string): Readonly<Record<string, (work: Work) => Promise<Outcome<unknown>>>> => ({
		create: (work) => service.createUnit(work, { ...blank, parentId: id }),
		change: (work) => service.changeUnit(work, id, { ...blank, version: 1 }),
		move: (work) => service.moveUnit(work, id, { version: 1, parentId: null, beforeId: null }),
		close: (work) => service.closeUnit(work, id, { version: 1, lastDay: "2030-01-01", andBelow: true }),
		reopen: (work) => service.reopenUnit(work, id, 1),
	});

	it("answers nobody, another organisation and a forged id alike", async () => {
		const actor = await makeActor(database);
		const id = await make(actor);
		const stranger = await makeActor(database);
		for (const [name, verb] of Object.entries(verbs(id))) {
			const forged = codes(await run(stranger, verbs(newId())[name] ?? verb));
			expect([name, codes(await run(stranger, verb))]).toEqual([name, forged]);
			expect([name, codes(await run(nobody, verb))]).toEqual([name, [name === "create" ? "not-allowed" : "missing"]]);
		}
		expect(codes(await run(stranger, (work) => service.changeUnit(work, "x", { ...blank, version: 1 })))).toEqual([
			"missing",
		]);
	});

	it("refuses a lesser role in the same organisation", async () => {
		const actor = await makeActor(database);
		const id = await make(actor);
		const organisation = { id: actor.organisationId, name: "", kind: "municipality" };
		for (const roles of [["student"], ["supervisor"], ["placement-coordinator", "manager"]]) {
			const lesser = await makeActor(database, { organisation, roles });
			for (const verb of Object.values(verbs(id))) expect(codes(await run(lesser, verb))).toEqual(["not-allowed"]);
		}
	});

	it("lets a leader arrange the own unit and below, and nothing beside or above", async () => {
		const actor = await makeActor(database);
		const organisation = { id: actor.organisationId, name: "", kind: "municipality" };
		const top = await make(actor, { name: "Top" });
		const own = await make(actor, { name: "Own", parentId: top });
		const beside = await make(actor, { name: "Beside", parentId: top });
		const leader = await makeActor(database, { organisation, roles: ["unit-leader"], unitId: own });
		const below = await make(leader, { parentId: own });
		const deeper = await make(leader, { parentId: below });
		expect(codes(await run(leader, (work) => service.createUnit(work, { ...blank, parentId: beside })))).toEqual([
			"not-allowed",
		]);
		expect(codes(await run(leader, (work) => service.createUnit(work, blank)))).toEqual(["not-allowed"]);
		const move = (id: string, parentId: string | null) =>
			run(leader, (work) => service.moveUnit(work, id, { version: 1, parentId, beforeId: null }));
		expect(codes(await move(below, beside))).toEqual(["not-allowed"]);
		expect(codes(await move(own, null))).toEqual(["not-allowed"]);
		expect(codes(await move(deeper, own))).toEqual([]);
		const can = await database.reading(leader, async (work) => ({
			own: (await service.readUnit(work, organisation.id, own))?.can,
			beside: (await service.readUnit(work, organisation.id, beside))?.can.change,
		}));
		expect(can.own).toMatchObject({ change: true, createBelow: true, move: false, managePeople: true });
		expect(can.beside).toBe(false);
	});

	it("shows other organisations what is published, without its people, and lets them touch nothing", async () => {
		const actor = await makeActor(database, { name: "Kari Nordmann" });
		const organisation = { id: actor.organisationId, name: "", kind: "municipality" };
		const open = await make(actor, { name: "Open" });
		const hidden = await make(actor, { name: "Hidden", published: false });
		await makeActor(database, { organisation, roles: ["unit-leader"], unitId: open, name: "Ola Leder" });
		const stranger = await makeActor(database);
		const seen = await database.reading(stranger, async (work) => ({
			tree: await service.readTree(work, actor.organisationId),
			open: await service.readUnit(work, actor.organisationId, open),
			hidden: await service.readUnit(work, actor.organisationId, hidden),
		}));
		expect(seen.tree.map((line) => [line.name, line.leaders])).toEqual([["Open", []]]);
		expect(Object.values(seen.open?.can ?? {}).every((allowed) => !allowed)).toBe(true);
		expect(seen.hidden).toBeUndefined();
		const own = await database.reading(actor, (work) => service.readTree(work, actor.organisationId));
		expect(own.map((line) => [line.name, line.leaders])).toEqual([
			["Open", ["Ola Leder"]],
			["Hidden", []],
		]);
	});
});
