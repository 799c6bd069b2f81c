import { countyOf } from "../../../geography/codes.ts";
import type { NumberPeriod, Succession } from "../../../geography/succession.ts";
import type { Period } from "../rules.ts";

/** A municipality through its numbers: the same one as long as it only changed number. */
export type Lineage = {
	/** The last number it bore; with this it is known. */
	readonly number: string;
	/** Oldest first. */
	readonly periods: readonly (Period & {
		readonly number: string;
		readonly countyNumber: string;
		readonly name: string;
	})[];
};

export type History = {
	readonly lineages: readonly Lineage[];
	/** Between lineages, by their last numbers. */
	readonly successions: readonly {
		readonly predecessor: string;
		readonly successor: string;
		readonly happenedOn: string;
		readonly share: number;
	}[];
	/** Numbers nobody knows the name of. */
	readonly nameless: readonly string[];
};

/**
 * Puts number periods together into municipalities: one that changed number goes on, one that merged or was divided
 * ends and has successors. Names come from the names of today's numbers and of earlier ones; a number without a name of
 * its own is called what its municipality is called last.
 */
export function arrangeHistory(
	periods: readonly NumberPeriod[],
	successions: readonly Succession[],
	names: ReadonlyMap<string, string>,
): History {
	const renumbered = new Map(
		successions.filter((one) => one.manner === "renumbered").map((one) => [one.predecessor, one.successor]),
	);
	const lastOf = (number: string): string => {
		const next = renumbered.get(number);
		return next === undefined ? number : lastOf(next);
	};
	const nameless = new Set<string>();
	const nameOf = (number: string): string => {
		const found = names.get(number) ?? names.get(lastOf(number));
		if (found === undefined) nameless.add(number);
		return found ?? number;
	};
	const byLast = new Map<string, Lineage["periods"][number][]>();
	for (const period of [...periods].sort((a, b) => a.firstYear - b.firstYear)) {
		const { number, firstYear, lastYear } = period;
		const last = lastOf(number);
		byLast.set(last, [
			...(byLast.get(last) ?? []),
			{
				...{ number, countyNumber: countyOf(number), name: nameOf(number) },
				...{ validFrom: `${firstYear}-01-01`, validTo: lastYear === null ? null : `${lastYear}-12-31` },
			},
		]);
	}
	return {
		lineages: [...byLast].map(([number, own]) => ({ number, periods: own })),
		successions: successions
			.filter((one) => one.manner !== "renumbered")
			.map(({ predecessor, successor, happenedOn, share }) => ({
				...{ predecessor: lastOf(predecessor), successor: lastOf(successor), happenedOn, share },
			})),
		nameless: [...nameless],
	};
}

/** A period that is known already. */
export type KnownPeriod = Period & { readonly id: string; readonly number: string | null };

/**
 * What is missing in the known periods of an organisation: the period of a known number may begin earlier than was
 * known, and earlier numbers may be new. What is known beyond that, is left as it is.
 */
export function missingPeriods<One extends Period & { readonly number: string }>(
	known: readonly KnownPeriod[],
	wanted: readonly One[],
): {
	readonly earlier: readonly { readonly id: string; readonly validFrom: string }[];
	readonly added: readonly One[];
} {
	const earlier: { id: string; validFrom: string }[] = [];
	const added: One[] = [];
	const [first = "9999-12-31"] = known.map((period) => period.validFrom).sort();
	for (const period of wanted) {
		const same = known.find(
			(one) =>
				one.number === period.number &&
				(period.validTo === null || one.validFrom <= period.validTo) &&
				(one.validTo === null || one.validTo >= period.validFrom),
		);
		if (same && same.validFrom === first && period.validFrom < same.validFrom)
			earlier.push({ id: same.id, validFrom: period.validFrom });
		else if (!same && period.validTo !== null && period.validTo < first) added.push(period);
	}
	return { earlier, added };
}
