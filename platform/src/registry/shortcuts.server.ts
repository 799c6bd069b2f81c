import type { Work } from "../database/work.server.ts";
import type { ObjectReference } from "./objects.server.ts";

/** A way a room offers, in the language of whoever asks. */
export type Shortcut = {
	/** The page it leads to. */
	readonly path: string;
	readonly label: string;
};

/**
 * The ways a room offers the actor by their roles: from the front page (`about` is null), or from the page of an object
 * of another room, such as an organisation. None where there is nothing they could do there.
 */
export type FindShortcuts = (work: Work, about: ObjectReference | null) => Promise<readonly Shortcut[]>;

const rooms = new Map<string, FindShortcuts>();

/** A room tells which ways it offers. Called once per room, at start-up. */
export function registerShortcuts(room: string, find: FindShortcuts): void {
	if (rooms.has(room)) throw new Error(`shortcuts of ${room} are registered twice`);
	rooms.set(room, find);
}

/** All the ways the rooms offer the actor, in the order of the rooms. */
export async function findShortcuts(work: Work, about: ObjectReference | null): Promise<Shortcut[]> {
	return (await Promise.all([...rooms.values()].map((find) => find(work, about)))).flat();
}
