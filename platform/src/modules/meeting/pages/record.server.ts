import type { Work } from "../../../database/work.server.ts";
import { openAgreement } from "../../agreement/service.server.ts";
import { type Represents, represents } from "../codes.ts";
import type { OpenedArena } from "../open.server.ts";
import { type Attendance, anchoring, attendanceBy, neverPresent, outcomesOf } from "../rules.ts";
import { readArenaRecord } from "../service.server.ts";

export type ArenaRecordShown = {
	/** Meetings that were held. */
	readonly held: number;
	readonly anchoring: Attendance;
	/** Parties to the arena, or to the agreement it follows up, that have never been there, by name. */
	readonly never: readonly string[];
	readonly outcomes: ReturnType<typeof outcomesOf>;
	readonly by: readonly (Attendance & { readonly represents: Represents })[];
};

/** Who comes to an arena and what its meetings lead to; null before it has met. */
export async function readRecord(work: Work, opened: OpenedArena): Promise<ArenaRecordShown | null> {
	const { arena, parties, seats, meetings, decisions } = opened;
	const held = meetings.filter(({ state }) => state === "held").length;
	if (held === 0) return null;
	const { presences, items } = await readArenaRecord(work, opened);
	const agreed = arena.agreementId === null ? undefined : (await openAgreement(work, arena.agreementId, null)).done;
	// Whoever keeps the arena may do no more than write for it.
	const hasSeat = new Set(seats.map(({ partyId }) => partyId));
	const expected = new Map([
		...parties
			.filter(({ id }) => id !== arena.organisationId || hasSeat.has(id))
			.map(({ id, name }) => [id, name] as const),
		...(agreed?.parties ?? []).map(({ organisationId, name }) => [organisationId, name] as const),
	]);
	const by = attendanceBy(presences, seats, (seat) => seat.represents);
	return {
		held,
		anchoring: anchoring(presences, seats),
		never: neverPresent(presences, seats, [...expected.keys()]).map((id) => expected.get(id) ?? ""),
		outcomes: outcomesOf(items, decisions),
		by: represents.flatMap((one) => {
			const found = by.get(one);
			return found ? [{ represents: one, ...found }] : [];
		}),
	};
}
