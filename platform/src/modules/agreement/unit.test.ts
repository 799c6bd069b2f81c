import { describe, expect, it } from "vitest";
import { unitChoices, unitNamed } from "./unit.ts";

const parties = [
	{ organisationId: "l", name: "Levanger" },
	{ organisationId: "v", name: "Verdal" },
];
const units = [
	{ organisationId: "l", id: "1", name: "Solbakken" },
	{ organisationId: "l", id: "2", name: "Hjemmetjenesten" },
	{ organisationId: "v", id: "3", name: "Hjemmetjenesten" },
	{ organisationId: "v", id: "4", name: "Avdeling 1" },
	{ organisationId: "v", id: "5", name: "Avdeling 1" },
];
const named = (words: string | null) => unitNamed(words, units, parties);

describe("the unit a promise names", () => {
	it("is told apart by whose it is only where two parties have one of that name", () => {
		expect(unitChoices(units, parties).map(({ label }) => label)).toEqual([
			...["Solbakken", "Hjemmetjenesten (Levanger)", "Hjemmetjenesten (Verdal)", "Avdeling 1", "Avdeling 1"],
		]);
	});
	it("is the one that is meant, and words where none is or more than one could be", () => {
		expect(named("solbakken ")).toEqual({ unitOrganisationId: "l", unitId: "1" });
		expect(named("Hjemmetjenesten (Verdal)")).toEqual({ unitOrganisationId: "v", unitId: "3" });
		for (const words of ["Hjemmetjenesten", "Avdeling 1", "Alle sykehjem", null])
			expect(named(words)).toEqual({ unitOrganisationId: null, unitId: null });
	});
});
