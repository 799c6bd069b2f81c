import { everyOption } from "../levels/options.ts";
import type { Plan, Problem } from "../problem.ts";

/** Why claims are unplaced, by id. */
export type Shortage =
	/** These claims have no offer they could take: no eligible pair, or only offers without places. */
	| { readonly kind: "nowhere"; readonly claims: readonly string[] }
	/** More claims than places: none of these claims can go anywhere but under these limits (Hall's condition fails). */
	| {
			readonly kind: "too-few";
			readonly claims: readonly string[];
			readonly limits: readonly string[];
			readonly places: number;
	  }
	/** There is room somewhere, but a level that comes before placing stops it from being used. */
	| { readonly kind: "levels"; readonly claims: readonly string[] };

/** Every unplaced claim of a plan in exactly one shortage. Alternating paths from each; linear in the pairs for each shortage. */
export function shortagesOf(problem: Problem, plan: Plan): Shortage[] {
	const { claims, offers, limits, parent, limit, start, offer } = problem;
	const { open } = everyOption(problem);
	const root = limits;
	const count = new Int32Array(limits);
	const seated: number[][] = Array.from({ length: offers }, () => []);
	const inner: number[][] = Array.from({ length: limits }, () => []);
	for (let k = 0; k < limits; k++) inner[parent[k] ?? -1]?.push(k);
	for (let i = 0; i < claims; i++) {
		const pair = plan[i] ?? -1;
		if (pair < 0) continue;
		seated[offer[pair] ?? 0]?.push(i);
		for (let k = offer[pair] ?? 0; k >= 0; k = parent[k] ?? -1) count[k] = (count[k] ?? 0) + 1;
	}
	const choices = (i: number) => {
		const mine: number[] = [];
		const lock = problem.lock[i] ?? -1;
		for (let e = start[i] ?? 0; e < (start[i + 1] ?? 0); e++)
			if (open[e] === 1 && (lock < 0 || lock === e)) mine.push(offer[e] ?? 0);
		return mine;
	};
	/** Every limit that a newcomer's arrival could be felt at; the outside means there is room. */
	const felt = (claim: number): Set<number> => {
		const reached = new Set<number>(choices(claim));
		for (const k of reached) {
			if (k === root) continue;
			if ((count[k] ?? 0) < (limit[k] ?? 0)) reached.add((parent[k] ?? -1) < 0 ? root : (parent[k] ?? 0));
			for (const child of inner[k] ?? []) if ((count[child] ?? 0) > 0) reached.add(child);
			for (const occupant of seated[k] ?? []) for (const next of choices(occupant)) reached.add(next);
		}
		return reached;
	};
	const name = (i: number) => problem.claimIds[i] ?? "";
	const waiting = new Set<number>();
	for (let i = 0; i < claims; i++) if ((plan[i] ?? -1) < 0) waiting.add(i);
	const nowhere: string[] = [];
	const stopped: string[] = [];
	let crowds: { readonly unplaced: readonly number[]; readonly reached: ReadonlySet<number> }[] = [];
	for (const i of waiting) {
		waiting.delete(i);
		const mine = choices(i);
		if (mine.length === 0) nowhere.push(name(i));
		else {
			const reached = felt(i);
			if (reached.has(root)) stopped.push(name(i));
			else {
				const unplaced = [i];
				for (const other of waiting) {
					const theirs = choices(other);
					if (theirs.length === 0 || theirs.some((k) => !reached.has(k))) continue;
					waiting.delete(other);
					unplaced.push(other);
				}
				// A crowd found before may turn out to lie wholly within this one: then they are told as one.
				const inside = crowds.filter((crowd) => [...crowd.reached].every((k) => reached.has(k)));
				crowds = crowds.filter((crowd) => !inside.includes(crowd));
				crowds.push({ unplaced: [...unplaced, ...inside.flatMap((crowd) => crowd.unplaced)], reached });
			}
		}
	}
	const shortages: Shortage[] = crowds.map(({ unplaced, reached }) => {
		const outermost = [...reached].filter((k) => !reached.has(parent[k] ?? -1)).sort((a, b) => a - b);
		const occupants = [...reached].flatMap((k) => seated[k] ?? []);
		return {
			kind: "too-few",
			claims: [...unplaced, ...occupants].sort((a, b) => a - b).map(name),
			limits: outermost.map((k) => problem.limitIds[k] ?? ""),
			places: outermost.reduce((sum, k) => sum + (limit[k] ?? 0), 0),
		};
	});
	if (nowhere.length > 0) shortages.push({ kind: "nowhere", claims: nowhere });
	if (stopped.length > 0) shortages.push({ kind: "levels", claims: stopped });
	return shortages;
}
