import type { RunResult } from "./contract.ts";
import { crowdedDays } from "./days.ts";
import type { Frame } from "./facts.ts";

/**
 * What is wrong with a plan against the snapshot itself, day by day and pair by pair, without the engine's caps: a second look that shares
 * nothing with how limits became a forest. What locks have forced is not counted as wrong.
 */
export function planFlawsOf({ snapshot, ground, reach }: Frame, plan: RunResult["plan"]): string[] {
	const flaws: string[] = [];
	const locked = new Map(snapshot.locks.map(({ claim, offer }) => [claim, offer] as const));
	const atOffer = new Map<number, { span: number; held: boolean }[]>();
	plan.forEach(({ claim, offer }, index) => {
		if (offer === null) return;
		const at = ground.offerIndex.get(offer);
		if (at === undefined) {
			flaws.push(`${claim} has ${offer}, which is not an offer`);
			return;
		}
		const held = locked.get(claim) === offer;
		const rule = held ? null : reach.ruleOf(index, at);
		if (rule !== null) flaws.push(`${claim} has ${offer}, which the rule ${rule} removes`);
		const span = ground.groups[ground.groupOf[index] ?? 0]?.span ?? 0;
		const there = atOffer.get(at);
		if (there === undefined) atOffer.set(at, [{ span, held }]);
		else there.push({ span, held });
	});
	const tooMany = (
		what: string,
		there: readonly { readonly span: number; readonly held: boolean }[],
		limits: Parameters<typeof crowdedDays>[1],
		load: Parameters<typeof crowdedDays>[2],
	) => {
		const days = there.flatMap(({ span }) => ground.spans[span] ?? []);
		for (const { day, members, most } of crowdedDays(days, limits, load)) {
			const held = members.filter((member) => there[member]?.held === true).length;
			if (members.length > Math.max(most, held))
				flaws.push(`${what} has ${members.length} on ${day}, and room for ${most}`);
		}
	};
	const atSite = new Map<number, { span: number; held: boolean }[]>();
	for (const [offer, there] of atOffer) {
		const row = snapshot.offers[offer];
		tooMany(`offer ${row?.id}`, there, [{ firstDay: "0000", lastDay: "9999", most: row?.places ?? 0 }], []);
		const site = ground.siteOfOffer[offer] ?? 0;
		atSite.set(site, [...(atSite.get(site) ?? []), ...there]);
	}
	for (const [at, there] of atSite) {
		const site = snapshot.sites[at];
		if (site !== undefined && site.limits.length > 0) tooMany(`site ${site.id}`, there, site.limits, site.load);
	}
	return flaws;
}
