import { foldName } from "../../../../geography/search.ts";
import type { FieldChange, JudgedRow, PreviewLine, RowFinding } from "../../../../import/contract.ts";
import { type Finding, refusing } from "../../../../import/refusing.ts";
import { rowsInTurn, type Turns } from "../../../../import/turns.ts";
import { entryFinder, idMeant } from "../../actual/import/find.ts";
import { type Entry, type EntryFacts, occupationForm } from "../contract.ts";
import { refuseEntry } from "../rules.ts";
import type { EntrySheetRow } from "../sheet.ts";
import type { EntryFinding } from "./text.ts";

export type PlannedEntry = { readonly entry: Entry | null; readonly facts: EntryFacts; readonly line: PreviewLine };

export type EntryPlan = {
	readonly created: readonly PlannedEntry[];
	readonly changed: readonly PlannedEntry[];
	readonly unchanged: readonly PreviewLine[];
	readonly untouched: number;
	readonly refusals: readonly RowFinding<EntryFinding>[];
	readonly warnings: readonly RowFinding<EntryFinding>[];
};

export type EntryImportFacts = {
	/** Whether whoever brings the file keeps the shared list. */
	readonly isShared: boolean;
	/** Every entry they can see, retired ones too. */
	readonly entries: readonly Entry[];
	readonly nameOf: (entry: Entry) => string;
};

type Around = EntryImportFacts & {
	/** By name as it is compared. */
	readonly own: ReadonlyMap<string, Entry>;
	readonly shared: ReadonlyMap<string, Entry>;
	readonly find: ReturnType<typeof entryFinder>;
};

const byName = (entries: readonly Entry[]) => new Map(entries.map((entry) => [foldName(entry.name), entry]));

/**
 * What taking in the rows would do. An own entry is recognised by its name; a blank cell takes nothing away. What stands in
 * the shared list is never changed by those who do not keep it: a row that says more of it becomes an own entry that answers
 * to it. Having done it, planning the same rows again changes nothing.
 */
export function* planEntries(rows: readonly JudgedRow<EntrySheetRow>[], about: EntryImportFacts): Turns<EntryPlan> {
	const open = about.entries.filter(({ retiredOn }) => retiredOn === null);
	const shared = open.filter((one) => one.isShared);
	const own = byName(open.filter((one) => one.isShared === about.isShared));
	const around = { ...about, entries: open, own, shared: byName(shared), find: entryFinder(shared) };
	const refusals: RowFinding<EntryFinding>[] = [];
	const warnings: RowFinding<EntryFinding>[] = [];
	const firstRows = new Map<string, number>();
	const namedBy = new Map([...own.values()].map(({ occupation, name }) => [occupation, name]));
	const created: PlannedEntry[] = [];
	const changed: PlannedEntry[] = [];
	const unchanged: PreviewLine[] = [];
	for (const [index, judged] of rows.entries()) {
		if (index % rowsInTurn === 0) yield;
		const { value: row, sheetRow, broken } = judged;
		if (broken.has("name")) continue;
		const before = refusals.length;
		const refuse = refusing(refusals, judged);
		const key = foldName(row.name);
		const firstRow = firstRows.get(key);
		if (firstRow !== undefined) refuse("duplicate-row", null, { firstRow });
		else firstRows.set(key, sheetRow);
		const same = around.shared.get(key);
		const entry = own.get(key) ?? null;
		if (!entry && same && saysNothingNew(row, same)) {
			unchanged.push({ row: sheetRow, name: about.nameOf(same), where: "", changes: [] });
			continue;
		}
		const facts = factsOf(row, entry, around, refuse);
		if (refusals.length > before || broken.size > 0) continue;
		const changes = entry ? changesOf(entry, facts, around) : [];
		const line = { row: sheetRow, name: entry?.name ?? row.name, where: nameOfId(facts.mappedId, around), changes };
		if (!entry) created.push({ entry, facts, line });
		else if (changes.length > 0) changed.push({ entry, facts, line });
		else unchanged.push(line);
		if (facts.occupation === null) continue;
		const other = namedBy.get(facts.occupation);
		if (other !== undefined && foldName(other) !== key)
			refusing(warnings, judged)("code-shared", "occupation", { name: other });
		namedBy.set(facts.occupation, facts.name);
	}
	const untouched = [...own.keys()].filter((key) => !firstRows.has(key)).length;
	return { created, changed, unchanged, untouched, refusals, warnings };
}

/** Whether a row is only a line of the shared list, as a framework that was downloaded has it. */
function saysNothingNew(row: EntrySheetRow, shared: Entry): boolean {
	const isSame = (["kind", "level", "occupation"] as const).every(
		(key) => row[key] === null || row[key] === shared[key],
	);
	return isSame && row.mapped === null;
}

/** The entry as the row states it; what is blank stays as it stands, else it is as the shared one it answers to. */
function factsOf(row: EntrySheetRow, old: Entry | null, around: Around, refuse: Finding<EntryFinding>): EntryFacts {
	const found =
		row.mapped === null
			? undefined
			: idMeant(around.find(row.mapped), (code, detail) => refuse(`mapped-${code}`, "mapped", detail));
	const namesake = around.isShared || old ? undefined : around.shared.get(foldName(row.name))?.id;
	const mappedId = found ?? old?.mappedId ?? namesake ?? null;
	const model = around.entries.find(({ id }) => id === mappedId);
	const kind = row.kind ?? old?.kind ?? model?.kind ?? null;
	const takesLevel = kind === "education" || kind === "specialisation";
	const level = row.level ?? (takesLevel ? (old?.level ?? model?.level ?? null) : null);
	const occupation = row.occupation?.replaceAll(/\s/g, "") ?? old?.occupation ?? null;
	if (occupation !== null && !occupationForm.test(occupation)) refuse("code-form", "occupation");
	if (kind === null) refuse("kind-missing", "kind");
	const { name, nameNn, nameEn } = old ?? { name: row.name, nameNn: null, nameEn: null };
	const facts = { name, nameNn, nameEn, kind: kind ?? "education", level, occupation, mappedId };
	if (kind !== null)
		for (const { code } of refuseEntry(facts, { ...around, ownId: old?.id ?? null }))
			if (code === "level-missing" || code === "level-not-for-kind") refuse(code, "level");
			else if (code === "not-shared") refuse("not-shared", "mapped");
	return facts;
}

function nameOfId(id: string | null, { entries, nameOf }: Around): string {
	const entry = entries.find((one) => one.id === id);
	return entry ? nameOf(entry) : "";
}

function changesOf(old: Entry, facts: EntryFacts, around: Around): FieldChange[] {
	const [from, to] = [nameOfId(old.mappedId, around), nameOfId(facts.mappedId, around)];
	return [
		...(["kind", "level", "occupation"] as const).flatMap((field) =>
			old[field] === facts[field] ? [] : [{ field, from: old[field], to: facts[field] }],
		),
		...(old.mappedId === facts.mappedId ? [] : [{ field: "mapped", from: from === "" ? null : from, to }]),
	];
}
