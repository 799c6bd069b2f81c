import type { Refusal } from "../../../outcome.ts";
import type { ActualRow } from "../actual/contract.ts";
import { horizons } from "../codes.ts";
import type { CompetenceRefusal } from "../contract.ts";
import type { Gap, Need, NeedFacts, Parts, WhatIf } from "./contract.ts";

/** Full positions a need comes to: those stated, or those served over how many there are to each. */
export function positionsOf({ positions, users, usersEach }: Pick<NeedFacts, "positions" | "users" | "usersEach">) {
	if (users !== null && usersEach !== null) return Math.round((users / usersEach) * 100) / 100;
	return positions;
}

/** What is wrong with a need as it is stated. */
export function refuseNeed(
	facts: NeedFacts,
	around: { readonly units: ReadonlySet<string>; readonly entries: ReadonlySet<string> },
): Refusal<CompetenceRefusal>[] {
	const refusals: Refusal<CompetenceRefusal>[] = [];
	if (!around.units.has(facts.unitId)) refusals.push({ code: "unit-unknown", field: "unitId" });
	if (!around.entries.has(facts.entryId)) refusals.push({ code: "entry-unknown", field: "entryId" });
	const served = [facts.users, facts.usersEach].filter((one) => one !== null).length;
	if (served === 1) refusals.push({ code: "users-half-said", field: facts.users === null ? "users" : "usersEach" });
	else if ((served === 0) === (facts.positions === null))
		refusals.push({ code: "positions-or-users", field: "positions" });
	else if ((positionsOf(facts) ?? 0) > 10_000) refusals.push({ code: "positions-or-users", field: "usersEach" });
	return refusals;
}

type Staffed = Pick<ActualRow, "heads" | "positions" | "aged55" | "aged60" | "aged65" | "turnover">;

/**
 * The share of those who are there that has left so many years ahead. Ages are taken to be spread evenly within their
 * group, and those of 65 and more over five years; of those who do not leave because of age, the turnover goes each year.
 * Ages and turnover nobody has told count as nothing.
 */
export function shareLeaving(
	{ heads, aged55, aged60, aged65, turnover }: Omit<Staffed, "positions">,
	{ years, leavingAge }: { readonly years: number; readonly leavingAge: number },
): number {
	if (heads === 0 || years === 0) return 0;
	const reached = (from: number) => Math.min(1, Math.max(0, (from + 5 - (leavingAge - years)) / 5));
	const aged = (aged55 ?? 0) * reached(55) + (aged60 ?? 0) * reached(60) + (aged65 ?? 0) * reached(65);
	const byAge = aged / heads;
	return byAge + (1 - byAge) * (1 - (1 - (turnover ?? 0) / 100) ** years);
}

/**
 * What is lacking and why. Where there is too much, or less will be needed, fewer of those who leave are replaced; then it
 * covers growth, then new tasks, and what is lacking already last of all.
 */
export function partsOf(sums: Omit<Parts, "total">): Parts {
	let over = Math.max(0, -sums.now) + Math.max(0, -sums.growth);
	const left = (part: number) => {
		const covered = Math.min(over, Math.max(0, part));
		over -= covered;
		return Math.max(0, part) - covered;
	};
	const [leaving, growth, newTasks, now] = [left(sums.leaving), left(sums.growth), left(sums.newTasks), left(sums.now)];
	return { now, leaving, growth, newTasks, total: now + leaving + growth + newTasks };
}

type Meeting = Pick<Need, "unitId" | "positions" | "growth" | "fromDay">;

/** What is lacking of one competence at one unit so many years ahead. */
export function lackingOf(
	needs: readonly Omit<Meeting, "unitId">[],
	has: readonly Staffed[],
	about: { readonly today: string; readonly years: number; readonly leavingAge: number; readonly whatIf: WhatIf },
): Parts {
	const { today, years, whatIf } = about;
	const horizon = `${Number(today.slice(0, 4)) + years}${today.slice(4)}`;
	const held = needs.filter(({ fromDay }) => fromDay === null || fromDay <= today);
	const total = (list: readonly { readonly positions: number }[]) => list.reduce((sum, one) => sum + one.positions, 0);
	const begins = needs.filter(({ fromDay }) => fromDay !== null && fromDay > today && fromDay <= horizon);
	const grown = ({ positions, growth }: Omit<Meeting, "unitId">) =>
		positions * ((1 + ((growth ?? 0) + whatIf.growth) / 100) ** years - 1);
	return partsOf({
		now: total(held) - total(has),
		leaving: has.reduce(
			(sum, one) => sum + one.positions * shareLeaving({ ...one, turnover: whatIf.turnover ?? one.turnover }, about),
			0,
		),
		growth: held.reduce((sum, one) => sum + grown(one), 0),
		newTasks: total(begins),
	});
}

/** What every competence a unit needs comes to. Own entries meet in the shared one they answer to. */
export function gapsOf(
	needs: readonly Need[],
	has: readonly (Staffed & { readonly unitId: string; readonly entryId: string })[],
	around: {
		readonly today: string;
		readonly leavingAge: number;
		readonly whatIf: WhatIf;
		readonly unitName: (unitId: string) => string;
		/** The shared entry an entry answers to, else itself. */
		readonly meets: (entryId: string) => string;
	},
): Gap[] {
	const keyOf = (unitId: string, entryId: string) => `${unitId} ${around.meets(entryId)}`;
	const needed = new Map<string, Need[]>();
	for (const need of needs) {
		const key = keyOf(need.unitId, need.entryId);
		needed.set(key, [...(needed.get(key) ?? []), need]);
	}
	return [...needed].flatMap(([key, list]): Gap[] => {
		const [first] = list;
		if (!first) return [];
		const there = has.filter((one) => keyOf(one.unitId, one.entryId) === key);
		const { unitId, name, nameNn, nameEn } = first;
		const held = list.filter(({ fromDay }) => fromDay === null || fromDay <= around.today);
		return [
			{
				...{ unitId, unitName: around.unitName(unitId), entryId: around.meets(first.entryId), name, nameNn, nameEn },
				required: held.reduce((sum, { positions }) => sum + positions, 0),
				has: there.length === 0 ? null : there.reduce((sum, { positions }) => sum + positions, 0),
				lacking: horizons.map((years) => (there.length === 0 ? null : lackingOf(list, there, { ...around, years }))),
			},
		];
	});
}
