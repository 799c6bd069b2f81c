import type { AcrossFloor, Cap, Crossing, Facts, Floor, Minimum, Mixture } from "@laeringsarena/allocation";
import type { RunFinding } from "./contract.ts";
import { crowdedDays } from "./days.ts";
import { forestOf } from "./forest.ts";
import type { Ground } from "./ground.ts";
import type { Hindrance } from "./left.ts";
import { promisedShares } from "./promised.ts";
import type { Share } from "./share.ts";

export type Limits = {
	readonly offers: Facts["offers"];
	readonly caps: readonly Cap[];
	readonly floors: readonly Floor[];
	/** Floors that overlap others, and so have no cap of their own. */
	readonly across: readonly AcrossFloor[];
	readonly crossings: readonly Crossing[];
	readonly minimums: readonly Minimum[];
	readonly mixtures: readonly Mixture[];
	readonly findings: readonly RunFinding[];
};

/**
 * What limits the slots, as a forest of caps as far as it goes: offers and sites on the days that decide, quotas, floors, groups.
 * What crosses the forest becomes rules that cross. Floors go first, because only a cap can have a floor; then sites and
 * offers, the larger first, and quotas last. Locks hold: where they are more than a limit, it gives way to them, and that is told.
 */
export function limitsOf(ground: Ground): Limits {
	const { snapshot, slots } = ground;
	const shares = [
		...floorShares(ground),
		...siteShares(ground),
		...offerShares(ground),
		...promisedShares(ground),
		...quotaShares(ground),
	];
	const findings: RunFinding[] = [];
	const locked = lockedBySlot(ground);
	const lockedIn = (list: readonly number[]) => list.reduce((sum, slot) => sum + (locked.get(slot) ?? 0), 0);
	const holding = (about: string, most: number, list: readonly number[]) => {
		const held = lockedIn(list);
		if (held > most) findings.push({ code: "locks-over-limit", detail: { id: about, locked: held, places: most } });
		return Math.max(most, held);
	};
	const { inside, crossing, around } = forestOf(
		slots.length,
		shares.map((share) => ({ ...share, most: holding(share.about, share.most, share.slots) })),
	);
	for (const { about, mixture } of crossing)
		if (mixture !== undefined) findings.push({ code: "mixture-crosses", detail: { id: about } });
	const limited = crossing.filter(({ floor }) => floor === undefined);
	const kindsBySite = new Map<string, readonly (readonly string[])[]>();
	return {
		offers: slots.map((slot, index) => {
			const cap = inside[around[index] ?? -1];
			const places = snapshot.offers[slot.offer]?.places ?? 0;
			return {
				id: slot.id,
				capacity: holding(snapshot.offers[slot.offer]?.id ?? "", places, [index]),
				...(cap === undefined ? {} : { within: cap.id }),
			};
		}),
		caps: inside.map(({ id, most, within }) => ({ id, limit: most, ...(within === undefined ? {} : { within }) })),
		floors: inside.flatMap(({ id, floor }) => (floor === undefined ? [] : [{ at: id, least: floor }])),
		across: crossing.flatMap(({ id, slots: members, floor }) =>
			floor === undefined ? [] : [{ id, at: members.map((slot) => slots[slot]?.id ?? ""), least: floor }],
		),
		crossings: limited.map(({ id, slots: members, most }) => ({
			id,
			at: members.map((slot) => slots[slot]?.id ?? ""),
			limit: most,
		})),
		minimums: [
			...inside.flatMap(({ id, minimum }) =>
				minimum === undefined ? [] : [{ id: `together ${id}`, at: id, least: minimum }],
			),
			...leastTogether(ground).flatMap(({ members, least, id }) => {
				const only = members.length === 1 ? slots[members[0] ?? -1] : undefined;
				const apart = crossing.some((share) => share.id === id);
				const at = only === undefined ? (apart ? members.flatMap((slot) => slots[slot] ?? []) : []) : [only];
				// Where the slots of one group cannot have a cap of their own, each must have enough by itself: stricter, never laxer.
				return at.map((slot) => ({ id: `together ${slot.id}`, at: slot.id, least }));
			}),
		],
		mixtures: inside.flatMap(({ id, mixture, about }) => {
			if (mixture === undefined) return [];
			const kinds = kindsBySite.get(about) ?? professionsAt(ground, about);
			kindsBySite.set(about, kinds);
			return [{ id: `professions ${id}`, at: id, kinds, least: mixture.professions }];
		}),
		findings,
	};
}

/** Claims that could be at a site, by profession. */
function professionsAt(
	{ snapshot, groups, groupOf, siteIndex }: Ground,
	siteId: string,
): readonly (readonly string[])[] {
	const site = siteIndex.get(siteId) ?? -1;
	const kinds = new Map<string, string[]>();
	snapshot.claims.forEach(({ id }, claim) => {
		const group = groups[groupOf[claim] ?? 0];
		if (group === undefined || group.start[site] === group.start[site + 1]) return;
		kinds.set(group.period.profession, [...(kinds.get(group.period.profession) ?? []), id]);
	});
	return [...kinds.values()];
}

function lockedBySlot(ground: Ground): ReadonlyMap<number, number> {
	const locked = new Map<number, number>();
	for (const [claim, slot] of locksOf(ground).held) if (claim >= 0) locked.set(slot, (locked.get(slot) ?? 0) + 1);
	return locked;
}

/** The slot each locked claim is held at; the first lock of a claim counts. */
export function locksOf(ground: Ground): {
	readonly held: ReadonlyMap<number, number>;
	readonly unknown: readonly { readonly claim: string; readonly offer: string }[];
} {
	const held = new Map<number, number>();
	const unknown: { claim: string; offer: string }[] = [];
	for (const lock of ground.snapshot.locks) {
		const [claim, offer] = [ground.claimIndex.get(lock.claim), ground.offerIndex.get(lock.offer)];
		if (claim === undefined || offer === undefined || held.has(claim)) unknown.push(lock);
		else held.set(claim, ground.slotOf(claim, offer));
	}
	return { held, unknown };
}

/** Every limit on how many may come, with what it is; where locks are more than it, it gives way to them as in a run. */
export function sharesOf(ground: Ground): readonly (Share & { readonly kind: Hindrance })[] {
	const { snapshot, slots } = ground;
	const locked = lockedBySlot(ground);
	const kinds: readonly (readonly [Hindrance, readonly Share[]])[] = [
		[
			"full",
			slots.map(({ id, offer }, slot) => ({ id, slots: [slot], most: snapshot.offers[offer]?.places ?? 0, about: id })),
		],
		["full", offerShares(ground)],
		["site-limit", siteShares(ground)],
		["promised", promisedShares(ground)],
		["quota", quotaShares(ground)],
	];
	return kinds.flatMap(([kind, shares]) =>
		shares.map((share) => {
			const held = share.slots.reduce((sum, slot) => sum + (locked.get(slot) ?? 0), 0);
			return { ...share, kind, most: Math.max(share.most, held) };
		}),
	);
}

function floorShares({ snapshot, slots }: Ground): Share[] {
	return snapshot.rules.floors.map(({ municipality, least }, floor) => ({
		id: `floor ${floor + 1}@${municipality}!`,
		slots: slots.flatMap((slot, index) => (slot.floors.includes(floor) ? [index] : [])),
		most: snapshot.claims.length,
		floor: least,
		about: municipality,
	}));
}

function siteShares(ground: Ground): Share[] {
	const { snapshot, slots, spans } = ground;
	const locked = new Map<number, number>();
	for (const slot of locksOf(ground).held.values()) {
		const offer = slots[slot]?.offer ?? -1;
		locked.set(offer, (locked.get(offer) ?? 0) + 1);
	}
	const bySite = grouped(slots, ({ site }) => site);
	const mixtures = new Map(snapshot.rules.mixtures.map(({ siteId, professions }) => [siteId, professions] as const));
	return [...bySite].flatMap(([at, members]) => {
		const site = snapshot.sites[at];
		if (site === undefined) return [];
		const professions = mixtures.get(site.id);
		const limits =
			professions === undefined
				? site.limits
				: [...site.limits, { firstDay: "0000", lastDay: "9999", most: snapshot.claims.length }];
		return sharesOn(members, limits, site.load).flatMap(({ day, list, most }) => {
			const offers = new Set(list.map((slot) => slots[slot]?.offer ?? 0));
			// Locks may be more than the places of an offer, and count here all the same.
			const places = [...offers].reduce(
				(sum, offer) => sum + (snapshot.offers[offer]?.places ?? 0) + (locked.get(offer) ?? 0),
				0,
			);
			if (most >= places && professions === undefined) return [];
			const mixture = professions === undefined ? {} : { mixture: { professions } };
			return [{ id: `site ${site.id}@${day}!`, slots: list, most, about: site.id, ...mixture }];
		});
	});

	function sharesOn(
		members: readonly number[],
		limits: (typeof snapshot.sites)[number]["limits"],
		load: (typeof snapshot.sites)[number]["load"],
	) {
		const here = [...new Set(members.map((slot) => slots[slot]?.span ?? 0))].sort((a, b) => a - b);
		const days = here.flatMap((span) => spans[span] ?? []);
		return crowdedDays(days, limits, load).map(({ day, members: there, most }) => {
			const open = new Set(there.map((index) => here[index] ?? -1));
			return { day, most, list: members.filter((slot) => open.has(slots[slot]?.span ?? -2)) };
		});
	}
}

function offerShares(ground: Ground): Share[] {
	const { snapshot, slots, spans } = ground;
	const least = new Map(leastTogether(ground).map(({ members, least: few }) => [members.join(), few] as const));
	return [...grouped(slots, ({ offer }) => offer)].flatMap(([at, members]) => {
		const offer = snapshot.offers[at];
		if (offer === undefined || members.length < 2) return [];
		const here = [...new Set(members.map((slot) => slots[slot]?.span ?? 0))].sort((a, b) => a - b);
		const days = here.flatMap((span) => spans[span] ?? []);
		const always = [{ firstDay: "0000", lastDay: "9999", most: offer.places }];
		const crowds = crowdedDays(days, always, []).map(({ day, members: there }) => {
			const open = new Set(there.map((index) => here[index] ?? -1));
			return { id: `offer ${offer.id}@${day}!`, list: members.filter((slot) => open.has(slots[slot]?.span ?? -2)) };
		});
		// Who comes in the same days is a group, and those groups may be more than one slot.
		const groups =
			offer.leastTogether === null
				? []
				: here.map((span) => ({
						id: `group ${offer.id}@${spans[span]?.firstDay} ${spans[span]?.lastDay}!`,
						list: members.filter((slot) => slots[slot]?.span === span),
					}));
		return [...groups, ...crowds].flatMap(({ id, list }) => {
			if (list.length < 2) return [];
			const minimum = id.startsWith("group") ? least.get(list.join()) : undefined;
			return [{ id, slots: list, most: offer.places, about: offer.id, ...(minimum === undefined ? {} : { minimum }) }];
		});
	});
}

/** Offers that take none or at least so many: the slots of each span of days. */
function leastTogether({ snapshot, slots, spans }: Ground) {
	return [...grouped(slots, ({ offer }) => offer)].flatMap(([at, members]) => {
		const offer = snapshot.offers[at];
		const least = offer?.leastTogether ?? 1;
		if (offer === undefined || least < 2) return [];
		return [...grouped(members, (slot) => slots[slot]?.span ?? 0)].map(([span, there]) => {
			const list = there.map((index) => members[index] ?? 0);
			return {
				id: `group ${offer.id}@${spans[span]?.firstDay} ${spans[span]?.lastDay}!`,
				...{ members: list, least },
			};
		});
	});
}

function quotaShares({ snapshot, slots, spans }: Ground): Share[] {
	return snapshot.rules.quotas.flatMap(({ institutionId, hostId, most }, quota) => {
		const members = slots.flatMap((slot, index) =>
			slot.quotaOf === institutionId && snapshot.sites[slot.site]?.hostId === hostId ? [index] : [],
		);
		const here = [...new Set(members.map((slot) => slots[slot]?.span ?? 0))].sort((a, b) => a - b);
		const days = here.flatMap((span) => spans[span] ?? []);
		return crowdedDays(days, [{ firstDay: "0000", lastDay: "9999", most }], []).map(({ day, members: there }) => {
			const open = new Set(there.map((index) => here[index] ?? -1));
			return {
				id: `quota ${quota + 1}@${day}!`,
				slots: members.filter((slot) => open.has(slots[slot]?.span ?? -2)),
				most,
				about: hostId,
			};
		});
	});
}

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => number): Map<number, number[]> {
	const groups = new Map<number, number[]>();
	rows.forEach((row, index) => {
		const key = keyOf(row);
		const group = groups.get(key);
		if (group === undefined) groups.set(key, [index]);
		else group.push(index);
	});
	return groups;
}
