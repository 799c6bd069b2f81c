import type { Refusal } from "../../../outcome.ts";
import type { Goal, Measurement } from "../goal/contract.ts";
import { standingValues } from "../goal/rules.ts";
import { repeats } from "../project/rules.ts";
import type { Asker } from "../rules.ts";
import type {
	AdoptionFacts,
	CardFacts,
	Change,
	Measured,
	PracticeCard,
	PracticeRefusal,
	PracticeUse,
	UseFacts,
	UseStage,
} from "./contract.ts";

/** Whether the day has passed when somebody should have said that a card still holds. */
export function isStale({ revalidateOn }: Pick<PracticeCard, "revalidateOn">, today: string): boolean {
	return revalidateOn < today;
}

/** What the numbers tell of a goal. Without a baseline and a later value no change can be documented; without a target no direction is better. */
function changeOf({ baseline, target }: Pick<Goal, "baseline" | "target">, value: number | null): Change {
	if (baseline === null || value === null) return "undocumented";
	if (value === baseline) return "same";
	if (target === null || target === baseline) return "no-direction";
	return Math.sign(value - baseline) === Math.sign(target - baseline) ? "better" : "worse";
}

/** Every goal of a project with its last value. None is left out: what went badly is told as what went well. */
export function measuredOf(
	goals: readonly Goal[],
	measurements: readonly Pick<Measurement, "goalId" | "value" | "measuredOn" | "undoneAt">[],
): Measured[] {
	return goals.map((goal) => {
		const last = standingValues(measurements.filter(({ goalId }) => goalId === goal.id)).at(-1);
		const { wording, indicator, measuredIn, baseline, baselineOn, target } = goal;
		const value = last?.value ?? null;
		return {
			...{ wording, indicator, measuredIn, baseline, baselineOn, target },
			...{ value, valueOn: last?.measuredOn ?? null, change: changeOf(goal, value) },
		};
	});
}

/**
 * Reads a card of the own organisation that is for its unit only: who answers for the whole organisation, for the unit or
 * one above it, or works in it or beneath it. The paths begin with the unit itself.
 */
export function readsUnit(
	asker: Pick<Asker, "system" | "holdings">,
	unitPath: readonly string[],
	pathOf: (unitId: string) => readonly string[],
): boolean {
	const [unit] = unitPath;
	return (
		asker.system ||
		unit === undefined ||
		asker.holdings.some(({ unitId }) => unitId === null || unitPath.includes(unitId) || pathOf(unitId).includes(unit))
	);
}

type Refusals = Refusal<PracticeRefusal>[];

/** What is wrong with a card as it is stated. */
export function refuseCard(
	facts: CardFacts,
	about: { readonly unitId: string | null; readonly networks: ReadonlySet<string>; readonly today: string },
): Refusals {
	const refusals: Refusals = [];
	if (facts.better === "" && facts.same === "" && facts.worse === "")
		refusals.push({ code: "outcome-missing", field: "better" });
	if (facts.revalidateOn <= about.today) refusals.push({ code: "revalidate-too-soon", field: "revalidateOn" });
	if (facts.visibility === "unit" && about.unitId === null) refusals.push({ code: "no-unit", field: "visibility" });
	if (facts.visibility === "network" && !facts.networkIds.some((one) => about.networks.has(one)))
		refusals.push({ code: "network-missing", field: "networkIds" });
	return refusals;
}

/** Why a card cannot be tried out so: a purpose taken from the card, or a change that only says what is different again. */
export function refuseAdoption(facts: AdoptionFacts, cardPurpose: string): Refusals {
	const refusals: Refusals = [];
	if (repeats(facts.purpose, cardPurpose)) refusals.push({ code: "purpose-copied", field: "purpose" });
	if (repeats(facts.differs, facts.changes)) refusals.push({ code: "differs-copied", field: "changes" });
	return refusals;
}

/** Why an organisation cannot say what it has done with a card. */
export function refuseUse(
	facts: UseFacts,
	about: { readonly cardOrganisationId: string; readonly organisationId: string; readonly today: string },
): Refusals {
	if (about.cardOrganisationId === about.organisationId) return [{ code: "own-card" }];
	return facts.onDay > about.today ? [{ code: "ahead-of-today", field: "onDay" }] : [];
}

/** What each organisation said last of a card, by the day it is true from; of the same day, what was said last. */
export function latestUses<One extends Pick<PracticeUse, "organisationId" | "onDay" | "id">>(
	all: readonly One[],
): readonly One[] {
	const latest = new Map<string, One>();
	for (const one of all) {
		const known = latest.get(one.organisationId);
		if (!known || one.onDay > known.onDay || (one.onDay === known.onDay && one.id > known.id))
			latest.set(one.organisationId, one);
	}
	return [...latest.values()];
}

/** How many organisations stand at each stage now. Each counts once, at what it said last. */
export function countStages(uses: readonly Pick<PracticeUse, "organisationId" | "onDay" | "id" | "stage">[]) {
	const latest = latestUses(uses);
	const at = (stage: UseStage) => latest.filter((one) => one.stage === stage).length;
	return {
		organisations: latest.length,
		aware: at("aware"),
		tried: at("tried"),
		inUse: at("in-use"),
		givenUp: at("given-up"),
	};
}

/** A project in a chain: its own card, where it has made one, and the project whose card it tries out. */
export type Link = {
	readonly projectId: string;
	readonly parentId: string | null;
	readonly adoptedOn: string | null;
};

/**
 * A chain in the order it is drawn: each project under the one it learnt from, those of one in the order they began.
 * @returns each with how deep it stands and the row of the one it hangs from, -1 for the first
 */
export function inChain<One extends Link>(
	links: readonly One[],
): readonly (One & { depth: number; parentRow: number })[] {
	const known = new Set(links.map(({ projectId }) => projectId));
	const under = (parentId: string | null) =>
		links
			.filter((one) => (one.parentId !== null && known.has(one.parentId) ? one.parentId : null) === parentId)
			.sort(
				(one, other) =>
					(one.adoptedOn ?? "").localeCompare(other.adoptedOn ?? "") || (one.projectId < other.projectId ? -1 : 1),
			);
	const rows: (One & { depth: number; parentRow: number })[] = [];
	const place = (parentId: string | null, depth: number, parentRow: number) => {
		for (const link of under(parentId)) {
			const row = rows.push({ ...link, depth, parentRow }) - 1;
			place(link.projectId, depth + 1, row);
		}
	};
	place(null, 0, -1);
	return rows;
}
