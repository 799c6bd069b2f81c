import type { OpenedArena } from "../open.server.ts";
import { votesFor } from "../service.server.ts";
import type { ShownRequest } from "./Requests.tsx";

/** The items asked for in an arena, those most wanted first, as the one with this seat sees them. */
export function shownRequests(
	{ requests, seats, parties }: Pick<OpenedArena, "requests" | "seats" | "parties">,
	seatId: string | null,
): readonly ShownRequest[] {
	return requests
		.map(({ id, title, body, askedBy, askedByName, votes }) => ({
			...{ id, title, body, by: askedByName ?? parties.find((party) => party.id === askedBy)?.name ?? "" },
			...{ count: votesFor({ votes }, seats), isMine: seatId !== null && votes.includes(seatId) },
		}))
		.sort((one, other) => other.count - one.count);
}
