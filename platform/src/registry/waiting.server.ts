import type { Work } from "../database/work.server.ts";

/** How soon something should be done: shown in this order. */
export const urgencies = ["now", "soon", "whenever"] as const;
export type Urgency = (typeof urgencies)[number];

/** Something that waits for the one who is asking, in their own language. */
export type WaitingItem = {
	/** The same thing has the same key every time it is found; begins with the room's name. */
	readonly key: string;
	/** What to do: "Bekreft at du fortsatt svarer for praksisplasser". */
	readonly title: string;
	/** Why, or what happens if nobody does it. */
	readonly note?: string;
	/** The page where it is done. */
	readonly path: string;
	readonly urgency: Urgency;
	/** The last day to do it, YYYY-MM-DD. */
	readonly dueOn?: string;
};

/**
 * What waits for the actor of this unit of work. Read every time somebody opens the front page: a few quick queries,
 * best by `rowsTogether`, with those of the other rooms in one statement; and one item for many things of a kind.
 */
export type FindWaiting = (work: Work) => Promise<readonly WaitingItem[]>;

const rooms = new Map<string, FindWaiting>();

/** A room tells what waits for people in it. Called once per room, at start-up. */
export function registerWaiting(room: string, find: FindWaiting): void {
	if (rooms.has(room)) throw new Error(`what waits in ${room} is registered twice`);
	rooms.set(room, find);
}

/** Everything that waits for the actor, the most urgent first, then what is due first; equals in the order of the rooms. */
export async function findWaiting(work: Work): Promise<WaitingItem[]> {
	const found = await Promise.all([...rooms.values()].map((find) => find(work)));
	return found
		.flat()
		.sort(
			(a, b) =>
				urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency) ||
				(a.dueOn ?? "9999-12-31").localeCompare(b.dueOn ?? "9999-12-31"),
		);
}
