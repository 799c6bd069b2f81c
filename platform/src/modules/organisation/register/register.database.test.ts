import { describe, expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { type MadeOrganisation, makeActor, makeOrganisation } from "../../../../test/make.ts";
import { eventually, workOn } from "../../../../test/worker.ts";
import { newId, type Work } from "../../../database/work.server.ts";
import { type Actor, nobody, operatorOrganisationId, system } from "../../../identity/actor.ts";
import type { Outcome } from "../../../outcome.ts";
import { whoAnswers } from "../contact/answer.server.ts";
import { createContact } from "../contact/service.server.ts";
import { addMembership, listPeople } from "../people/service.server.ts";
import * as service from "../service.server.ts";
import {
	languageOf,
	listOrganisations,
	readOrganisation,
	resolveNumber,
	resolveOrganisation,
} from "../service.server.ts";
import { readTree } from "../unit/read.server.ts";
import { createUnit } from "../unit/service.server.ts";
import { carryOver } from "./carry-over.server.ts";
import type { Division, IdentityValues, Merger, NewOrganisation } from "./contract.ts";
import { carryOverJob } from "./jobs.server.ts";

const database = await openTestDatabase();
const operatorOrganisation = { id: operatorOrganisationId, name: "Drift", kind: "operator" };
const operator = await makeActor(database, { organisation: operatorOrganisation });

const values: IdentityValues = {
	...{
		name: "Nye Testby",
		shortName: null,
		otherNames: [],
		number: null,
		countyNumber: null,
		municipalityNumber: null,
	},
	...{ latitude: null, longitude: null, place: null, website: null, source: "Forskrift", sourceDate: "2019-06-01" },
};
const office: NewOrganisation = { ...values, name: "Torget legesenter", kind: "gp-office", validFrom: null };

const run = <Value>(actor: Actor, verb: (work: Work) => Promise<Outcome<Value>>) => database.commanding(actor, verb);
const read = <Value>(actor: Actor, query: (work: Work) => Promise<Value>) => database.reading(actor, query);

function codes(outcome: Outcome<unknown>): string[] {
	return (outcome.refused ?? []).map((refusal) => refusal.code);
}

function done<Value>(outcome: Outcome<Value>): Value {
	if (outcome.refused) throw new Error(JSON.stringify(outcome.refused));
	return outcome.done;
}

let serial = 8000;
/** A number no other test uses. */
const number = () => `T${++serial}`;

function merger(predecessors: readonly MadeOrganisation[], given: Partial<Merger> = {}): Merger {
	return {
		predecessorIds: predecessors.map((one) => one.id),
		successor: { organisationId: null, made: values },
		happenedOn: "2020-01-01",
		source: "Forskrift",
		...given,
	};
}

async function names(actor: Actor, asOf: string, search: string): Promise<string[]> {
	const found = await read(actor, (work) => listOrganisations(work, { asOf, search, sort: "name" }));
	return found.rows.map((row) => row.name);
}

describe("organisations through time", () => {
	it("are called what they were called on the day asked for", async () => {
		const [was, is] = [number(), number()];
		const made = await makeOrganisation(database, { name: "Gammelvik Kommune", number: was });
		const change = { ...values, name: "Nyvik Kommune", number: is, from: "2018-01-01" };
		done(await run(operator, (work) => service.renameOrganisation(work, made.id, change)));
		expect(await names(operator, "2017-12-31", "Gammelvik")).toEqual(["Gammelvik Kommune"]);
		expect(await names(operator, "2018-01-01", "Gammelvik")).toEqual(["Nyvik Kommune"]);
		expect(await names(operator, "2017-12-31", "Nyvik")).toEqual([]);
		expect(await names(operator, "2018-01-01", "Nyvik")).toEqual(["Nyvik Kommune"]);
		for (const asked of [was, is])
			expect(await read(operator, (work) => resolveNumber(work, asked))).toMatchObject([{ id: made.id, share: 1 }]);
		const correction = { ...change, name: "Nyvik" };
		done(await run(operator, (work) => service.renameOrganisation(work, made.id, correction)));
		const whole = await read(operator, (work) => readOrganisation(work, made.id));
		expect(whole?.identities.map((period) => [period.name, period.validFrom, period.validTo])).toEqual([
			["Nyvik", "2018-01-01", null],
			["Gammelvik Kommune", "2000-01-01", "2017-12-31"],
		]);
		const early = await run(operator, (work) =>
			service.renameOrganisation(work, made.id, { ...change, from: "2017-01-01" }),
		);
		expect(codes(early)).toEqual(["before-current-period"]);
	});

	it("keep a last day that is planned through a new name, and go on again from the day after one that has passed", async () => {
		const made = await makeOrganisation(database, { name: "Sistby" });
		done(await run(operator, (work) => service.endOrganisation(work, made.id, "2024-12-31")));
		const rename = (name: string, from: string) =>
			run(operator, (work) => service.renameOrganisation(work, made.id, { ...values, name, from }));
		done(await rename("Sisteby", "2024-07-01"));
		const lastDays = async () =>
			(await read(operator, (work) => readOrganisation(work, made.id)))?.identities.map((one) => one.validTo);
		expect(await lastDays()).toEqual(["2024-12-31", "2024-06-30"]);
		expect(codes(await rename("For sent", "2025-06-01"))).toEqual(["not-existing-then"]);
		done(await rename("Sisteby", "2025-01-01"));
		expect(await lastDays()).toEqual([null, "2024-12-31", "2024-06-30"]);
	});

	it("become one: the old stay true for their date, and lead to the new", async () => {
		const [first, second] = [number(), number()];
		const one = await makeOrganisation(database, { name: "Øvre Fletteby", number: first });
		const other = await makeOrganisation(database, { name: "Nedre Fletteby", number: second });
		const host = await makeOrganisation(database, { kind: "ks-region" });
		const affiliation = { organisationId: one.id, parentId: host.id, kind: "ks-region", from: "2001-01-01" } as const;
		done(await run(operator, (work) => service.affiliate(work, affiliation)));
		const made = { ...values, name: "Fletteby", number: first };
		const input = merger([one, other], { successor: { organisationId: null, made } });
		const { successorId } = done(await run(operator, (work) => service.mergeOrganisations(work, input)));
		const late = { ...affiliation, kind: "member", from: "2020-01-01" } as const;
		expect(codes(await run(operator, (work) => service.affiliate(work, late)))).toEqual(["not-existing-then"]);
		const revived = { ...values, name: "Øvre Fletteby igjen", from: "2020-01-01" };
		expect(codes(await run(operator, (work) => service.renameOrganisation(work, one.id, revived)))).toEqual([
			"already-succeeded",
		]);
		expect(await names(operator, "2019-12-31", "Fletteby")).toEqual(["Nedre Fletteby", "Øvre Fletteby"]);
		expect(await names(operator, "2020-01-01", "Fletteby")).toEqual(["Fletteby"]);
		const found = await read(operator, (work) =>
			listOrganisations(work, { asOf: "2020-01-01", search: "Øvre Fletteby" }),
		);
		expect(found.rows.map((row) => [row.name, row.found])).toEqual([
			["Fletteby", { by: "predecessor", words: "Øvre Fletteby", until: "2019-12-31" }],
		]);
		expect(await read(operator, (work) => resolveNumber(work, second))).toMatchObject([{ id: successorId, share: 1 }]);
		expect(await read(operator, (work) => resolveNumber(work, second, "2019-06-01"))).toMatchObject([{ id: other.id }]);
		expect(await read(operator, (work) => resolveNumber(work, first, "2019-06-01"))).toMatchObject([{ id: one.id }]);
		const [after, before] = await read(operator, async (work) => [
			await readOrganisation(work, successorId, "2020-01-01"),
			await readOrganisation(work, one.id, "2019-12-31"),
		]);
		expect(after?.predecessors.map((found) => found.organisation.name)).toEqual(["Nedre Fletteby", "Øvre Fletteby"]);
		expect(after?.belongsTo.map((found) => found.organisation.id)).toEqual([host.id]);
		expect(before?.belongsTo.map((found) => found.validTo)).toEqual(["2019-12-31"]);
		expect(before?.successors.map((found) => found.organisation.name)).toEqual(["Fletteby"]);
		expect(codes(await run(operator, (work) => service.mergeOrganisations(work, input)))).toEqual([
			"already-succeeded",
			"already-succeeded",
		]);
	});

	it("join one that goes on, and are divided, with shares that add up along the way", async () => {
		const [a, b, c, d] = [
			await makeOrganisation(database, { name: "Delby", number: number() }),
			await makeOrganisation(database, { name: "Restby" }),
			await makeOrganisation(database, { name: "Tettby" }),
			await makeOrganisation(database, { name: "Sluttby" }),
		];
		const division: Division = {
			predecessorId: a.id,
			successors: [
				{ organisationId: b.id, made: null, share: 0.25, unitIds: [] },
				{ organisationId: c.id, made: null, share: 0.75, unitIds: [] },
			],
			happenedOn: "2020-01-01",
			source: "Forskrift",
		};
		const uneven = { ...division, successors: division.successors.map((one) => ({ ...one, share: 0.4 })) };
		expect(codes(await run(operator, (work) => service.divideOrganisation(work, uneven)))).toEqual(["shares-not-one"]);
		done(await run(operator, (work) => service.divideOrganisation(work, division)));
		const joining = merger([b], { successor: { organisationId: d.id, made: null }, happenedOn: "2022-01-01" });
		done(await run(operator, (work) => service.mergeOrganisations(work, joining)));
		const on = async (asOf: string) =>
			(await read(operator, (work) => resolveOrganisation(work, a.id, asOf))).map((one) => [one.name, one.share]);
		expect(await on("2019-12-31")).toEqual([["Delby", 1]]);
		expect(await on("2021-12-31")).toEqual([
			["Tettby", 0.75],
			["Restby", 0.25],
		]);
		expect(await on("2022-01-01")).toEqual([
			["Tettby", 0.75],
			["Sluttby", 0.25],
		]);
	});

	it("refuse what cannot have happened", async () => {
		const one = await makeOrganisation(database, {});
		const other = await makeOrganisation(database, { validFrom: "2021-01-01" });
		const county = await makeOrganisation(database, { kind: "county" });
		const refusals = async (input: Merger) =>
			codes(await run(operator, (work) => service.mergeOrganisations(work, input)));
		expect(await refusals(merger([one, other]))).toEqual(["not-existing-then"]);
		expect(await refusals(merger([one, county]))).toEqual(["kinds-differ"]);
		expect(await refusals(merger([one, one]))).toEqual(["missing"]);
		const to = (organisationId: string) => ({ successor: { organisationId, made: null } });
		expect(await refusals(merger([one], to(one.id)))).toEqual(["own-successor"]);
		expect(await refusals(merger([one], to(other.id)))).toEqual(["successor-unknown"]);
		expect(await refusals(merger([one], to(newId())))).toEqual(["successor-unknown"]);
		expect(await refusals(merger([one], { predecessorIds: [one.id, newId()] }))).toEqual(["missing"]);
		const taken = number();
		await makeOrganisation(database, { number: taken });
		expect(
			await refusals(merger([one], { successor: { organisationId: null, made: { ...values, number: taken } } })),
		).toEqual(["number-taken"]);
	});

	it("take their units, people and contacts along in one step, once", async () => {
		const [one, other] = [await makeOrganisation(database), await makeOrganisation(database)];
		const actor = await makeActor(database, { organisation: one, name: "Kari Leder" });
		const unit = async (name: string, parentId: string | null) =>
			done(
				await run(actor, (work) =>
					createUnit(work, {
						...{ name, parentId, code: name, setting: null, sector: "social", address: null, postcode: null },
						...{ place: null, municipalityNumber: null, latitude: null, longitude: null, email: null, phone: null },
						...{ published: true, validFrom: "2010-01-01" },
					}),
				),
			).id;
		const top = await unit("Topp", null);
		const below = await unit("Under", top);
		const person = {
			...({ phone: null, role: "supervisor", title: null, share: 80, position: "line", unitId: below } as const),
			...{ validFrom: "2015-01-01", validTo: null },
		};
		const deputyId = done(
			await run(actor, (work) =>
				addMembership(work, { ...person, name: "Per", email: "per@example.no", deputyId: null }),
			),
		).id;
		const holder = done(
			await run(actor, (work) => addMembership(work, { ...person, name: "Pål", email: "pal@example.no", deputyId })),
		).id;
		done(
			await run(actor, (work) =>
				createContact(work, {
					...{ responsibility: "placements", profession: null, unitId: null, membershipId: holder, note: null },
					...{ deputyMembershipId: deputyId, name: null, email: null, phone: null, published: true },
				}),
			),
		);
		const { successorId, jobIds } = done(
			await run(operator, (work) =>
				service.mergeOrganisations(work, merger([one, other], { happenedOn: "2026-01-01" })),
			),
		);
		expect(jobIds).toHaveLength(2);
		const step = { fromId: one.id, toId: successorId, on: "2026-01-01" };
		expect(codes(await run(operator, (work) => carryOver(work, step)))).toEqual(["not-allowed"]);
		const carried = await run(system("carry"), (work) => carryOver(work, step));
		expect(carried.done).toEqual({ units: 2, memberships: 3, contacts: 1 });
		const again = await run(system("carry"), (work) => carryOver(work, step));
		expect(again.done).toEqual({ units: 0, memberships: 0, contacts: 0 });
		const heir = { ...actor, organisationId: successorId };
		const after = await read(heir, async (work) => ({
			tree: await readTree(work, successorId),
			was: await readTree(work, one.id, { asOf: "2025-12-31" }),
			is: await readTree(work, one.id),
			people: await listPeople(work, {}),
			answer: await whoAnswers(work, { organisationId: one.id, responsibility: "placements" }),
		}));
		expect(after.tree.map((line) => [line.name, line.depth])).toEqual([
			["Topp", 0],
			["Under", 1],
		]);
		expect(after.was.map((line) => line.name)).toEqual(["Topp", "Under"]);
		expect(after.is).toEqual([]);
		expect(after.people.rows.map((row) => [row.name, row.unitName, row.deputyName])).toEqual([
			["Kari Leder", null, null],
			["Per", "Under", null],
			["Pål", "Under", "Per"],
		]);
		expect(after.answer).toMatchObject({ step: "organisation", by: "holder", name: "Pål" });
	});
});

describe("the job that carries over", () => {
	it("divides units as they were given, and leaves the rest to the largest; on the day, not before", async () => {
		database.setNow("2026-05-01T12:00:00Z");
		const [old, small, large] = [
			await makeOrganisation(database),
			await makeOrganisation(database),
			await makeOrganisation(database),
		];
		const actor = await makeActor(database, { organisation: old });
		const unit = async (name: string) =>
			done(
				await run(actor, (work) =>
					createUnit(work, {
						...{ name, parentId: null, code: null, setting: null, sector: "social", address: null, postcode: null },
						...{ place: null, municipalityNumber: null, latitude: null, longitude: null, email: null, phone: null },
						...{ published: true, validFrom: "2010-01-01" },
					}),
				),
			).id;
		const given = await unit("Gitt");
		await unit("Resten");
		const divide = (happenedOn: string) =>
			run(operator, (work) =>
				service.divideOrganisation(work, {
					predecessorId: old.id,
					successors: [
						{ organisationId: small.id, made: null, share: 0.2, unitIds: [given] },
						{ organisationId: large.id, made: null, share: 0.8, unitIds: [] },
					],
					happenedOn,
					source: "Forskrift",
				}),
			);
		const { jobId } = done(await divide("2026-05-01"));
		database.setNow(null);
		await workOn(database, { jobs: [carryOverJob] });
		const job = await eventually(() =>
			read(operator, (work) =>
				work.db
					.selectFrom("job.job")
					.select(["state", "result"])
					.where("id", "=", jobId)
					.where("state", "=", "done")
					.executeTakeFirst(),
			),
		);
		expect(job.result).toEqual({ toId: large.id, units: 2, memberships: 1, contacts: 0 });
		const tree = async (id: string) => (await read(operator, (work) => readTree(work, id))).map((line) => line.name);
		expect([await tree(small.id), await tree(large.id), await tree(old.id)]).toEqual([["Gitt"], ["Resten"], []]);
	});

	it("waits for its day", async () => {
		const [one, other] = [await makeOrganisation(database), await makeOrganisation(database)];
		const input = merger([one], { successor: { organisationId: other.id, made: null }, happenedOn: "2099-01-01" });
		const { jobIds } = done(await run(operator, (work) => service.mergeOrganisations(work, input)));
		const job = await read(operator, (work) =>
			work.db
				.selectFrom("job.job")
				.select("next_attempt_at")
				.where("id", "=", jobIds[0] ?? "")
				.executeTakeFirstOrThrow(),
		);
		expect(job.next_attempt_at?.toISOString()).toBe("2099-01-01T00:30:00.000Z");
	});
});

describe("who may keep the register", () => {
	it("lets a municipality register its GP offices and councils, appoint for them, and nothing else", async () => {
		const municipality = await makeOrganisation(database, { name: "Legeby" });
		const administrator = await makeActor(database, { organisation: municipality });
		const { id } = done(await run(administrator, (work) => service.registerOrganisation(work, office)));
		const found = await read(administrator, (work) => readOrganisation(work, id));
		expect(found).toMatchObject({ kind: "gp-office", keeper: { name: "Legeby" }, can: { change: true } });
		expect(found?.belongsTo.map((one) => one.organisation.name)).toEqual(["Legeby"]);
		const appoint = { name: "Ola Lege", email: "ola@example.no" };
		done(await run(administrator, (work) => service.appointAdministrator(work, id, appoint)));
		expect(codes(await run(administrator, (work) => service.appointAdministrator(work, id, appoint)))).toEqual([
			"already-administrator",
		]);
		for (const kind of ["municipality", "county", "operator", "castle"]) {
			const outcome = await run(administrator, (work) => service.registerOrganisation(work, { ...office, kind }));
			expect(codes(outcome)).toEqual([["municipality", "county"].includes(kind) ? "kind-not-yours" : "kind-unknown"]);
		}
		const rename = { ...values, from: "2030-01-01" };
		expect(codes(await run(administrator, (work) => service.renameOrganisation(work, id, rename)))).toEqual([
			"not-allowed",
		]);
		done(await run(administrator, (work) => service.endOrganisation(work, id, "2030-12-31")));
	});

	it("lets an organisation change its own website, short name and language of letters, in the version looked at", async () => {
		const actor = await makeActor(database);
		const details = { version: 1, shortName: "TK", website: "https://www.testkommune.no", language: "nn" as const };
		const change = (who: Actor) => run(who, (work) => service.changeOwnDetails(work, actor.organisationId, details));
		expect(codes(await change(await makeActor(database)))).toEqual(["not-allowed"]);
		expect((await change(actor)).done).toEqual({ version: 2 });
		expect(codes(await change(actor))).toEqual(["changed-by-another"]);
		const found = await read(actor, (work) => listOrganisations(work, { search: "TK", pageSize: 1 }));
		expect(found.rows[0]?.id).toBe(actor.organisationId);
		expect(await read(actor, (work) => languageOf(work, actor.organisationId))).toBe("nn");
	});

	it("answers everyone but the operator that they may not, or that there is nothing", async () => {
		const [one, other] = [await makeOrganisation(database), await makeOrganisation(database)];
		const verbs: Readonly<Record<string, (work: Work) => Promise<Outcome<unknown>>>> = {
			register: (work) => service.registerOrganisation(work, { ...office, kind: "municipality" }),
			rename: (work) => service.renameOrganisation(work, one.id, { ...values, from: "2020-01-01" }),
			merge: (work) => service.mergeOrganisations(work, merger([one, other])),
			divide: (work) =>
				service.divideOrganisation(work, {
					...{ predecessorId: one.id, happenedOn: "2020-01-01", source: "x", successors: [] },
				}),
			end: (work) => service.endOrganisation(work, one.id, "2020-01-01"),
			affiliate: (work) =>
				service.affiliate(work, { organisationId: one.id, parentId: other.id, kind: "host", from: "2020-01-01" }),
			endAffiliation: (work) =>
				service.endAffiliation(work, {
					...{ organisationId: one.id, parentId: other.id, kind: "host", lastDay: "2020-01-01" },
				}),
			appoint: (work) => service.appointAdministrator(work, one.id, { name: "Ola", email: "ola@example.no" }),
			carry: (work) => carryOver(work, { fromId: one.id, toId: other.id, on: "2020-01-01" }),
		};
		const own = await makeActor(database, { organisation: one });
		const lesser = await makeActor(database, { organisation: operatorOrganisation, roles: ["adviser"] });
		for (const [name, verb] of Object.entries(verbs)) {
			const allowed = name === "register" ? ["not-allowed", "kind-not-yours"] : ["not-allowed", "missing"];
			for (const who of [nobody, own, await makeActor(database, { roles: ["student"] }), lesser]) {
				const [code = "done"] = codes(await run(who, verb));
				expect([name, allowed.includes(code), code]).toEqual([name, true, code]);
			}
		}
	});
});
