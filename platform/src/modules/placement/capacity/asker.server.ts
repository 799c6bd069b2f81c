import type { Work } from "../../../database/work.server.ts";
import { foldName } from "../../../geography/search.ts";
import { mandateOf } from "../../organisation/service.server.ts";
import { mayCoordinate } from "../rules.ts";

/** The organisation the asker coordinates placement for; undefined where they do not. */
export async function coordinatedBy(work: Work): Promise<string | undefined> {
	const mandate = await mandateOf(work);
	return mandate.organisationId !== null && mayCoordinate(mandate) ? mandate.organisationId : undefined;
}

/** The words of a search, as names are searched by. */
export function wordsOf(search: string | undefined): string[] {
	return foldName(search ?? "")
		.split(" ")
		.filter((word) => word !== "");
}

/** What whoever is acting is called in what they leave behind. */
export function nameOf({ actor }: Work): string | null {
	return actor.kind === "person" ? actor.name : null;
}
