import type { Work } from "../../database/work.server.ts";
import { mandateOf, readTree } from "../organisation/service.server.ts";
import { type Asker, mayAnswerFor, mayRead } from "./rules.ts";

/** A unit of the organisation acted for that the asker may read the competence of. */
export type ReadUnit = {
	readonly id: string;
	readonly parentId: string | null;
	readonly code: string | null;
	readonly name: string;
	/** The names above it, from the top. */
	readonly above: readonly string[];
	readonly setting: string | null;
	readonly sector: string;
	/** Only gathers units under it, and is no service itself. */
	readonly isGathering: boolean;
	readonly mayAnswer: boolean;
};

export type Reading = { readonly organisationId: string; readonly asker: Asker; readonly units: readonly ReadUnit[] };

/** Who asks, and the open units they may read, parents before children; undefined where no organisation is acted for. */
export async function readingOf(work: Work): Promise<Reading | undefined> {
	const asker = await mandateOf(work);
	const { organisationId } = asker;
	if (organisationId === null) return undefined;
	const lines = await readTree(work, organisationId);
	const paths = new Map<string, readonly string[]>();
	const names = new Map<string, readonly string[]>();
	for (const { id, parentId, name } of lines) {
		paths.set(id, [id, ...((parentId === null ? undefined : paths.get(parentId)) ?? [])]);
		names.set(id, [...((parentId === null ? undefined : names.get(parentId)) ?? []), name]);
	}
	const units = lines.flatMap((line): ReadUnit[] => {
		const path = paths.get(line.id) ?? [];
		if (!mayRead(asker, path)) return [];
		const { id, parentId, code, name, setting, sector } = line;
		const isGathering = setting === null && line.childCount > 0;
		const above = (names.get(id) ?? []).slice(0, -1);
		return [{ id, parentId, code, name, above, setting, sector, isGathering, mayAnswer: mayAnswerFor(asker, path) }];
	});
	return { organisationId, asker, units };
}
