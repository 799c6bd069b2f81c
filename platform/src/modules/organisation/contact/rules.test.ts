import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ContactRow, RegisterQuery } from "./contract.ts";
import { answer } from "./ladder.ts";
import { narrowRegister } from "./narrow.ts";
import { missingResponsibilities, warningsOf } from "./rules.ts";

const today = "2026-05-01";

function contact(given: Partial<ContactRow>): ContactRow {
	return {
		...{ organisationId: "o", id: "c", responsibility: "placements", profession: null, unitId: null, unitName: null },
		...{ unitLastDay: null, membershipId: "m", name: "Kari", email: "kari@example.no", phone: null, lastDay: null },
		...{ deputyMembershipId: null, deputyName: null, deputyEmail: null, deputyPhone: null, deputyLastDay: null },
		...{ note: null, published: true, verifiedAt: new Date("2026-04-01"), version: 1 },
		...{ validFrom: "2026-01-01", validTo: null },
		...given,
	};
}
const deputy = { deputyMembershipId: "d", deputyName: "Ola", deputyEmail: "ola@example.no" };
const left = { lastDay: "2026-04-30" };

describe("who answers", () => {
	const question = {
		organisationId: "o",
		responsibility: "placements",
		profession: "nursing",
		unitId: "ward",
	} as const;
	const path = ["ward", "home", "health"];
	const rungs = [
		contact({ id: "unit-and-profession", unitId: "ward", profession: "nursing" }),
		contact({ id: "unit", unitId: "ward" }),
		contact({ id: "unit-above", unitId: "home", profession: "nursing" }),
		contact({ id: "unit-above", unitId: "home" }),
		contact({ id: "unit-above", unitId: "health" }),
		contact({ id: "organisation-and-profession", profession: "nursing" }),
		contact({ id: "organisation" }),
		contact({ id: "other-profession", profession: "teaching" }),
		contact({ id: "general", responsibility: "general", unitId: "home" }),
		contact({ id: "general", responsibility: "general" }),
	];

	test("is the nearest who does: each step is taken only when all above it are gone", () => {
		for (let gone = 0; gone <= rungs.length; gone++) {
			const rest = rungs.slice(gone).reverse();
			const found = answer(question, path, rest, [], today);
			expect(found.step).toBe(rungs[gone]?.id ?? "nobody");
		}
	});

	test("tells which steps were tried, the one that answered last", () => {
		expect(answer(question, path, rungs, [], today).tried).toEqual(["unit-and-profession"]);
		expect(answer({ ...question, profession: null }, ["ward"], [contact({})], [], today).tried).toEqual([
			"unit",
			"organisation",
		]);
		expect(answer(question, [], [], [], today).tried).toEqual([
			...["organisation-and-profession", "organisation", "other-profession", "general", "administrator", "nobody"],
		]);
	});

	test("passes over those who have left, unless somebody stands in for them", () => {
		const nobodyThere = rungs.map((one, index) => (index === 6 ? one : { ...one, ...left }));
		expect(answer(question, path, nobodyThere, [], today)).toMatchObject({ step: "organisation", by: "holder" });
		const deputised = [contact({ unitId: "ward", ...left, ...deputy }), contact({})];
		expect(answer(question, path, deputised, [], today)).toMatchObject({ step: "unit", by: "deputy", name: "Ola" });
		const bothGone = [contact({ unitId: "ward", ...left, ...deputy, deputyLastDay: "2026-04-30" }), contact({})];
		expect(answer(question, path, bothGone, [], today).step).toBe("organisation");
	});

	test("still is the one whose last day is today", () => {
		expect(answer(question, [], [contact({ lastDay: today })], [], today).by).toBe("holder");
	});

	test("is a shared post box, the administrator, or nobody, and it says which", () => {
		const box = contact({
			responsibility: "general",
			membershipId: null,
			name: "Postmottak",
			email: "post@example.no",
		});
		expect(answer(question, path, [box], [], today)).toMatchObject({ step: "general", by: "post-box" });
		const administrator = { name: "Eva", email: "eva@example.no", phone: null };
		expect(answer(question, path, [], [administrator], today)).toMatchObject({ step: "administrator", name: "Eva" });
		expect(answer(question, path, [], [], today)).toMatchObject({ step: "nobody", by: null, email: null });
	});

	test("is never somebody of another organisation or another responsibility", () => {
		const strangers = [contact({ organisationId: "other" }), contact({ responsibility: "grants" })];
		expect(answer(question, path, strangers, [], today).step).toBe("nobody");
	});

	test("does not depend on the order the contacts come in, nor on contacts that do not fit better", () => {
		const some = fc.shuffledSubarray(
			[...rungs.keys()].map((index) => contact({ ...rungs[index], note: String(index) })),
		);
		fc.assert(
			fc.property(some, (contacts) => {
				const best = Math.min(...contacts.map((one) => Number(one.note)));
				const found = answer(question, path, contacts, [], today);
				expect(found.contact?.note ?? "").toBe(contacts.length === 0 ? "" : String(best));
			}),
		);
	});
});

describe("warnings", () => {
	test("say what is wrong, the worst first", () => {
		expect(warningsOf(contact(deputy), today)).toEqual([]);
		expect(warningsOf(contact({}), today)).toEqual(["no-deputy"]);
		expect(warningsOf(contact(left), today)).toEqual(["vacant", "no-deputy"]);
		expect(warningsOf(contact({ ...left, ...deputy }), today)).toEqual(["holder-left"]);
		expect(warningsOf(contact({ ...deputy, deputyLastDay: "2026-04-30" }), today)).toEqual(["deputy-left"]);
		expect(warningsOf(contact({ ...left, ...deputy, deputyLastDay: "2026-01-01" }), today)).toEqual([
			"vacant",
			"deputy-left",
		]);
		expect(warningsOf(contact({ ...deputy, unitLastDay: "2026-04-30" }), today)).toEqual(["unit-closed"]);
	});

	test("a year to the day is a year", () => {
		const on = (verified: string) => warningsOf(contact({ ...deputy, verifiedAt: new Date(verified) }), today);
		expect(on("2025-05-01T10:00:00Z")).toEqual(["unverified"]);
		expect(on("2025-05-02T10:00:00Z")).toEqual([]);
	});

	test("a shared post box needs nobody to stand in for it", () => {
		expect(warningsOf(contact({ membershipId: null }), today)).toEqual([]);
	});

	test("what an organisation of the kind should answer for, and has nobody entered for, is named", () => {
		const contacts = [contact({ responsibility: "general" }), contact({ responsibility: "agreements", ...left })];
		expect(missingResponsibilities("state-administrator", contacts)).toEqual(["grants"]);
		expect(missingResponsibilities("institution", contacts)).toContain("placements");
		expect(missingResponsibilities("institution", contacts)).not.toContain("agreements");
		expect(missingResponsibilities("unheard-of", contacts)).toEqual([]);
	});
});

describe("a register is narrowed, ordered and paged", () => {
	const named = (id: string, given: Partial<ContactRow>) => ({ ...contact({ id, ...given }), warnings: [] });
	const contacts = [
		named("a", { responsibility: "privacy", name: "Åse Vik", unitName: "Bakken" }),
		named("b", { responsibility: "general", name: "Berit Ås", note: "Ring før lunsj" }),
		named("c", { responsibility: "agreements", name: "Ærlend Øye", unitName: "Åsen" }),
	];
	const ids = (query: RegisterQuery) => narrowRegister(contacts, query).contacts.map((one) => one.id);

	test("in the order of the register, or the one asked for", () => {
		expect(ids({})).toEqual(["b", "c", "a"]);
		expect(ids({ descending: true })).toEqual(["a", "c", "b"]);
		expect(ids({ sort: "who" })).toEqual(["b", "c", "a"]);
		expect(ids({ sort: "unit" })).toEqual(["b", "a", "c"]);
	});

	test("by words wherever they stand, spelt nearly right", () => {
		expect(ids({ search: "aase vik" })).toEqual(["a"]);
		expect(ids({ search: "lunsj" })).toEqual(["b"]);
		expect(ids({ search: "kari@example.no åsen" })).toEqual(["c"]);
	});

	test("a page at a time, counted whole", () => {
		expect(narrowRegister(contacts, { offset: 1, pageSize: 1 })).toMatchObject({ total: 3, contacts: [{ id: "c" }] });
		expect(narrowRegister(contacts, { offset: 50, pageSize: 50 })).toEqual({ total: 3, contacts: [] });
		expect(narrowRegister(contacts, { responsibility: "privacy" }).total).toBe(1);
	});
});
