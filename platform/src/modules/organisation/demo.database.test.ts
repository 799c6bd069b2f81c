import { describe, expect, it } from "vitest";
import { openTestDatabase } from "../../../test/database.ts";
import { type PersonActor, system } from "../../identity/actor.ts";
import { listDemoPeople } from "../../identity/store.server.ts";
import { seedDemo } from "./demo.server.ts";
import { referenceId, seedReference } from "./reference.server.ts";
import { listPeople, readRegister, readTree, whoAnswers, whoAnswersWhere } from "./service.server.ts";

const database = await openTestDatabase();
await database.commanding(system("reference"), seedReference);
const first = await database.commanding(system("demo"), seedDemo);
const stjordal = referenceId("municipality:5035");

function visitor(name: string, organisationId: string): PersonActor {
	return {
		...{ kind: "person", personId: referenceId(`demo:person:${name}`), name, language: "nb", sessionId: null },
		...{ organisationId, organisationName: null, organisationKind: null, roles: [], unitIds: [], membershipIds: [] },
		wholeRoles: [],
	};
}

describe("the demo region", () => {
	it("is filled once, and left alone afterwards", async () => {
		expect(first.done?.people).toBe(22);
		expect(first.done?.units).toBeGreaterThan(180);
		const again = await database.commanding(system("demo"), seedDemo);
		expect(again.done).toEqual({ people: 0, units: 0, roles: 0 });
	});

	it("has a person for each side of the product to sign in as", async () => {
		const people = await database.reading(system("demo"), listDemoPeople);
		expect(people.map((person) => person.name).slice(0, 3)).toEqual([
			"Torstein Aunemo",
			"Ingrid Vollmo",
			"Marit Heggeli",
		]);
		expect(people.every((person) => person.roles.length > 0)).toBe(true);
	});

	it("lets its coordinator see units, people, and contacts that need attention", async () => {
		const torstein = visitor("Torstein Aunemo", stjordal);
		const seen = await database.reading(torstein, async (work) => ({
			tree: await readTree(work, stjordal),
			people: await listPeople(work, {}),
			register: await readRegister(work, stjordal),
		}));
		expect(seen.tree.filter((line) => line.depth === 0).map((line) => line.name)).toEqual([
			"Helse og mestring",
			"Oppvekst og utdanning",
			"Velferd",
		]);
		expect(seen.tree).toHaveLength(26);
		expect(seen.people.total).toBeGreaterThan(40);
		const persons = new Map(seen.people.rows.map((row) => [row.email, row.phone]));
		expect(new Set(persons.values()).size).toBe(persons.size);
		expect([...seen.register.byWarning.keys()]).toEqual(expect.arrayContaining(["vacant", "no-deputy", "unverified"]));
		expect(seen.register.vacant.map((contact) => contact.responsibility)).toContain("further-education");
		expect(seen.register.missing).toEqual(["privacy"]);
	});

	it("lets an institution find who answers for nursing placements, here and everywhere", async () => {
		const ingrid = visitor("Ingrid Vollmo", referenceId("institution-1150"));
		const answer = await database.reading(ingrid, (work) =>
			whoAnswers(work, { organisationId: stjordal, responsibility: "placements", profession: "nursing" }),
		);
		expect(answer).toMatchObject({ step: "organisation", by: "holder", name: "Torstein Aunemo" });
		const everywhere = await database.reading(ingrid, (work) =>
			whoAnswersWhere(
				work,
				{ responsibility: "placements", profession: "nursing" },
				{ kind: "municipality", county: "50", pageSize: 50 },
			),
		);
		expect(everywhere.total).toBe(38);
		const steps = everywhere.rows.map((row) => row.answer.step);
		expect(steps.filter((step) => step === "organisation")).toHaveLength(7);
		expect(steps.filter((step) => step === "nobody")).toHaveLength(28);
	});
});
