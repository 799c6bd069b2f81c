import type { Database } from "../../../database/work.server.ts";
import { system } from "../../../identity/actor.ts";
import { readyWithin } from "../round/ready.ts";
import { type Why, whyPlaced } from "../round/why.server.ts";
import type { PlacementPage } from "./service.server.ts";

/**
 * Why a placement is where it is, to whoever has read it: undefined to hosts, who are not told what students wished, and where
 * what the run came to is gone. As the system, because a run belongs to whoever runs the round; what comes out is about this
 * student alone.
 */
export async function explainPlacement(
	database: Database,
	{ placement, side }: Pick<PlacementPage, "placement" | "side">,
) {
	if (side === "host" || side === "supervisor") return undefined;
	return whyPlaced((work) => database.reading(system("placement why", placement.roundOwnerId), work), placement);
}

/** For a student's own page: why, null as long as it is being worked out, or undefined where there is nothing to tell. */
export async function whyForStudent(database: Database, page: PlacementPage): Promise<Why | null | undefined> {
	const told = await explainPlacement(database, page);
	return told && ((await readyWithin(told.why())) ?? null);
}
