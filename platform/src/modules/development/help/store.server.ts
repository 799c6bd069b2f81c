import { sql } from "kysely";
import { rowsTogether } from "../../../database/asked-together.server.ts";
import type { Work } from "../../../database/work.server.ts";
import { foldName } from "../../../geography/search.ts";
import type { Help, HelpFacts, Offer, OfferAnswer, Queue } from "./contract.ts";

export type Key = Pick<Help, "organisationId" | "id">;

const columns = sql`organisation_id "organisationId", id, title, about, for_whom "forWhom", brings, way, place, within_km "withinKm",
	at_once "atOnce", contact_name "contactName", contact_email "contactEmail", ended_on "endedOn", version`;

const offerColumns = sql`organisation_id "organisationId", help_id "helpId", id, party_id "partyId", begun, because, said_on "saidOn",
	said_by "saidBy", answer_by "answerBy", answer, answer_words "answerWords", answered_on "answeredOn", answered_by "answeredBy",
	local_name "localName", local_role "localRole", local_email "localEmail", began_on "beganOn", began_because "beganBecause",
	ended_on "endedOn", result, withdrawn_on "withdrawnOn", version`;

/** All help anybody offers, by title. */
export async function listHelp(work: Work): Promise<readonly Help[]> {
	const { rows } = await sql<Help>`
		select ${columns} from development.help order by title collate house.norwegian, id`.execute(work.db);
	return rows;
}

export async function findHelp(work: Work, id: string): Promise<Help | undefined> {
	const { rows } = await sql<Help>`select ${columns} from development.help where id = ${id}`.execute(work.db);
	return rows[0];
}

/** Offers and requests the asker may read, the latest first: of one help, or of all (null). */
export async function listOffers(work: Work, helpId: string | null): Promise<readonly Offer[]> {
	const narrowed = helpId === null ? sql`` : sql`where help_id = ${helpId}`;
	const { rows } = await sql<Offer>`
		select ${offerColumns} from development.help_offer ${narrowed} order by said_on desc, id desc`.execute(work.db);
	return rows;
}

/** How long the queue of each help is, and where in it the organisation acted for stands. */
export async function readQueues(work: Work): Promise<ReadonlyMap<string, Queue>> {
	const { rows } = await sql<Queue & { readonly helpId: string }>`
		select help_id "helpId", going, waiting, place from development.help_queue()`.execute(work.db);
	return new Map(rows.map(({ helpId, ...queue }) => [helpId, queue]));
}

/** How often each organisation has been offered something, by anybody. */
export async function readOffered(work: Work): Promise<ReadonlyMap<string, number>> {
	const { rows } = await sql<{ readonly partyId: string; readonly offers: number }>`
		select party_id "partyId", offers from development.help_offered()`.execute(work.db);
	return new Map(rows.map(({ partyId, offers }) => [partyId, offers]));
}

/** What the organisation acted for is offered and has not answered, and what is asked of it that nobody has begun. */
export function listAwaiting(work: Work, organisationId: string) {
	return rowsTogether<{
		readonly helpId: string;
		readonly id: string;
		readonly title: string;
		readonly answerBy: string | null;
		readonly isOwn: boolean;
	}>(
		work,
		sql`select o.help_id "helpId", o.id, h.title, o.answer_by "answerBy", o.organisation_id = ${organisationId} "isOwn"
			from development.help_offer o join development.help h on h.organisation_id = o.organisation_id and h.id = o.help_id
			where o.withdrawn_on is null and o.began_on is null and o.answer is null
				and case o.begun when 'offered' then o.party_id = ${organisationId} else o.organisation_id = ${organisationId} end
			order by o.said_on, o.id`,
	);
}

function columnsOf(facts: HelpFacts) {
	return {
		...{ title: facts.title, about: facts.about, for_whom: facts.forWhom, brings: facts.brings, way: facts.way },
		...{ place: facts.place, within_km: facts.withinKm, at_once: facts.atOnce },
		...{ contact_name: facts.contactName, contact_email: facts.contactEmail, search_name: foldName(facts.title) },
	};
}

export async function insertHelp(work: Work, { organisationId, id }: Key, facts: HelpFacts): Promise<void> {
	await work.db
		.insertInto("development.help")
		.values({ organisation_id: organisationId, id, ...columnsOf(facts) })
		.execute();
}

/** Changes help in the version that was looked at, or says from when it is offered no longer; false where somebody else was first. */
export async function updateHelp(
	work: Work,
	{ organisationId, id, version }: Key & { readonly version: number },
	change: HelpFacts | { readonly endedOn: string | null },
): Promise<boolean> {
	const done = await work.db
		.updateTable("development.help")
		.set({ ...("endedOn" in change ? { ended_on: change.endedOn } : columnsOf(change)), version: version + 1 })
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.where("version", "=", version)
		.executeTakeFirst();
	return done.numUpdatedRows === 1n;
}

type NewOffer = Pick<Offer, "id" | "partyId" | "begun" | "because" | "answerBy" | "saidBy"> &
	Pick<Offer, "localName" | "localRole" | "localEmail">;

export async function insertOffer(work: Work, key: Key, offer: NewOffer): Promise<void> {
	await work.db
		.insertInto("development.help_offer")
		.values({
			...{ organisation_id: key.organisationId, help_id: key.id, id: offer.id, party_id: offer.partyId },
			...{ begun: offer.begun, because: offer.because, answer_by: offer.answerBy },
			...{ said_on: work.today, said_by: offer.saidBy },
			...{ local_name: offer.localName, local_role: offer.localRole, local_email: offer.localEmail },
			readers: [key.organisationId, offer.partyId],
		})
		.execute();
}

type OfferChange =
	| { readonly answer: Omit<OfferAnswer, "version">; readonly by: string }
	/** Somebody who waits is begun with, which is a yes where none was said. */
	| { readonly began: string; readonly by: string; readonly answered: boolean }
	| { readonly result: string }
	| "withdrawn";

function offerChanged(work: Work, change: OfferChange) {
	if (change === "withdrawn") return { withdrawn_on: work.today };
	if ("result" in change) return { ended_on: work.today, result: change.result };
	if ("began" in change)
		return {
			...{ began_on: work.today, began_because: change.began },
			...(change.answered ? {} : { answer: "yes", answered_on: work.today, answered_by: change.by }),
		};
	const { answer, answerWords, localName, localRole, localEmail } = change.answer;
	return {
		...{ answer, answer_words: answerWords, answered_on: work.today, answered_by: change.by },
		...(answer === "yes" ? { local_name: localName, local_role: localRole, local_email: localEmail } : {}),
	};
}

/** Changes an offer in the version that was looked at; false where somebody else was first. */
export async function updateOffer(
	work: Work,
	{ organisationId, helpId, id, version }: Pick<Offer, "organisationId" | "helpId" | "id" | "version">,
	change: OfferChange,
): Promise<boolean> {
	const done = await work.db
		.updateTable("development.help_offer")
		.set({ ...offerChanged(work, change), version: version + 1 })
		.where("organisation_id", "=", organisationId)
		.where("help_id", "=", helpId)
		.where("id", "=", id)
		.where("version", "=", version)
		.executeTakeFirst();
	return done.numUpdatedRows === 1n;
}
