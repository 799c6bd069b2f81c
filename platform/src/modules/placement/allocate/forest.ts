import type { Share } from "./share.ts";

/**
 * Sorts shares of slots into a forest, in which two of them are apart or one within the other, and those that cross it. Floors are taken
 * first; quotas (the last in the list) last; others by size, the larger first, so that as few as possible cross.
 */
export function forestOf(
	slots: number,
	shares: readonly Share[],
): {
	readonly inside: readonly (Share & { readonly within?: string })[];
	readonly crossing: readonly Share[];
	/** Per slot: the innermost share inside the forest, or −1. */
	readonly around: Int32Array;
} {
	const turn = ({ id, floor }: Share) => (floor === undefined ? (id.startsWith("quota ") ? 2 : 1) : 0);
	const inTurn = shares
		.filter(({ slots: members, floor }) => members.length > 0 || floor !== undefined)
		.sort((a, b) => turn(a) - turn(b) || b.slots.length - a.slots.length || (a.id < b.id ? -1 : 1));
	const taken: Share[] = [];
	const crossing: Share[] = [];
	const holding: number[][] = Array.from({ length: slots }, () => []);
	for (const share of inTurn) {
		const common = new Map<number, number>();
		for (const slot of share.slots) for (const at of holding[slot] ?? []) common.set(at, (common.get(at) ?? 0) + 1);
		const fits = [...common].every(([at, count]) => {
			return count === share.slots.length || count === taken[at]?.slots.length;
		});
		if (!fits) {
			crossing.push(share);
			continue;
		}
		for (const slot of share.slots) holding[slot]?.push(taken.length);
		taken.push(share);
	}
	const around = new Int32Array(slots).fill(-1);
	const inside: (Share & { readonly within?: string })[] = [];
	for (const share of taken.toSorted((a, b) => b.slots.length - a.slots.length)) {
		const outer = inside[around[share.slots[0] ?? -1] ?? -1];
		for (const slot of share.slots) around[slot] = inside.length;
		inside.push(outer === undefined ? share : { ...share, within: outer.id });
	}
	return { inside, crossing, around };
}
