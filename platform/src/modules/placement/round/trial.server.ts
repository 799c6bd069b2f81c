import type { Reading, Work } from "../../../database/work.server.ts";
import type { BareAlong, BareTrial } from "./opened/trial.ts";
import { nameClaims } from "./run.store.server.ts";
import { namesOf, type Standing } from "./run-view.server.ts";
import { readSince } from "./since.server.ts";

/** Somebody who must move along, by name where the asker may know it, from site to site. */
export type Along = Omit<BareAlong, "institutionId"> & {
	readonly student: string | null;
	readonly institution: string;
};

type Edited = Extract<BareTrial, { readonly kind: "edited" }>;

/** What a move by hand would come to, before anybody has decided on it. */
export type Trial =
	| Extract<BareTrial, { readonly kind: "refused" }>
	| (Omit<Edited, "best"> & {
			readonly best: { readonly cost: Edited["cost"]; readonly along: readonly Along[] } | null;
			/** Whether the site has too few places now for this, whatever it had when the run was made: it cannot be published so. */
			readonly lost: boolean;
	  });

/**
 * What a move would come to, in words: to one offer, to no place, or to whatever offer of a site has room.
 * @param asSystem see `placesReader`
 */
export async function tryMove(
	reading: Reading,
	asSystem: Reading,
	standing: Standing,
	claim: string,
	to: { readonly offer: string | null } | { readonly site: string },
): Promise<Trial> {
	const { ask, run, edits, locked } = standing;
	const trial = await ask("trial", { edits, locked, claim, to });
	if (trial.kind === "refused") return trial;
	const { best, ...told } = trial;
	const { offer, exceeded } = trial;
	const site = offer === null ? undefined : (await ask("sitesOf", { offers: [offer] }))[offer]?.id;
	// Where somebody moves along there are as many afterwards as before.
	const after = exceeded.length > 0 ? edits : [...edits, { claim, offer }];
	const since = site === undefined ? {} : await readSince(asSystem, { ask, run, edits: after }, [site]);
	const lost = site !== undefined && since[site]?.over === true;
	return { ...told, lost, best: best && { cost: best.cost, along: await reading((work) => named(work, best.along)) } };
}

async function named(work: Work, along: readonly BareAlong[]): Promise<Along[]> {
	const found = await nameClaims(
		work,
		along.map(({ claim }) => claim),
	);
	const names = new Map(found.map(({ id, name }) => [id, name]));
	const institutions = await namesOf(
		work,
		along.map(({ institutionId }) => institutionId),
	);
	return along.map(({ institutionId, ...one }) => ({
		...one,
		student: names.get(one.claim) ?? null,
		institution: institutions[institutionId] ?? "",
	}));
}
