import type { Work } from "../../../database/work.server.ts";
import { piecesOf } from "../../../pieces.ts";
import { rowsAtOnce } from "./rows-at-once.ts";

export async function hasSuccessors(work: Work, organisationId: string): Promise<boolean> {
	const found = await work.db
		.selectFrom("organisation.succession")
		.select("successor_id")
		.where("predecessor_id", "=", organisationId)
		.limit(1)
		.executeTakeFirst();
	return found !== undefined;
}

export type NewSuccession = {
	readonly predecessorId: string;
	readonly successorId: string;
	readonly happenedOn: string;
	readonly share: number;
	readonly source: string;
};

/** Enters successions that are not there yet; returns how many were not. */
export async function insertSuccessions(work: Work, successions: readonly NewSuccession[]): Promise<number> {
	let made = 0;
	for (const some of piecesOf(successions, rowsAtOnce)) {
		const result = await work.db
			.insertInto("organisation.succession")
			.values(
				some.map(({ predecessorId, successorId, happenedOn, share, source }) => ({
					predecessor_id: predecessorId,
					successor_id: successorId,
					happened_on: happenedOn,
					share,
					source,
				})),
			)
			.onConflict((conflict) => conflict.doNothing())
			.executeTakeFirst();
		made += Number(result.numInsertedOrUpdatedRows ?? 0);
	}
	return made;
}
