import type { PairRule } from "../codes.ts";
import type { Snapshot, SnapshotOffer, SnapshotPeriod, SnapshotSite } from "./contract.ts";
import { type Days, within } from "./days.ts";

/**
 * Places of one offer in one span of days, for those who count alike under floors and quotas: what the engine calls an offer.
 * One offer has as many as there are spans of days that students come in.
 */
export type Slot = {
	/** `<offer>#<number>`: what comes after the last # tells the slots of one offer apart. */
	readonly id: string;
	/** Index of the offer, and of its site, in the snapshot. */
	readonly offer: number;
	readonly site: number;
	/** Index of the span of days. */
	readonly span: number;
	/** Floors (by number) and the institution, under a quota or with promised places, that whoever is here counts for. */
	readonly floors: readonly number[];
	readonly quotaOf: string | null;
};

/** Claims that the same offers suit: one institution, profession, year, settings and days. */
export type Group = {
	readonly period: SnapshotPeriod;
	readonly span: number;
	/** Slots at each site: `slot[start[site]] …`. */
	readonly start: Int32Array;
	readonly slot: Int32Array;
	/** Sites with any of them. */
	readonly sites: readonly number[];
	/** How many offers each rule removes, for whoever is in the group. */
	readonly removed: ReadonlyMap<PairRule, number>;
};

export type Ground = {
	readonly snapshot: Snapshot;
	readonly spans: readonly Days[];
	readonly slots: readonly Slot[];
	readonly groups: readonly Group[];
	/** Per claim: its group. */
	readonly groupOf: Int32Array;
	readonly siteOfOffer: Int32Array;
	/** The slot a claim would have at an offer, −1 where there is none. */
	slotOf(claim: number, offer: number): number;
	/** The rule by which an offer does not suit a group at all. */
	ruleOf(group: number, offer: number): PairRule | null;
	readonly offerIndex: ReadonlyMap<string, number>;
	readonly siteIndex: ReadonlyMap<string, number>;
	readonly claimIndex: ReadonlyMap<string, number>;
};

/**
 * What follows from offers and periods alone, before any student is looked at.
 * @throws Error where the snapshot names what it does not have.
 */
export function groundOf(snapshot: Snapshot): Ground {
	const { periods, sites, offers, claims, rules } = snapshot;
	const siteIndex = indexOf(sites, "site");
	const offerIndex = indexOf(offers, "offer");
	const claimIndex = indexOf(claims, "claim");
	const periodIndex = indexOf(periods, "period");
	const siteOfOffer = Int32Array.from(offers, ({ siteId }) => found(siteIndex, siteId));
	const spans = spansOf(periods);
	const spanIndex = new Map(spans.map((span, index) => [spanKey(span), index] as const));

	const groupIndex = new Map<string, number>();
	const leaders: SnapshotPeriod[] = [];
	const groupOfPeriod = periods.map((period) => {
		const { institutionId, profession, yearOfStudy, settings } = period;
		const key = JSON.stringify([institutionId, profession, yearOfStudy, [...settings].sort(), spanKey(period)]);
		const known = groupIndex.get(key);
		if (known !== undefined) return known;
		groupIndex.set(key, leaders.length);
		return leaders.push(period) - 1;
	});
	const groupOf = Int32Array.from(claims, ({ periodId }) => groupOfPeriod[found(periodIndex, periodId)] ?? 0);

	const agreed =
		rules.agreement === "block" && snapshot.agreements !== null
			? new Set(snapshot.agreements.map(({ institutionId, hostId }) => pairKey(institutionId, hostId)))
			: null;
	const ruleOf = (group: number, offer: number): PairRule | null => {
		const [leader, row, site] = [leaders[group], offers[offer], sites[siteOfOffer[offer] ?? 0]];
		return leader && row && site ? offerRule(leader, row, site, agreed) : "forbidden";
	};
	const floorsAt = new Map<string, number[]>();
	rules.floors.forEach(({ municipality }, floor) => {
		floorsAt.set(municipality, [...(floorsAt.get(municipality) ?? []), floor]);
	});
	const quotas = new Set(rules.quotas.map(({ institutionId, hostId }) => pairKey(institutionId, hostId)));
	const alike = { floors: [], quotaOf: null };
	const kindOf = (group: number, offer: number): Pick<Slot, "floors" | "quotaOf"> => {
		const promised = offers[offer]?.promised ?? [];
		if (floorsAt.size === 0 && quotas.size === 0 && promised.length === 0) return alike;
		const [leader, site] = [leaders[group], sites[siteOfOffer[offer] ?? 0]];
		const floors = (floorsAt.get(site?.municipality ?? "") ?? []).filter((floor) => {
			const row = rules.floors[floor];
			return (
				(row?.profession ?? leader?.profession) === leader?.profession &&
				(row?.yearOfStudy ?? leader?.yearOfStudy) === leader?.yearOfStudy
			);
		});
		const institution = leader?.institutionId ?? "";
		const isCounted =
			quotas.has(pairKey(institution, site?.hostId ?? "")) || promised.some((one) => one.institutionId === institution);
		return { floors, quotaOf: isCounted ? institution : null };
	};

	const spanOf = leaders.map((leader) => spanIndex.get(spanKey(leader)) ?? 0);
	// A slot is known by one number, made of its offer, its span and its kind: nationally millions are looked up.
	const kinds = new Map<string, number>();
	const kindWords: string[] = [];
	const numberOf = (word: string) => {
		const known = kinds.get(word);
		if (known !== undefined) return known;
		kinds.set(word, kindWords.length);
		return kindWords.push(word) - 1;
	};
	type Made = Omit<Slot, "id"> & { readonly key: number; readonly kind: number };
	const made = new Map<number, Made>();
	const slotKey = (group: number, offer: number) => {
		const { floors, quotaOf } = kindOf(group, offer);
		const kind = floors.length === 0 && quotaOf === null ? -1 : numberOf(`${floors.join()} ${quotaOf ?? ""}`);
		const span = spanOf[group] ?? 0;
		const key = ((kind + 1) * offers.length + offer) * spans.length + span;
		if (!made.has(key)) made.set(key, { key, kind, offer, site: siteOfOffer[offer] ?? 0, span, floors, quotaOf });
		return key;
	};
	// Most offers are for another profession, and need not be looked at one by one.
	const offersFor = new Map<string, number[]>();
	const forProfession = (profession: string) => {
		const known = offersFor.get(profession);
		if (known !== undefined) return known;
		const mine = offers.flatMap((offer, at) =>
			offer.profession === null || offer.profession === profession ? [at] : [],
		);
		offersFor.set(profession, mine);
		return mine;
	};
	const suits = leaders.map((leader, group) => {
		const mine = forProfession(leader.profession);
		const others = offers.length - mine.length;
		const removed = new Map<PairRule, number>(others === 0 ? [] : [["other-profession", others]]);
		const keys: { readonly site: number; readonly key: number }[] = [];
		for (const offer of mine) {
			const rule = ruleOf(group, offer);
			if (rule === null) keys.push({ site: siteOfOffer[offer] ?? 0, key: slotKey(group, offer) });
			else removed.set(rule, (removed.get(rule) ?? 0) + 1);
		}
		return { removed, keys };
	});
	// A lock holds whatever the rules say, so it needs its slot also where none suits.
	for (const lock of snapshot.locks) {
		const [claim, offer] = [claimIndex.get(lock.claim), offerIndex.get(lock.offer)];
		if (claim !== undefined && offer !== undefined) slotKey(groupOf[claim] ?? 0, offer);
	}

	const wordOf = (kind: number) => kindWords[kind] ?? " ";
	const inOrder = [...made.values()].sort(
		(a, b) => a.offer - b.offer || a.span - b.span || (wordOf(a.kind) < wordOf(b.kind) ? -1 : 1),
	);
	const slots: Slot[] = [];
	const slotIndex = new Map<number, number>();
	let number = 0;
	for (const { key, kind: _kind, ...slot } of inOrder) {
		number = slots.at(-1)?.offer === slot.offer ? number + 1 : 1;
		slotIndex.set(key, slots.length);
		slots.push({ id: `${offers[slot.offer]?.id}#${number}`, ...slot });
	}
	const groups = leaders.map((period, group): Group => {
		const { removed, keys } = suits[group] ?? { removed: new Map(), keys: [] };
		keys.sort((a, b) => a.site - b.site);
		const start = new Int32Array(sites.length + 1);
		for (const { site } of keys) start[site + 1] = (start[site + 1] ?? 0) + 1;
		for (let site = 0; site < sites.length; site++) start[site + 1] = (start[site + 1] ?? 0) + (start[site] ?? 0);
		return {
			...{ period, removed, start },
			span: spanIndex.get(spanKey(period)) ?? 0,
			slot: Int32Array.from(keys, ({ key }) => slotIndex.get(key) ?? 0),
			sites: [...new Set(keys.map(({ site }) => site))],
		};
	});
	return {
		...{ snapshot, spans, slots, groups, groupOf, siteOfOffer, ruleOf, offerIndex, siteIndex, claimIndex },
		slotOf: (claim, offer) => slotIndex.get(slotKey(groupOf[claim] ?? 0, offer)) ?? -1,
	};
}

function offerRule(
	period: SnapshotPeriod,
	offer: SnapshotOffer,
	site: SnapshotSite,
	agreed: ReadonlySet<string> | null,
): PairRule | null {
	if (offer.profession !== null && offer.profession !== period.profession) return "other-profession";
	if (offer.years.length > 0 && !offer.years.includes(period.yearOfStudy)) return "other-year";
	if (!within(period, offer)) return "other-weeks";
	if (period.settings.length > 0 && (site.setting === null || !period.settings.includes(site.setting)))
		return "other-setting";
	if (offer.reservedFor !== null && offer.reservedFor !== period.institutionId) return "reserved";
	if (agreed !== null && !agreed.has(pairKey(period.institutionId, site.hostId))) return "no-agreement";
	return null;
}

function spansOf(periods: readonly SnapshotPeriod[]): Days[] {
	const spans = new Map(periods.map(({ firstDay, lastDay }) => [`${firstDay} ${lastDay}`, { firstDay, lastDay }]));
	return [...spans].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, span]) => span);
}

function spanKey({ firstDay, lastDay }: Days): string {
	return `${firstDay} ${lastDay}`;
}

function pairKey(institutionId: string, hostId: string): string {
	return JSON.stringify([institutionId, hostId]);
}

function indexOf(rows: readonly { readonly id: string }[], kind: string): ReadonlyMap<string, number> {
	const index = new Map(rows.map(({ id }, at) => [id, at] as const));
	if (index.size !== rows.length) throw new Error(`the snapshot has one ${kind} twice`);
	return index;
}

function found(index: ReadonlyMap<string, number>, id: string): number {
	const at = index.get(id);
	if (at === undefined) throw new Error(`the snapshot names ${id}, which it does not have`);
	return at;
}
