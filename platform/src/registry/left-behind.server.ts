import type { Work } from "../database/work.server.ts";
import type { HeldBy, HeldThing } from "./holders.server.ts";

/**
 * Something that names a person and does not go along in a hand-over: it knows them by name only, or it is another's to
 * change. Shown as left to do.
 */
export type LeftThing = HeldThing & {
	/** Where it is changed; null where the asker cannot change it. */
	readonly path: string | null;
};

/** How a room tells what names people in it and cannot be moved for them. */
export type LeftBehind = {
	readonly kind: string;
	list(work: Work, organisationId: string, by: readonly HeldBy[]): Promise<readonly LeftThing[]>;
};

const known = new Map<string, LeftBehind>();

/** A room declares, once at start-up, what a hand-over cannot take along. */
export function registerLeftBehind(left: LeftBehind): void {
	if (known.has(left.kind)) throw new Error(`what is left behind of ${left.kind} is registered twice`);
	known.set(left.kind, left);
}

/** All in the rooms that names one person, known by these roles, and that somebody must change by hand. */
export async function listLeftBehind(
	work: Work,
	organisationId: string,
	by: readonly HeldBy[],
): Promise<readonly LeftThing[]> {
	const things: LeftThing[] = [];
	for (const left of known.values()) things.push(...(await left.list(work, organisationId, by)));
	return things;
}
