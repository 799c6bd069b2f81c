import type { Work } from "../database/work.server.ts";

/**
 * Ties what a room holds under an e-mail address to the person who has just proved that it is theirs. Runs as the
 * system, in the transaction of the sign-in.
 */
export type Bind = (work: Work, personId: string, email: string) => Promise<void>;

const bindings = new Map<string, Bind>();

/** A room tells what it holds by address. Called once per room, at start-up. */
export function registerBinding(room: string, bind: Bind): void {
	const other = bindings.get(room);
	if (other && other !== bind) throw new Error(`what is bound in ${room} is registered twice`);
	bindings.set(room, bind);
}

/** Lets every room tie what it holds under a proved address to the person. */
export async function bindRooms(work: Work, personId: string, email: string): Promise<void> {
	for (const bind of bindings.values()) await bind(work, personId, email);
}
