import type { Work } from "../../../database/work.server.ts";
import { foldName } from "../../../geography/search.ts";
import { listOrganisations } from "../../organisation/service.server.ts";

export type Known = {
	readonly id: string;
	readonly kind: string;
	readonly name: string;
	readonly number: string | null;
};

/** Organisations by what a sheet may call them. */
export type KnownOrganisations = {
	/** By name, name with «kommune», number, or name and number; undefined where nobody is called so, or several are. */
	find(word: string): string | undefined;
	readonly byId: ReadonlyMap<string, Known>;
	/** What to call one in a sheet, so that it is found again; undefined where it is none of these. */
	word(id: string): string | undefined;
};

/** The organisations of some kinds, as sheets name them. */
export async function knownOrganisations(work: Work, kinds: readonly string[]): Promise<KnownOrganisations> {
	const names = new Map<string, string | undefined>();
	const byId = new Map<string, Known>();
	const add = (id: string, called: string, number: string | null) => {
		for (const word of [called, `${called} kommune`, ...(number === null ? [] : [number, `${called} (${number})`])]) {
			const key = foldName(word);
			names.set(key, names.has(key) && names.get(key) !== id ? undefined : id);
		}
	};
	// People write Trondheim, not Trondheim – Tråante.
	for (const kind of kinds)
		for (const { id, name, shortName, number } of (await listOrganisations(work, { kind })).rows) {
			byId.set(id, { id, kind, name, number });
			for (const called of new Set([name, shortName ?? name])) add(id, called, number);
		}
	const find = (word: string) => names.get(foldName(word));
	const word = (id: string) => {
		const { name, number } = byId.get(id) ?? {};
		return name === undefined || find(name) === id || !number ? name : `${name} (${number})`;
	};
	return { find, byId, word };
}
