import { fit, foldName, type MatchQuality, matchQualities } from "../../../geography/search.ts";
import { type Mandate, may, mayKeepRegister } from "../rules.ts";

/** Every name and the number folded for search, the name to show first; `|` is never in a folded name. */
export function searchNameOf(identity: {
	readonly name: string;
	readonly shortName?: string | null;
	readonly otherNames?: readonly string[];
	readonly number?: string | null;
}): string {
	const names = [identity.name, identity.shortName ?? "", ...(identity.otherNames ?? []), identity.number ?? ""];
	return [...new Set(names.map(foldName).filter((name) => name !== ""))].join("|");
}

export type Candidate = { readonly id: string; readonly searchName: string };

/**
 * The candidates a query fits, best first: whole name, start, start of words, inside, one slip away. Equal fits put the
 * first name before other names, then the shorter name, then the given order.
 */
export function rankCandidates<One extends Candidate>(query: string, candidates: readonly One[]): One[] {
	const folded = foldName(query);
	if (folded === "") return [];
	const found = rankFolded(folded, candidates);
	if (found.length > 0) return found;
	const specific = folded
		.split(" ")
		.filter((word) => !generic.has(word))
		.join(" ");
	return specific === "" || specific === folded ? [] : rankFolded(specific, candidates);
}

/** What people add to a name that is no part of it ("Trondheim kommune"); left out where the whole finds nothing. */
const generic = new Set([
	"kommune",
	"kommunen",
	"fylke",
	"fylket",
	"fylkeskommune",
	"fylkeskommunen",
	"municipality",
	"county",
]);

function rankFolded<One extends Candidate>(folded: string, candidates: readonly One[]): One[] {
	return candidates
		.flatMap((candidate, order) => {
			const key = bestFit(folded, candidate.searchName);
			return key === undefined ? [] : [{ candidate, key: [...key, order] }];
		})
		.sort((a, b) => compareKeys(a.key, b.key))
		.map(({ candidate }) => candidate);
}

function bestFit(folded: string, searchName: string): readonly number[] | undefined {
	let best: readonly number[] | undefined;
	for (const [position, name] of searchName.split("|").entries()) {
		const quality = fit(folded, name);
		if (quality === undefined) continue;
		const key = [rankOf(quality), Math.min(position, 1), name.length];
		if (!best || compareKeys(key, best) < 0) best = key;
	}
	return best;
}

function rankOf(quality: MatchQuality): number {
	return matchQualities.indexOf(quality);
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
	for (const [index, value] of a.entries()) {
		const difference = value - (b[index] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}

/** What the asker may do to an organisation: its own, one it keeps, or (the operator) any. */
export function canWith(mandate: Mandate, organisation: { readonly id: string; readonly keeperId: string | null }) {
	const keeps =
		mandate.organisationId !== null &&
		mandate.organisationId === organisation.keeperId &&
		may(mandate, "manage-organisation");
	const owns = mandate.organisationId === organisation.id || mandate.organisationId === organisation.keeperId;
	const keepRegister = mayKeepRegister(mandate);
	return {
		change: keepRegister || (owns && mandate.organisationId !== null && may(mandate, "manage-organisation")),
		keepRegister,
		end: keepRegister || keeps,
		appoint: keepRegister || keeps,
		registerBelow:
			mandate.organisationId === organisation.id && may(mandate, "manage-organisation") && !mandate.operator,
	};
}

export type Link = {
	readonly predecessorId: string;
	readonly successorId: string;
	readonly happenedOn: string;
	readonly share: number;
};

/**
 * Follows mergers and splits from one organisation until it reaches those that exist on the day. Shares multiply along
 * the way and add up where branches meet; what was lost on the way (an organisation that ended without a successor) is
 * simply not there.
 */
export function followSuccession(
	from: string,
	links: readonly Link[],
	existsOn: (organisationId: string) => boolean,
): ReadonlyMap<string, number> {
	const reached = new Map<string, number>();
	const walk = (organisationId: string, share: number, seen: readonly string[]): void => {
		if (existsOn(organisationId)) {
			reached.set(organisationId, (reached.get(organisationId) ?? 0) + share);
			return;
		}
		for (const link of links)
			if (link.predecessorId === organisationId && !seen.includes(link.successorId))
				walk(link.successorId, share * link.share, [...seen, link.successorId]);
	};
	walk(from, 1, [from]);
	return reached;
}
