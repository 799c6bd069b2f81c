import { describe, expect, it } from "vitest";
import { openTestDatabase } from "../../../test/database.ts";
import { makeActor } from "../../../test/make.ts";
import { system } from "../../identity/actor.ts";
import { referenceId, seedReference } from "./reference.server.ts";
import { listOrganisations, mapOrganisations, readOrganisation, readTree, resolveNumber } from "./service.server.ts";

const database = await openTestDatabase();
const first = await database.commanding(system("reference"), seedReference);
const actor = await makeActor(database, { roles: ["student"] });

describe("the public bodies the product ships with", () => {
	it("are there after the first start, and the second start changes nothing", async () => {
		expect(first.done?.organisations).toBeGreaterThan(400);
		const again = await database.commanding(system("reference"), seedReference);
		expect(again.done).toEqual({ organisations: 0, affiliations: 0, units: 0 });
		const { total, byKind } = await database.reading(actor, (work) => listOrganisations(work, { asOf: "2025-12-31" }));
		expect(byKind.get("county")).toBe(15);
		expect(byKind.get("state-administrator")).toBe(10);
		// one more is the organisation of the test's own actor
		expect(byKind.get("municipality")).toBe(357 + 1);
		expect(byKind.has("operator")).toBe(false);
		expect(total).toBe([...byKind.values()].reduce((sum, count) => sum + count, 0));
	});

	it("are found by everyday, Sámi and mistyped names, and by number", async () => {
		const first = async (search: string) => {
			const { rows } = await database.reading(actor, (work) =>
				listOrganisations(work, { search, kind: "municipality", pageSize: 3 }),
			);
			return rows[0]?.number;
		};
		expect(await first("Stjørdal")).toBe("5035");
		expect(await first("stjordal")).toBe("5035");
		expect(await first("Karasjok")).toBe("5610");
		expect(await first("karasjohka")).toBe("5610");
		expect(await first("Tråante")).toBe("5001");
		expect(await first("Aalesund")).toBe("1508");
		expect(await first("Stjørdla")).toBe("5035");
		expect(await first("5035")).toBe("5035");
	});

	it("know where they belong", async () => {
		const found = await database.reading(actor, (work) =>
			readOrganisation(work, referenceId("municipality:5035"), "2025-12-31"),
		);
		expect(found?.identity).toMatchObject({ name: "Stjørdal", number: "5035", place: "Stjørdalshalsen" });
		expect(found?.county?.number).toBe("50");
		expect(found?.belongsTo.map((one) => [one.kind, one.organisation.name])).toEqual([
			["county", "Trøndelag fylkeskommune"],
			["ks-region", "KS Trøndelag"],
			["member", "KS – kommunesektorens organisasjon"],
			["state-administrator", "Statsforvalteren i Trøndelag"],
		]);
		const host = await database.reading(actor, (work) =>
			readOrganisation(work, referenceId("municipality:5038"), "2025-12-31"),
		);
		expect(host?.has.map((one) => [one.kind, one.organisation.name])).toEqual([["host", "USHT Trøndelag nord"]]);
	});

	it("have campuses as units, and places on the map", async () => {
		const { rows } = await database.reading(actor, (work) => listOrganisations(work, { search: "NTNU", pageSize: 1 }));
		const campuses = await database.reading(actor, (work) => readTree(work, rows[0]?.id ?? ""));
		expect(campuses.map((line) => line.name)).toEqual(["Trondheim", "Gjøvik", "Ålesund"]);
		const points = await database.reading(actor, (work) =>
			mapOrganisations(work, { kind: "municipality", county: "50" }),
		);
		expect(points).toHaveLength(38);
	});

	it("answer to their numbers", async () => {
		const resolved = await database.reading(actor, (work) => resolveNumber(work, "5035"));
		expect(resolved).toMatchObject([{ name: "Stjørdal", share: 1 }]);
		expect(await database.reading(actor, (work) => resolveNumber(work, "9999"))).toEqual([]);
	});
});
