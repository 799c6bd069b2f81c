import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused, refusedAll } from "../../../outcome.ts";
import { isId } from "../../organisation/contract.ts";
import { currentOf } from "../actual/rules.ts";
import { listActual } from "../actual/store.server.ts";
import type { Entry } from "../framework/contract.ts";
import { choosableOf } from "../framework/service.server.ts";
import { listAllEntries } from "../framework/store.server.ts";
import { listNeeds } from "../need/store.server.ts";
import { readingOf } from "../units.server.ts";
import type { Asked, Collection, CollectRefusal, SaidByUnit } from "./contract.ts";
import { type Held, refuseSaid, saidOf } from "./rules.ts";
import * as store from "./store.server.ts";

/** What links to a unit's answer are for. */
export const collectPurpose = "competence-collect";

export type OpenedAsked = {
	readonly asked: Asked;
	readonly collection: Collection;
	readonly held: Held;
	/** Every competence there is a word for, and those that can be chosen. */
	readonly entries: readonly Entry[];
	readonly choosable: readonly Entry[];
	readonly mayAnswer: boolean;
};

/** What the house holds of a unit today. */
export async function heldOf(work: Work, organisationId: string, unitId: string): Promise<Held> {
	const has = currentOf(await listActual(work, organisationId, unitId), work.today);
	return {
		has: has.sort((one, other) => other.positions - one.positions),
		needs: (await listNeeds(work, organisationId)).filter((need) => need.unitId === unitId),
	};
}

/** What a unit is asked and has answered, with what is held of it: for its leader, who plans, and who holds its link. */
export async function openAsked(work: Work, id: string): Promise<OpenedAsked | undefined> {
	const { actor } = work;
	if (!isId(id) || (actor.kind === "link" && (actor.purpose !== collectPurpose || actor.objectId !== id)))
		return undefined;
	const [asked] = await store.listAsked(work, sql`k.id = ${id}`);
	const collection = asked && (await store.findCollection(work, asked.collectionId));
	if (!asked || !collection) return undefined;
	const { organisationId } = collection;
	if (actor.kind !== "link") {
		const reading = await readingOf(work);
		if (reading?.organisationId !== organisationId) return undefined;
		if (!reading.units.some((unit) => unit.id === asked.unitId && unit.mayAnswer)) return undefined;
	}
	const entries = await listAllEntries(work, organisationId);
	return {
		...{ asked, collection, entries, choosable: choosableOf(entries), mayAnswer: collection.closedAt === null },
		held: await heldOf(work, organisationId, asked.unitId),
	};
}

/**
 * Writes what a unit has and needs, in the version that was looked at. It counts from when it is taken in. Without `said`
 * the unit says that what is held is right.
 */
export async function answerAsked(
	work: Work,
	id: string,
	{ version, said }: { readonly version: number; readonly said?: SaidByUnit },
): Promise<Outcome<undefined, CollectRefusal>> {
	const opened = await openAsked(work, id);
	if (!opened) return refused("missing");
	const { asked, collection, held, entries, mayAnswer } = opened;
	if (!mayAnswer) return refused("collection-closed");
	const given = said ?? saidOf(held);
	const refusals = refuseSaid(given, { held, entries: new Set(entries.map((entry) => entry.id)) });
	if (refusals.length > 0) return refusedAll(refusals);
	const by = work.actor.kind === "person" ? work.actor.name : asked.unitName;
	if (!(await store.writeAnswer(work, { ...collection, id }, version, { said: given, by })))
		return refused("changed-by-another");
	await record(work, {
		...{ verb: "competence-collection.answer", objectKind: "competence-collection", objectId: collection.id },
		detail: { has: given.has.length, needs: given.needs.length },
	});
	return done(undefined);
}
