import type { Facts, Level } from "@laeringsarena/allocation";
import { considering, problemWith } from "./consider.ts";
import type { RunCertificate, Snapshot } from "./contract.ts";
import { factsOf } from "./facts.ts";
import { limitsOf } from "./limits.ts";

/**
 * The facts of a run as the engine's problem form (allocation/problem.schema.json), with every open pair: what `npm run verify` checks
 * a certificate against. It grows with the pairs: a national round is too large for one file.
 */
export function writtenFacts(
	snapshot: Snapshot,
	{ levels }: Pick<RunCertificate, "levels">,
): { readonly facts: Facts; readonly levels: readonly Level[] } {
	const frame = factsOf(snapshot);
	const { offers, caps, floors } = limitsOf(frame.ground);
	const {
		start,
		offer,
		parts,
		lock,
		claimIds,
		limitIds,
		offers: count,
	} = problemWith(frame, considering(frame, Number.POSITIVE_INFINITY).rows);
	const id = (limit: number) => limitIds[limit] ?? "";
	return {
		facts: {
			claims: snapshot.claims.map((claim) => ({ id: claim.id, priority: claim.priority })),
			...{ offers, caps, floors },
			pairs: claimIds.flatMap((claim, i) =>
				Array.from({ length: (start[i + 1] ?? 0) - (start[i] ?? 0) }, (_, at) => {
					const e = (start[i] ?? 0) + at;
					const row = Object.fromEntries([...parts].map(([name, values]) => [name, values[e] ?? 0]));
					return { claim, offer: id(offer[e] ?? -1), parts: row };
				}),
			),
			locks: claimIds.flatMap((claim, i) =>
				(lock[i] ?? -1) < 0 ? [] : [{ claim, offer: id(offer[lock[i] ?? -1] ?? -1) }],
			),
			previous: claimIds.flatMap((claim, i) => {
				const before = frame.skeleton.previous[i] ?? -1;
				return before === -1 ? [] : [{ claim, offer: before < 0 || before >= count ? "gone" : id(before) }];
			}),
		},
		levels,
	};
}
