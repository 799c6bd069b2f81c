import { expect, it } from "vitest";
import { atOnce } from "../../../../import/turns.ts";
import type { Entry } from "../contract.ts";
import type { EntrySheetRow } from "../sheet.ts";
import { planEntries } from "./plan.ts";

const entry = (id: string, name: string, more: Partial<Entry> = {}): Entry => ({
	...{ id, name, organisationId: "operator", isShared: true, kind: "education", level: "bachelor", retiredOn: null },
	...{ nameNn: null, nameEn: null, occupation: null, mappedId: null, version: 1, ...more },
});
const nurse = entry("nurse", "Sykepleier", { occupation: "2223" });
const course = entry("abc", "Demensomsorgens ABC", { kind: "course", level: null });
const own = (name: string, more: Partial<Entry> = {}) =>
	entry(name, name, { organisationId: "own", isShared: false, ...more });

const row = (name: string, more: Partial<EntrySheetRow> = {}): EntrySheetRow => ({
	...{ name, kind: null, level: null, occupation: null, mapped: null, ...more },
});
const plan = (rows: readonly EntrySheetRow[], entries: readonly Entry[] = [nurse, course], isShared = false) =>
	atOnce(
		planEntries(
			rows.map((value, at) => ({ sheetRow: at + 2, value, broken: new Set<string>() })),
			{ isShared, entries, nameOf: ({ name }) => name },
		),
	);
const codes = (rows: readonly EntrySheetRow[], entries?: readonly Entry[], isShared?: boolean) =>
	plan(rows, entries, isShared).refusals.map((one) => [one.code, one.key]);

it("makes what is called something else an own entry that answers to the shared one, with its kind and level", () => {
	const { created, refusals } = plan([row("Turnussykepleier", { occupation: "7174", mapped: "sykepleier" })]);
	expect(refusals).toEqual([]);
	expect(created[0]?.facts).toMatchObject({
		kind: "education",
		level: "bachelor",
		occupation: "7174",
		mappedId: "nurse",
	});
	expect(created[0]?.line.where).toBe("Sykepleier");
});

it("lets the shared list stand: its own lines change nothing, and a code of one's own becomes an own entry", () => {
	const told = plan([row("Sykepleier", { kind: "education", occupation: "2223" }), row("Demensomsorgens ABC")]);
	expect([told.created.length, told.changed.length, told.unchanged.length]).toEqual([0, 0, 2]);
	const coded = plan([row("Sykepleier", { occupation: "7174" })]);
	expect(coded.created[0]).toMatchObject({ entry: null, facts: { occupation: "7174", mappedId: "nurse" } });
});

it("takes nothing away by blank cells, tells what is changed, and counts what is not in the file", () => {
	const entries = [nurse, own("Turnussykepleier", { occupation: "7174", mappedId: "nurse" }), own("Vaktleder")];
	const told = plan([row("turnussykepleier", { occupation: "7175" })], entries);
	expect(told.changed[0]?.facts).toMatchObject({ name: "Turnussykepleier", mappedId: "nurse", level: "bachelor" });
	expect(told.changed[0]?.line.changes).toEqual([{ field: "occupation", from: "7174", to: "7175" }]);
	expect(told.untouched).toBe(1);
	expect(plan([row("Turnussykepleier")], entries).unchanged).toHaveLength(1);
});

it("refuses what it cannot read as a competence", () => {
	expect(codes([row("Ny")])).toEqual([["kind-missing", "kind"]]);
	expect(codes([row("Ny", { kind: "education" })])).toEqual([["level-missing", "level"]]);
	expect(codes([row("Ny", { kind: "course", level: "master" })])).toEqual([["level-not-for-kind", "level"]]);
	expect(codes([row("Ny", { kind: "course", occupation: "71-74" })])).toEqual([["code-form", "occupation"]]);
	expect(codes([row("Ny", { kind: "course", mapped: "Sykepleir" })])).toEqual([["mapped-unknown", "mapped"]]);
	expect(codes([row("Ny", { kind: "course" }), row("NY", { kind: "course" })])).toEqual([["duplicate-row", null]]);
	expect(codes([row("Ny", { kind: "education", level: "master", mapped: "Sykepleier" })], [nurse], true)).toEqual([
		["not-shared", "mapped"],
	]);
});

it("warns where two competences have one code, because numbers with the code alone fit neither", () => {
	const { warnings, created } = plan([
		row("Dagvakt", { occupation: "7174", mapped: "Sykepleier" }),
		row("Nattvakt", { occupation: "7174", mapped: "Sykepleier" }),
	]);
	expect(created).toHaveLength(2);
	expect(warnings).toMatchObject([{ code: "code-shared", row: 3, detail: { name: "Dagvakt" } }]);
});
