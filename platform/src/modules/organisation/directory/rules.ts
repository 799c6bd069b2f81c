import { foldName } from "../../../geography/search.ts";
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
