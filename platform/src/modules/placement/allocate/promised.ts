import type { SnapshotOffer } from "./contract.ts";
import { crowdedDays } from "./days.ts";
import type { Ground } from "./ground.ts";
import type { Share } from "./share.ts";

/**
 * Places promised an institution stay for its students: all others at the offer share the rest. Told besides each
 * institution with a promise there, and besides all of them together.
 */
export function promisedShares(ground: Ground): Share[] {
	const { snapshot, slots } = ground;
	const byOffer = new Map<number, number[]>();
	slots.forEach(({ offer }, slot) => {
		if (snapshot.offers[offer]?.promised === undefined) return;
		byOffer.set(offer, [...(byOffer.get(offer) ?? []), slot]);
	});
	return [...byOffer].flatMap(([at, there]) => {
		const offer = snapshot.offers[at];
		if (offer === undefined) return [];
		const promised = [...new Set((offer.promised ?? []).map(({ institutionId }) => institutionId))];
		const sets = promised.length > 1 ? [...promised.map((one) => [one]), promised] : [promised];
		return sets.flatMap((institutions) => besides(ground, there, offer, institutions));
	});
}

/** What all but some institutions may have of an offer, on the days that decide. */
function besides(
	{ slots, spans }: Ground,
	there: readonly number[],
	offer: SnapshotOffer,
	institutions: readonly string[],
): Share[] {
	const others = there.filter((slot) => !institutions.includes(slots[slot]?.quotaOf ?? ""));
	const here = [...new Set(others.map((slot) => slots[slot]?.span ?? 0))].sort((a, b) => a - b);
	const days = here.flatMap((span) => spans[span] ?? []);
	const load = (offer.promised ?? [])
		.filter(({ institutionId }) => institutions.includes(institutionId))
		.map(({ firstDay, lastDay, places }) => ({ firstDay, lastDay, learners: places }));
	const whole = [{ firstDay: "0000", lastDay: "9999", most: offer.places }];
	return crowdedDays(days, whole, load).flatMap(({ day, members, most }) => {
		if (most >= offer.places) return [];
		const open = new Set(members.map((index) => here[index] ?? -1));
		return {
			id: `besides ${institutions.join()} ${offer.id}@${day}!`,
			slots: others.filter((slot) => open.has(slots[slot]?.span ?? -2)),
			...{ most, about: offer.id },
		};
	});
}
