import { addDays, daysBetween } from "../../../day.ts";
import type { Involved } from "../../../involvement/rules.ts";
import type { Refusal } from "../../../outcome.ts";
import type { Goal } from "../goal/contract.ts";
import { hasBaseline } from "../goal/rules.ts";
import type { Status } from "../status/contract.ts";
import {
	baselineDays,
	comparableLeast,
	type Decider,
	deciders,
	leaderDays,
	neededDecider,
	type Stall,
	stalls,
} from "./codes.ts";
import type { Project, ProjectFacts, ProjectRefusal } from "./contract.ts";

/** Words that say how much or that something shall be done, not what. */
const filling = new Set(
	"skal ville flere færre fleire mindre mer meir prosent minst høyst høgst antall talet over under".split(" "),
);

/** Words that carry meaning, in small letters: those of four letters or more that are no filling. */
function meaning(text: string): ReadonlySet<string> {
	const words = text.toLocaleLowerCase("nb").split(/[^\p{L}\p{N}]+/u);
	return new Set(words.filter((word) => word.length > 3 && !filling.has(word)));
}

/**
 * Whether a purpose only says a goal again: six in ten of the words that carry meaning in the longer one are in the other.
 * Somebody who has reached all goals would then know nothing of why. One that says more is let through.
 */
export function repeats(purpose: string, goal: string): boolean {
	const [one, other] = [meaning(purpose), meaning(goal)];
	const more = Math.max(one.size, other.size);
	if (more === 0) return purpose.trim().toLowerCase() === goal.trim().toLowerCase();
	return [...one].filter((word) => other.has(word)).length / more >= 0.6;
}

/** What is wrong with a project as it is stated. */
export function refuseProject(
	facts: ProjectFacts,
	around: {
		readonly units: ReadonlySet<string>;
		/** Places in programmes it can be part of. */
		readonly places: ReadonlySet<string>;
		readonly goals: readonly Pick<Goal, "wording">[];
		readonly today: string;
	},
): Refusal<ProjectRefusal>[] {
	const refusals: Refusal<ProjectRefusal>[] = [];
	const repeated = around.goals.find(({ wording }) => repeats(facts.purpose, wording));
	if (repeated) refusals.push({ code: "purpose-repeats-goal", field: "purpose", detail: { goal: repeated.wording } });
	if (facts.novelty === "builds-on" && facts.buildsOn === "")
		refusals.push({ code: "builds-on-missing", field: "buildsOn" });
	if (facts.unitId !== null && !around.units.has(facts.unitId))
		refusals.push({ code: "unit-unknown", field: "unitId" });
	if (facts.admissionId !== null && !around.places.has(facts.admissionId))
		refusals.push({ code: "place-unknown", field: "admissionId" });
	if ((facts.decidedBy === null) !== (facts.decidedOn === null))
		refusals.push({ code: "decision-half-said", field: facts.decidedBy === null ? "decidedBy" : "decidedOn" });
	if (facts.decidedOn !== null && facts.decidedOn > around.today)
		refusals.push({ code: "ahead-of-today", field: "decidedOn" });
	if (facts.lastDay < facts.firstDay) refusals.push({ code: "ends-before-start", field: "lastDay" });
	const same = (one: string | null, other: string | null) =>
		one !== null && one !== "" && one.toLowerCase() === other?.toLowerCase();
	if (same(facts.leaderEmail, facts.deputyEmail) || same(facts.leaderName, facts.deputyName))
		refusals.push({ code: "leader-twice", field: "deputyName" });
	return refusals;
}

/** Who must decide before a project starts, where nobody high enough has; null where it is anchored. */
export function lackingDecider({ breadth, decidedBy }: Pick<Project, "breadth" | "decidedBy">): Decider | null {
	const needed = neededDecider[breadth];
	return decidedBy !== null && deciders.indexOf(decidedBy) >= deciders.indexOf(needed) ? null : needed;
}

/** Why a project cannot start. */
export function refuseStart(project: Project, goals: readonly unknown[]): Refusal<ProjectRefusal>[] {
	if (project.state !== "draft") return [{ code: "not-draft" }];
	const refusals: Refusal<ProjectRefusal>[] = [];
	if (goals.length === 0) refusals.push({ code: "no-goal" });
	if (lackingDecider(project) !== null) refusals.push({ code: "not-anchored" });
	return refusals;
}

/** What a started project must have told of: by whom is known, and by when. */
export type Pulse = {
	readonly project: Pick<Project, "state" | "startedOn" | "statusDays" | "lastDay">;
	readonly goals: readonly Goal[];
	/** Those that count, the latest first. */
	readonly statuses: readonly Pick<Status, "onDay" | "standing" | "kronerUsed">[];
	readonly measurements: number;
	/** The last day any leader was involved. */
	readonly leaderOn: string | null;
	/** Days those like it, that touch as much and have ended, took from start to end. */
	readonly comparable: readonly number[];
};

/** The days nine of ten took at most; null where they are too few to say. */
export function usualDays(comparable: readonly number[]): number | null {
	if (comparable.length < comparableLeast) return null;
	const sorted = comparable.toSorted((one, other) => one - other);
	return sorted[Math.ceil(sorted.length * 0.9) - 1] ?? null;
}

/** The last day the next status is expected; null where the project is not running. */
export function statusDue({
	project,
	statuses,
}: {
	readonly project: Pick<Project, "state" | "startedOn" | "statusDays">;
	/** The latest first. */
	readonly statuses: readonly Pick<Status, "onDay">[];
}): string | null {
	if (project.state !== "running" || project.startedOn === null) return null;
	return addDays(statuses[0]?.onDay ?? project.startedOn, project.statusDays);
}

/** Where a running project has stopped, or is about to, the most pressing first. */
export function stallsOf(pulse: Pulse, today: string): Stall[] {
	const { project, goals, statuses } = pulse;
	if (project.state !== "running" || project.startedOn === null) return [];
	const latest = statuses[0];
	const found = new Set<Stall>();
	if (latest?.standing === "stuck") found.add("stuck");
	if (project.lastDay < today) found.add("over-end");
	const due = statusDue(pulse);
	if (due !== null && due < today) found.add("no-status");
	if (daysBetween(project.startedOn, today) > baselineDays && goals.some((goal) => !hasBaseline(goal)))
		found.add("no-baseline");
	if ((latest?.kronerUsed ?? 0) > 0 && pulse.measurements === 0 && goals.every((goal) => !hasBaseline(goal)))
		found.add("spent-unmeasured");
	const leaderOn = pulse.leaderOn !== null && pulse.leaderOn > project.startedOn ? pulse.leaderOn : project.startedOn;
	if (daysBetween(leaderOn, today) > leaderDays) found.add("no-leader");
	const usual = usualDays(pulse.comparable);
	if (usual !== null && daysBetween(project.startedOn, today) > usual) found.add("longer-than-others");
	return stalls.filter((one) => found.has(one));
}

/** Whether a project that changes work has gone on without its unions. */
export function lacksUnion({ changesWork }: Pick<Project, "changesWork">, involved: readonly Involved[]): boolean {
	return changesWork && !involved.some(({ role }) => role === "union");
}

/** What a person has been given of a position to lead projects with. */
export type LeaderShare = Pick<Project, "id" | "title" | "leaderName" | "leaderEmail" | "leaderShare">;

/**
 * What the leader of a project has in all, where that is more than a whole position: per cent, and the projects it is in.
 * Leaders are the same by address; by name where one of them has none. Null where it is no more than one can do.
 */
export function overfull(
	project: Pick<LeaderShare, "leaderName" | "leaderEmail">,
	all: readonly LeaderShare[],
): { readonly percent: number; readonly projects: readonly LeaderShare[] } | null {
	const folded = (text: string | null) => text?.trim().toLocaleLowerCase("nb") ?? null;
	const projects = all.filter(
		(one) =>
			one.leaderShare !== null &&
			(one.leaderEmail !== null && project.leaderEmail !== null
				? folded(one.leaderEmail) === folded(project.leaderEmail)
				: folded(one.leaderName) === folded(project.leaderName)),
	);
	const percent = projects.reduce((sum, { leaderShare }) => sum + (leaderShare ?? 0), 0);
	return percent > 100 ? { percent, projects } : null;
}

/** The addresses of those a project names. */
export function emailsOf(project: Pick<Project, "leaderEmail" | "deputyEmail" | "ownerEmail">): string[] {
	return [project.leaderEmail, project.deputyEmail, project.ownerEmail].flatMap((one) =>
		one === null ? [] : [one.toLowerCase()],
	);
}
