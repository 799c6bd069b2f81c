import type { PairRule } from "../../codes.ts";
import type { Opened } from "./opened.ts";

export type SiteNamed = { readonly id: string; readonly name: string; readonly hostId: string };

/** What it would take for one who has no place, as far as the run can tell. */
export type Remedy = {
	readonly claim: string;
	/** Sites open to the student where one more place gives a place to one more of those who share too few. */
	readonly more: readonly SiteNamed[];
	/** Whether all the sites that were looked at are full for other reasons than their places alone. */
	readonly lookedAt: number;
	/** The nearest site that a limit on travel alone closes. */
	readonly beyond: { readonly site: SiteNamed; readonly minutes: number; readonly own: boolean } | null;
	/** Hosts whose places nothing but a missing agreement closes. */
	readonly agreements: readonly string[];
};

/** So many sites are tried for one student, the wished for first and then the nearest, and so many are told. */
const triedEach = 6;
const toldEach = 3;

/** What one more place is worth does not change once a run is made: whether somebody more gets a place, by offer. */
const worths = new WeakMap<object, Map<string, Promise<boolean>>>();

/**
 * What it would take for each of some claims without a place.
 * @param most how many offers are tried in all; those tried before cost nothing
 */
export async function remediesOf(
	run: Opened,
	{ claims, most }: { readonly claims: readonly string[]; readonly most: number },
): Promise<readonly Remedy[]> {
	// Where rules cross each is a solution of its own, which takes too long for a list.
	const isSwift = run.certificate.crossing === null;
	const known = worths.get(run.result) ?? new Map<string, Promise<boolean>>();
	worths.set(run.result, known);
	let left = most;
	const helps = (offer: string): Promise<boolean> | undefined => {
		const before = known.get(offer);
		if (before !== undefined || left === 0) return before;
		left--;
		const found = run
			.explanation()
			.worthOfOneMore(offer)
			.then((worth) => (worth?.cost.places ?? 0) < 0);
		known.set(offer, found);
		return found;
	};
	const remedies: Remedy[] = [];
	for (const claim of claims) {
		if (!run.claimIndex.has(claim)) continue;
		const open = run.explanation().open(claim);
		const more = new Map<string, SiteNamed>();
		let lookedAt = 0;
		for (const { offer, site } of isSwift ? open.slice(0, triedEach) : []) {
			if (more.size === toldEach) break;
			const found = await helps(offer);
			if (found === undefined) continue;
			lookedAt++;
			if (found) more.set(site, siteNamed(run, site));
		}
		remedies.push({
			...{ claim, lookedAt, more: [...more.values()] },
			...(open.length > 0 ? { beyond: null, agreements: [] } : closedTo(run, claim)),
		});
	}
	return remedies;
}

/** What closes places to somebody to whom none is open: the nearest that is too far, and hosts without an agreement. */
function closedTo(run: Opened, claim: string): Pick<Remedy, "beyond" | "agreements"> {
	const { snapshot, siteOfOffer } = run;
	const at = run.claimIndex.get(claim) ?? -1;
	const { groups, groupOf, ruleOf } = run.ground();
	const group = groupOf[at] ?? 0;
	const far: readonly (PairRule | null)[] = ["travel-cap", "own-travel-cap"];
	let beyond: Remedy["beyond"] = null;
	for (const site of groups[group]?.sites ?? []) {
		const { rule, minutes } = run.reach().judge(at, site);
		if (!far.includes(rule) || (beyond !== null && beyond.minutes <= minutes)) continue;
		beyond = { site: siteNamed(run, snapshot.sites[site]?.id ?? ""), minutes, own: rule === "own-travel-cap" };
	}
	const agreements = new Set<string>();
	snapshot.offers.forEach(({ id }, offer) => {
		const host = siteOfOffer.get(id)?.hostId;
		if (host !== undefined && ruleOf(group, offer) === "no-agreement") agreements.add(host);
	});
	return { beyond, agreements: [...agreements].slice(0, toldEach) };
}

function siteNamed({ snapshot, siteIndex }: Opened, site: string): SiteNamed {
	const found = snapshot.sites[siteIndex.get(site) ?? -1];
	return { id: site, name: found?.name ?? site, hostId: found?.hostId ?? "" };
}
