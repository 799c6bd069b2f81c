import type { RunResult } from "./contract.ts";
import type { Ground } from "./ground.ts";
import { sharesOf } from "./limits.ts";

/** What keeps somebody more from coming where a rule does not. */
export type Hindrance = "full" | "site-limit" | "quota" | "promised";

/** How much room a plan leaves under every limit that the run itself heeds. */
export type Left = {
	/** What keeps one more claim from an offer; null where there is room. The claim counts where the plan has it: leave it out first. */
	hinders(claim: string, offer: string): Hindrance | null;
	/**
	 * How many more can come to a site in the days with most room, and whether it has too many.
	 * @param slots the slots that count, where not all do
	 */
	at(site: string, slots?: ReadonlySet<number>): { readonly free: number; readonly over: boolean };
};

/** Counts places under the limits of a run: offers, sites with who else is there, quotas, promises. */
export function leftOf(ground: Ground): (plan: RunResult["plan"]) => Left {
	const { slots, siteIndex, claimIndex, offerIndex } = ground;
	const shares = sharesOf(ground);
	const bySlot: number[][] = slots.map(() => []);
	shares.forEach((share, at) => {
		for (const slot of share.slots) bySlot[slot]?.push(at);
	});
	const bySite = new Map<number, number[]>();
	slots.forEach(({ site }, slot) => {
		const there = bySite.get(site);
		if (there) there.push(slot);
		else bySite.set(site, [slot]);
	});
	const slotAt = (claim: string, offer: string) => {
		const [i, j] = [claimIndex.get(claim), offerIndex.get(offer)];
		return i === undefined || j === undefined ? -1 : ground.slotOf(i, j);
	};
	return (plan) => {
		const left = shares.map(({ most }) => most);
		for (const { claim, offer } of plan)
			if (offer !== null) for (const at of bySlot[slotAt(claim, offer)] ?? []) left[at] = (left[at] ?? 0) - 1;
		const least = (slot: number, isOf: (kind: Hindrance) => boolean) =>
			(bySlot[slot] ?? []).reduce(
				(few, at) => (isOf(shares[at]?.kind ?? "full") ? Math.min(few, left[at] ?? 0) : few),
				Number.POSITIVE_INFINITY,
			);
		return {
			hinders(claim, offer) {
				const full = (bySlot[slotAt(claim, offer)] ?? []).find((at) => (left[at] ?? 0) <= 0);
				return full === undefined ? null : (shares[full]?.kind ?? "full");
			},
			at(site, only) {
				const bySpan = new Map<number, { readonly byOffer: Map<number, number>; all: number }>();
				let over = false;
				for (const slot of bySite.get(siteIndex.get(site) ?? -1) ?? []) {
					if (only !== undefined && !only.has(slot)) continue;
					const { span = -1, offer = -1 } = slots[slot] ?? {};
					const here = bySpan.get(span) ?? { byOffer: new Map<number, number>(), all: Number.POSITIVE_INFINITY };
					const [own, shared] = [
						least(slot, (kind) => kind !== "site-limit"),
						least(slot, (kind) => kind === "site-limit"),
					];
					over ||= own < 0 || shared < 0;
					here.byOffer.set(offer, Math.max(here.byOffer.get(offer) ?? 0, own));
					here.all = Math.min(here.all, shared);
					bySpan.set(span, here);
				}
				const free = [...bySpan.values()].map(({ byOffer, all }) =>
					Math.min(
						all,
						[...byOffer.values()].reduce((sum, one) => sum + Math.max(0, one), 0),
					),
				);
				return { free: Math.max(0, ...free), over };
			},
		};
	};
}
