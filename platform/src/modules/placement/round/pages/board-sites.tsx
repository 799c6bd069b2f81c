import { missing, representing } from "../../../../visit.server.ts";
import { openStanding, readBoard } from "../board.server.ts";
import { placesReader } from "../since.server.ts";
import type { Route } from "./+types/board-sites";
import { boardAsked } from "./board-query.server.ts";

/** Some sites of the board, as one scrolls to them. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading, url, language, house, actor } = representing(context, request);
	const standing = (await openStanding(reading, params.runId)) ?? missing();
	const { sites } = await readBoard(
		reading,
		placesReader(house.database, actor.organisationId),
		standing,
		boardAsked(url).query,
		language,
	);
	return { sites };
}
