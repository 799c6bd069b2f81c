import type { PlanContent, PlannedGap, PlannedMeasure } from "./contract.ts";

/** Fields of a plan and of a measure that are compared between versions. */
export const comparedFacts = ["title", "sector", "firstDay", "lastDay", "introduction", "ownerName"] as const;
export const comparedOfMeasure = [
	"title",
	"kind",
	"unitName",
	"closes",
	"persons",
	"cost",
	"financing",
	"substitutePositions",
	"priority",
	"status",
	"dueOn",
	"ownerName",
	"deputyName",
	"note",
] as const;

type Field<Name extends string> = {
	readonly field: Name;
	readonly from: string | number | null;
	readonly to: string | number | null;
};

export type PlanChanges = {
	readonly facts: readonly Field<(typeof comparedFacts)[number]>[];
	readonly added: readonly PlannedMeasure[];
	readonly removed: readonly PlannedMeasure[];
	readonly changed: readonly {
		readonly measure: PlannedMeasure;
		readonly fields: readonly Field<(typeof comparedOfMeasure)[number]>[];
	}[];
	/** What is lacking at the plan's horizon, where it is another number than before; null: was, or is, not needed. */
	readonly gaps: readonly { readonly gap: PlannedGap; readonly from: number | null; readonly to: number | null }[];
};

function differing<Name extends string>(
	names: readonly Name[],
	before: Readonly<Record<Name, string | number | null>>,
	after: Readonly<Record<Name, string | number | null>>,
): Field<Name>[] {
	return names.flatMap((field) =>
		before[field] === after[field] ? [] : [{ field, from: before[field], to: after[field] }],
	);
}

/** What has changed from one state of a plan to another. The same twice has no changes. */
export function changesBetween(before: PlanContent, after: PlanContent): PlanChanges {
	const was = new Map(before.measures.map((one) => [one.id, one]));
	const is = new Set(after.measures.map(({ id }) => id));
	const lacked = new Map(before.gaps.map((one) => [one.entryId, one]));
	const lacks = new Set(after.gaps.map(({ entryId }) => entryId));
	return {
		facts: differing(comparedFacts, before, after),
		added: after.measures.filter(({ id }) => !was.has(id)),
		removed: before.measures.filter(({ id }) => !is.has(id)),
		changed: after.measures.flatMap((measure) => {
			const earlier = was.get(measure.id);
			const fields = earlier ? differing(comparedOfMeasure, earlier, measure) : [];
			return fields.length === 0 ? [] : [{ measure, fields }];
		}),
		gaps: [
			...after.gaps.flatMap((gap) => {
				const from = lacked.get(gap.entryId)?.ahead ?? null;
				return from === gap.ahead ? [] : [{ gap, from, to: gap.ahead }];
			}),
			...before.gaps.filter(({ entryId }) => !lacks.has(entryId)).map((gap) => ({ gap, from: gap.ahead, to: null })),
		],
	};
}

/** Whether anybody has rewritten it: numbers of what is lacking change by themselves. */
export function isRewritten({ facts, added, removed, changed }: PlanChanges): boolean {
	return [facts, added, removed, changed].some((one) => one.length > 0);
}
