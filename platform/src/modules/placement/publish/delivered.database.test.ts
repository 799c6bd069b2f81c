import { describe, expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { makeActor, makeOrganisation } from "../../../../test/make.ts";
import { makePlacements } from "../../../../test/make-placement.ts";
import { newId } from "../../../database/work.server.ts";
import { type Actor, system } from "../../../identity/actor.ts";
import type { DeliveryQuestion } from "../../../registry/deliveries.server.ts";
import { countPlacements } from "./delivered.server.ts";

const database = await openTestDatabase();
const spring = { firstDay: "2026-01-12", lastDay: "2026-03-06" };
const [school, host, council] = [
	await makeOrganisation(database, { kind: "institution" }),
	await makeOrganisation(database, { name: "Fjordbyen" }),
	await makeOrganisation(database, { kind: "regional-council" }),
];
const coordinator = (organisation: typeof host) =>
	makeActor(database, { organisation, roles: ["placement-coordinator"] });
const [schooling, hosting, watching, stranger] = [
	await coordinator(school),
	await coordinator(host),
	await coordinator(council),
	await makeActor(database, { roles: ["placement-coordinator"] }),
];
const ids = await makePlacements(database, school.id, host.id, { ...spring, students: 3 });
await makePlacements(database, school.id, host.id, { ...spring, students: 2, siteName: "Fjellheim" });
await makePlacements(database, school.id, host.id, { students: 1, firstDay: "2027-01-11", lastDay: "2027-03-05" });

const question: DeliveryQuestion = {
	...{ commitmentId: "c", measure: "placements", parties: [school.id, host.id, council.id], deliveredBy: host.id },
	...{ profession: null, yearOfStudy: null, unitName: null, unitId: null, from: "2026-01-01", to: "2026-12-31" },
};
const count = (actor: Actor, change: Partial<DeliveryQuestion> = {}, each = true) =>
	database.reading(actor, async (work) => (await countPlacements(work, [{ ...question, ...change }], each))[0]);

describe("placements delivered on an agreement", () => {
	it("are those that begin in the year, from either side, with the way to each for those who see students", async () => {
		for (const actor of [schooling, hosting]) {
			const found = await count(actor);
			expect(found?.amount).toBe(5);
			expect(found?.items.filter(({ path }) => path !== null)).toHaveLength(5);
			expect(found?.items.map(({ path }) => path)).toContain(`/placement/placements/${ids[0]}`);
		}
		expect((await count(schooling, { deliveredBy: school.id }))?.amount).toBe(5);
		expect((await count(schooling, { deliveredBy: council.id }))?.amount).toBe(0);
		expect((await count(schooling, { from: "2027-01-01", to: "2027-12-31" }))?.amount).toBe(1);
	});

	it("are narrowed by profession, year of study and unit", async () => {
		expect((await count(hosting, { profession: "nursing", yearOfStudy: 2 }))?.amount).toBe(5);
		expect((await count(hosting, { profession: "medicine" }))?.amount).toBe(0);
		expect((await count(hosting, { yearOfStudy: 3 }))?.amount).toBe(0);
		expect((await count(hosting, { unitName: "fjellheim" }))?.amount).toBe(2);
	});

	it("are those of the unit pointed at and of units under it, whatever the site is called", async () => {
		const [above, below, other] = [newId(), newId(), newId()];
		await database.commanding(system("make", host.id), async (work) => {
			await work.db
				.insertInto("organisation.unit")
				.values(
					[above, below, other].map((id) => ({
						...{ organisation_id: host.id, id, parent_id: id === below ? above : null, name: `Enhet ${id}` },
						...{ sector: "health-and-care", valid_from: "2020-01-01", search_name: id },
					})),
				)
				.execute();
			await work.db
				.updateTable("placement.site")
				.set({ unit_organisation_id: host.id, unit_id: below })
				.where("organisation_id", "=", host.id)
				.where("name", "=", "Fjellheim")
				.execute();
			return { done: undefined };
		});
		const at = async (unitId: string) => (await count(hosting, { unitName: "Det gamle navnet", unitId }))?.amount;
		expect(await at(above)).toBe(2);
		expect(await at(below)).toBe(2);
		expect(await at(other)).toBe(0);
	});

	it("are a number without students for another party, and for who does not see students", async () => {
		const keeper = await makeActor(database, { organisation: host, roles: ["agreement-coordinator"] });
		for (const actor of [watching, keeper]) {
			const found = await count(actor);
			expect(found?.amount).toBe(5);
			expect(found?.items.every(({ path, title }) => path === null && !title.includes("Student"))).toBe(true);
			expect(found?.items[0]?.title).toBe("Praksis i hjemmetjeneste, Fjordbyen");
		}
		expect((await count(schooling, {}, false))?.items.every(({ path }) => path === null)).toBe(true);
	});

	it("are not told to one who is no party, whatever is asked", async () => {
		expect(await count(stranger)).toEqual({ amount: 0, items: [] });
	});
});
