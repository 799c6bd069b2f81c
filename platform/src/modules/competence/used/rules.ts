import { smallestCell, suppressTable } from "../../../statistic/suppression.ts";
import { askedMonths, hinders, type Uses, usesOf } from "./codes.ts";
import type { AskedCount, UsedCount } from "./contract.ts";

/** A number of persons; null where it is left out because it is small, or could be worked out from one that is. */
export type Shown = number | null;

type Row<Key> = { readonly key: Key; readonly answered: number; readonly uses: Readonly<Record<Uses, Shown>> | null };

/** What was answered, with small groups left out. */
export type UsedResults = {
	/** By when it was asked; `uses` is null where nothing can be told. */
	readonly months: readonly (Row<AskedCount["months"]> & { readonly asked: number })[];
	/** By what the education gives, of both times; empty where nothing can be told. */
	readonly entries: readonly (Row<string> & Pick<UsedCount, "name" | "nameNn" | "nameEn">)[];
	/** What stands in the way; those few name are left out, and there is no sum. */
	readonly hinders: readonly { readonly hinder: (typeof hinders)[number]; readonly answers: number }[];
};

const none = { often: 0, some: 0, hardly: 0 };

function tally(counts: readonly UsedCount[]): Record<Uses, number> {
	const sums: Record<Uses, number> = { ...none };
	for (const { uses, answers } of counts) sums[uses] += answers;
	return sums;
}

const sumOf = (sums: Readonly<Record<Uses, number>>) => usesOf.reduce((sum, one) => sum + sums[one], 0);

/** Leaves small groups out of a table, and whatever they could be worked out from. Null: nothing of it can be told. */
function hidden(rows: readonly Readonly<Record<Uses, number>>[]): (Readonly<Record<Uses, Shown>> | null)[] {
	const told = suppressTable(rows.map((sums) => usesOf.map((one) => sums[one])));
	return rows.map((sums, at) => {
		if ("whole" in told) return null;
		const shown = (column: number, one: Uses) => (told.cells[at]?.[column] ? null : sums[one]);
		return { often: shown(0, "often"), some: shown(1, "some"), hardly: shown(2, "hardly") };
	});
}

/** Counts as they can be shown: groups of fewer than five are left out. */
export function resultsOf(asked: readonly AskedCount[], counts: readonly UsedCount[]): UsedResults {
	const byMonths = askedMonths.map((months) => ({
		...{ months, asked: 0, answered: 0 },
		...asked.find((one) => one.months === months),
		sums: tally(counts.filter((one) => one.months === months)),
	}));
	const monthsShown = hidden(byMonths.map(({ sums }) => sums));
	const entries = [...new Map(counts.map((one) => [one.entryId, one])).values()].map((entry) => ({
		entry,
		sums: tally(counts.filter(({ entryId }) => entryId === entry.entryId)),
	}));
	const entriesShown = hidden(entries.map(({ sums }) => sums));
	return {
		months: byMonths.map(({ months, asked, sums }, at) => ({
			...{ key: months, asked, answered: sumOf(sums), uses: monthsShown[at] ?? null },
		})),
		entries: entries.flatMap(({ entry, sums }, at) => {
			const uses = entriesShown[at] ?? null;
			const { name, nameNn, nameEn, entryId } = entry;
			return uses === null ? [] : [{ key: entryId, name, nameNn, nameEn, answered: sumOf(sums), uses }];
		}),
		hinders: hinders.flatMap((hinder) => {
			const answers = counts.reduce((sum, one) => (one.hinder === hinder ? sum + one.answers : sum), 0);
			return answers < smallestCell ? [] : [{ hinder, answers }];
		}),
	};
}
