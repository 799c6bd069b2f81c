import type { Work } from "../../../database/work.server.ts";
import { cutBy } from "../../../statistic/cut.ts";
import { isId } from "../contract.ts";
import type { NewParticipation, Participation, ParticipationCount, ParticipationQuery } from "./contract.ts";
import * as store from "./store.server.ts";

/**
 * Writes down what an organisation takes part in, in the transaction of the verb that made it so; the room that calls
 * has judged that the actor may. The same part from the same day is overwritten.
 * @throws where the actor acts for no organisation: the ledger says who wrote it down
 */
export async function recordParticipation(work: Work, given: NewParticipation): Promise<void> {
	const { actor } = work;
	const recordedBy = actor.kind === "nobody" ? undefined : (actor.organisationId ?? undefined);
	if (recordedBy === undefined) throw new Error("participation is recorded on behalf of an organisation");
	await store.upsertParticipation(work, recordedBy, given);
}

/** Ends the parts taken in an object after a last day: one organisation's, or everybody's. Returns how many ended. */
export async function endParticipation(
	work: Work,
	object: { readonly kind: string; readonly id: string },
	lastDay: string,
	organisationId: string | null = null,
): Promise<number> {
	return store.endParticipation(work, object, lastDay, organisationId);
}

/** What an organisation takes or took part in, as far as the actor may see, newest first. */
export async function listParticipation(work: Work, organisationId: string): Promise<Participation[]> {
	return isId(organisationId) ? store.listParticipation(work, [organisationId]) : [];
}

/** What several organisations take or took part in, likewise, asked for at once. */
export async function listParticipations(
	work: Work,
	organisationIds: readonly string[],
): Promise<ReadonlyMap<string | null, readonly Participation[]>> {
	return cutBy(await store.listParticipation(work, organisationIds), ({ organisationId }) => organisationId);
}

/**
 * How many things each organisation took part in during a time, as far as the actor may see; those that took part in
 * nothing come first, so that it is seen who never does.
 */
export async function countParticipation(work: Work, query: ParticipationQuery): Promise<ParticipationCount[]> {
	return store.countParticipation(work, query);
}

/** The organisations that took part in nothing during a time. */
export async function listAbsent(work: Work, query: ParticipationQuery): Promise<ParticipationCount[]> {
	return (await store.countParticipation(work, query)).filter((one) => one.count === 0);
}
