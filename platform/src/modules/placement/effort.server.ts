import { newId, type Work } from "../../database/work.server.ts";

/** What people spent on a round or a collection: a message sent, or a step somebody had to take. */
export type Spent = {
	readonly kind: "message" | "touch";
	/** `capacity-asked`, `request-answered` … */
	readonly what: string;
	/** How many; nothing is written where there were none. */
	readonly times?: number;
	readonly collectionId?: string | null;
	readonly roundId?: string | null;
	readonly requestId?: string | null;
	/** Whose effort it is; the organisation acted for unless said. */
	readonly organisationId?: string;
};

/** Writes down effort in the transaction of what it was spent on. */
export async function recordEffort(work: Work, { kind, what, times = 1, ...spent }: Spent): Promise<void> {
	const { actor } = work;
	const organisationId = spent.organisationId ?? (actor.kind === "nobody" ? undefined : actor.organisationId);
	if (!organisationId || times === 0) return;
	await work.db
		.insertInto("placement.effort")
		.values({
			...{ organisation_id: organisationId, id: newId(), at: work.now, kind, what, times },
			...{ round_id: spent.roundId ?? null, collection_id: spent.collectionId ?? null },
			request_id: spent.requestId ?? null,
		})
		.execute();
}
