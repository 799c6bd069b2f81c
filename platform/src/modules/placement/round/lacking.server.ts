import type { Work } from "../../../database/work.server.ts";
import type { Standing } from "../../agreement/codes.ts";
import { agreementsNear } from "../../agreement/service.server.ts";
import type { LackingAgreement } from "./agreed.ts";
import { namesOf } from "./run-view.server.ts";

/** An institution and a host that lack an agreement, by name, and why: the agreement that comes nearest, or none. */
export type NamedLacking = {
	readonly key: string;
	readonly institution: string;
	readonly host: string;
	readonly places: number;
	/** Null where the asker may read none. */
	readonly near: {
		readonly agreementId: string;
		readonly title: string;
		readonly standing: Standing;
		readonly firstDay: string | null;
		readonly lastDay: string | null;
	} | null;
	/** Where a draft between the two is begun; null where the asker may not, or there is one on its way. */
	readonly draft: string | null;
};

/** Between whom an agreement is lacking, and how many pairs more there are. */
export type LackingNamed = { readonly pairs: readonly NamedLacking[]; readonly morePairs: number };

/** Names those who lack an agreement, with the reason as far as the asker may read it. */
export async function nameLacking(work: Work, lacking: LackingAgreement | null): Promise<LackingNamed> {
	if (lacking === null || lacking.pairs.length === 0) return { pairs: [], morePairs: 0 };
	const { pairs, morePairs } = lacking;
	const names = await namesOf(
		work,
		pairs.flatMap(({ institutionId, hostId }) => [institutionId, hostId]),
	);
	const { near, mayDraft } = await agreementsNear(work, pairs);
	const own = work.actor.kind === "person" ? work.actor.organisationId : null;
	return {
		morePairs,
		pairs: pairs.map(({ institutionId, hostId, places }) => {
			const found = near.find((one) => one.institutionId === institutionId && one.hostId === hostId);
			const others = [institutionId, hostId].filter((id) => id !== own);
			const isOver = found === undefined || found.standing === "run-out" || found.standing === "ended";
			const query = new URLSearchParams([...others.map((id) => ["party", id]), ["theme", "placements"]]);
			return {
				...{ key: `${institutionId} ${hostId}`, places },
				...{ institution: names[institutionId] ?? "", host: names[hostId] ?? "" },
				near: found
					? {
							...{ agreementId: found.agreementId, title: found.title, standing: found.standing },
							...{ firstDay: found.firstDay, lastDay: found.lastDay },
						}
					: null,
				draft: mayDraft && isOver ? `/agreements/new?${query}` : null,
			};
		}),
	};
}
