import { missing, representing } from "../../../../visit.server.ts";
import { countMoves } from "../move.store.server.ts";
import { readRun } from "../run.server.ts";
import type { Route } from "./+types/board-state";

/** How many moves a run has had: the board asks now and then, to tell when somebody else has moved. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => ({ seen: await countMoves(work, (await readRun(work, params.runId)) ?? missing()) }));
}
