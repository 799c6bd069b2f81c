import { missing, representing } from "../../../../visit.server.ts";
import { readBoard, readStanding } from "../board.server.ts";
import type { Route } from "./+types/board-sites";
import { boardAsked } from "./board-query.server.ts";

/** Some sites of the board, as one scrolls to them. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading, url, language } = representing(context, request);
	return reading(async (work) => {
		const standing = (await readStanding(work, params.runId)) ?? missing();
		const { sites } = await readBoard(work, standing, boardAsked(url).query, language);
		return { sites };
	});
}
