import type { Refusal } from "../../../outcome.ts";
import type { Actual, ActualRow } from "../actual/contract.ts";
import { refuseRow } from "../actual/rules.ts";
import type { Need } from "../need/contract.ts";
import type { CollectRefusal, SaidByUnit } from "./contract.ts";

/** What the house holds of a unit. */
export type Held = { readonly has: readonly Actual[]; readonly needs: readonly Need[] };

/** What is held, as an answer: what a unit is shown first, and what it says by saying that it is right. */
export function saidOf({ has, needs }: Held): SaidByUnit {
	return {
		has: has.map(({ entryId, heads, positions, aged55, aged60, aged65, turnover, hasDeputy }) => ({
			...{ entryId, heads, positions, aged55, aged60, aged65, turnover, hasDeputy },
		})),
		needs: needs.map(({ id, entryId, positions, users, reason }) => ({
			...{ needId: id, entryId, users, reason, positions: users === null ? positions : null },
		})),
		note: "",
	};
}

/** What is wrong with an answer; fields are `has.0.heads` and `needs.0.positions`. */
export function refuseSaid(
	{ has, needs }: SaidByUnit,
	around: { readonly entries: ReadonlySet<string>; readonly held: Held },
): Refusal<CollectRefusal>[] {
	const refusals: Refusal<CollectRefusal>[] = [];
	if (has.length + needs.length === 0) refusals.push({ code: "nothing-given", field: "has.0.entryId" });
	const met = new Set<string>();
	for (const [index, row] of has.entries()) {
		if (!around.entries.has(row.entryId)) refusals.push({ code: "entry-unknown", field: `has.${index}.entryId` });
		if (met.has(row.entryId)) refusals.push({ code: "twice", field: `has.${index}.entryId` });
		met.add(row.entryId);
		for (const one of refuseRow(row)) refusals.push({ ...one, field: `has.${index}.${one.field ?? "heads"}` });
	}
	for (const [index, row] of needs.entries()) {
		const at = (field: string) => `needs.${index}.${field}`;
		if (!around.entries.has(row.entryId)) refusals.push({ code: "entry-unknown", field: at("entryId") });
		const need = around.held.needs.find(({ id }) => id === row.needId);
		if (row.needId !== null && !need) refusals.push({ code: "need-gone", field: at("entryId") });
		if (row.positions === null && (row.users === null || !need || need.usersEach === null))
			refusals.push({ code: "need-half-said", field: at(need?.usersEach ? "users" : "positions") });
	}
	return refusals;
}

type Change = "same" | "changed" | "new" | "gone";

/** What an answer would change of what is held. */
export type Difference = {
	readonly has: readonly { readonly change: Change; readonly from: Actual | null; readonly to: ActualRow | null }[];
	readonly needs: readonly {
		readonly change: Change;
		readonly from: Need | null;
		readonly to: SaidByUnit["needs"][number] | null;
	}[];
	/** How many rows are other than what is held. */
	readonly changes: number;
};

const asked = ["heads", "positions", "aged55", "aged60", "aged65", "turnover", "hasDeputy"] as const;

/** Row by row what is held and what is said. A number the unit leaves out stays; a need it leaves out goes. */
export function differenceOf(said: SaidByUnit, held: Held): Difference {
	const has = said.has.map((to) => {
		const from = held.has.find(({ entryId }) => entryId === to.entryId) ?? null;
		const change: Change = !from ? "new" : asked.every((field) => from[field] === to[field]) ? "same" : "changed";
		return { change, from, to };
	});
	const needs = said.needs.map((to) => {
		const from = held.needs.find(({ id }) => id === to.needId) ?? null;
		return {
			change: from ? (isSameNeed(from, to) ? ("same" as const) : ("changed" as const)) : ("new" as const),
			from,
			to,
		};
	});
	const gone = held.needs
		.filter(({ id }) => !said.needs.some(({ needId }) => needId === id))
		.map((from) => ({ change: "gone" as const, from, to: null }));
	const all = [...needs, ...gone];
	return { has, needs: all, changes: [...has, ...all].filter(({ change }) => change !== "same").length };
}

function isSameNeed(from: Need, to: SaidByUnit["needs"][number]): boolean {
	const sameAmount =
		to.positions === null ? from.users === to.users : from.users === null && from.positions === to.positions;
	return sameAmount && from.entryId === to.entryId && (to.reason === "" || to.reason === from.reason);
}

/** So many days before the last day to answer a unit that has not is reminded, once, without anybody asking for it. */
export const reminderDays = 3;
