import type { PlaceState } from "./codes.ts";

/** A study that has a place of a line, as its steps tell it up to today. */
export type PlacedStudy = {
	/** What tells one person from another. */
	readonly who: string;
	/** The states it has been in, in order; those undone left out. */
	readonly states: readonly string[];
};

/** What has become of the place a study has. */
export function placeOf({ states }: Pick<PlacedStudy, "states">): PlaceState {
	const now = states.at(-1);
	const began = states.includes("started") || states.includes("completed");
	if (now === "completed") return "completed";
	if (now === "started") return "begun";
	if (now === "dropped-out") return began ? "dropped" : "never";
	return "waiting";
}

/** What a line that is conditional on admission has come to. */
export type Admission = {
	readonly places: number;
	/** Persons, not courses: one who takes two has two places and is one. */
	readonly persons: number;
	/** How many places are in each state; `open` is places nobody has. */
	readonly counts: Readonly<Record<PlaceState, number>>;
	/** What the line comes to by the rule, whole kroner, rounded down. */
	readonly amount: number;
	/** Kroner that fell away, by why. */
	readonly lost: { readonly open: number; readonly never: number; readonly dropped: number };
};

/**
 * What an amount that is conditional on admission comes to. A place somebody began on holds in full; one that nobody
 * began on is lost; where somebody began and dropped out, `droppedShare` per cent is kept. Places that wait hold until it
 * is known; those nobody has hold until the admissions are settled, and are lost from then on. What is kept of dropped
 * places is rounded down to whole kroner.
 */
export function admissionOf(
	line: { readonly granted: number; readonly places: number; readonly settled: boolean },
	studies: readonly PlacedStudy[],
	droppedShare: number,
): Admission {
	const counts: Record<PlaceState, number> = { open: 0, waiting: 0, begun: 0, completed: 0, dropped: 0, never: 0 };
	for (const study of studies) counts[placeOf(study)] += 1;
	counts.open = Math.max(line.places - studies.length, 0);
	const whole = line.places * 100;
	const held = (counts.waiting + counts.begun + counts.completed) * 100 + counts.dropped * droppedShare;
	const open = line.settled ? 0 : counts.open * 100;
	// Kroner times places times per cent may be more than a number holds exactly.
	const part = (percent: number) => Number((BigInt(line.granted) * BigInt(Math.min(percent, whole))) / BigInt(whole));
	const amount = part(held + open);
	const gone = line.granted - amount;
	const lostOpen = Math.min(gone, line.settled ? part(counts.open * 100) : 0);
	const lostNever = Math.min(gone - lostOpen, part(counts.never * 100));
	return {
		...{ places: line.places, persons: new Set(studies.map(({ who }) => who)).size, counts, amount },
		lost: { open: lostOpen, never: lostNever, dropped: gone - lostOpen - lostNever },
	};
}

export type HalfYear = {
	readonly half: "spring" | "autumn";
	readonly studyYear: string;
	/** The day people in education are counted. */
	readonly day: string;
	readonly from: string;
	readonly until: string;
};

/** The two halves of a budget year, and the study year each belongs to. */
export function halvesOf(budgetYear: number): readonly HalfYear[] {
	const [before, after] = [budgetYear - 1, budgetYear + 1];
	return [
		{
			...{ half: "spring", studyYear: `${before}/${budgetYear}`, day: `${budgetYear}-04-01` },
			...{ from: `${budgetYear}-01-01`, until: `${budgetYear}-07-31` },
		},
		{
			...{ half: "autumn", studyYear: `${budgetYear}/${after}`, day: `${budgetYear}-10-01` },
			...{ from: `${budgetYear}-08-01`, until: `${budgetYear}-12-31` },
		},
	];
}
