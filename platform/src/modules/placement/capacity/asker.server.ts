import type { Work } from "../../../database/work.server.ts";
import { mandateOf, readTreeAlone } from "../../organisation/service.server.ts";
import { type Asker, mayAnswerForSite, mayCoordinate } from "../rules.ts";

/** The organisation the asker coordinates placement for; undefined where they do not. */
export async function coordinatedBy(work: Work): Promise<string | undefined> {
	const mandate = await mandateOf(work);
	return mandate.organisationId !== null && mayCoordinate(mandate) ? mandate.organisationId : undefined;
}

/** The units the asker leads at the organisation acted for, with all under them, closed ones too. */
export async function unitsLed(work: Work, asker: Asker): Promise<readonly string[]> {
	const { organisationId, holdings } = asker;
	if (organisationId === null || !holdings.some(({ role }) => role === "unit-leader")) return [];
	const paths = new Map<string, readonly string[]>();
	for (const { id, parentId } of await readTreeAlone(work, organisationId, { withClosed: true }))
		paths.set(id, [id, ...((parentId === null ? undefined : paths.get(parentId)) ?? [])]);
	return [...paths].flatMap(([id, path]) => (mayAnswerForSite(asker, path) ? [id] : []));
}

/** What whoever is acting is called in what they leave behind. */
export function nameOf({ actor }: Work): string | null {
	return actor.kind === "person" ? actor.name : null;
}
