import { sql } from "kysely";
import type { Work } from "../../database/work.server.ts";
import type { ProvisionKind } from "./codes.ts";
import type {
	Agreement,
	AgreementTheme,
	Commitment,
	CommitmentFacts,
	Provision,
	ThemeContact,
	ThemeFacts,
} from "./contract.ts";
import { listParties, type PartyRow } from "./party.store.server.ts";

type Key = Pick<Agreement, "organisationId" | "id">;
export type Access = { readonly readers: readonly string[]; readonly writers: readonly string[] };

/** The parts of an agreement, without names of organisations. */
export type Parts = {
	readonly parties: readonly PartyRow[];
	readonly themes: readonly AgreementTheme[];
	readonly contacts: readonly ThemeContact[];
	readonly commitments: readonly Commitment[];
	readonly provisions: readonly Provision[];
};

export async function readParts(work: Work, key: Key): Promise<Parts> {
	const [parties, themes, contacts, commitments, provisions] = await Promise.all([
		listParties(work, key),
		sql<AgreementTheme>`select id, theme, name, goal, responsibility, obligations, payer, arena, meetings_a_year "meetingsAYear",
			plan_name "planName", plan_decision "planDecision", plan_from "planFrom", plan_until "planUntil", note, sort, version
			from agreement.theme where ${of(key)} order by sort, id`.execute(work.db),
		sql<ThemeContact>`select theme_id "themeId", party_id "partyId", name, email, deputy_name "deputyName",
			deputy_email "deputyEmail", version from agreement.contact where ${of(key)}`.execute(work.db),
		sql<Commitment>`select id, theme_id "themeId", party_id "partyId", what, measure, amount, per, profession,
			year_of_study "yearOfStudy", unit_name "unitName", unit_organisation_id "unitOrganisationId",
			unit_id "unitId", first_day "firstDay", last_day "lastDay", sort, version
			from agreement.commitment where ${of(key)} order by sort, id`.execute(work.db),
		sql<Provision>`select kind, body, version from agreement.provision where ${of(key)}`.execute(work.db),
	]);
	return {
		...{ parties, themes: themes.rows, contacts: contacts.rows },
		...{ commitments: commitments.rows, provisions: provisions.rows },
	};
}

const of = ({ organisationId, id }: Key) => sql`organisation_id = ${organisationId} and agreement_id = ${id}`;

function themeColumns(facts: ThemeFacts) {
	return {
		...{ theme: facts.theme, name: facts.name, goal: facts.goal, responsibility: facts.responsibility },
		...{ obligations: facts.obligations, payer: facts.payer, arena: facts.arena },
		...{ meetings_a_year: facts.meetingsAYear, plan_name: facts.planName, plan_decision: facts.planDecision },
		...{ plan_from: facts.planFrom, plan_until: facts.planUntil, note: facts.note },
	};
}

export async function insertTheme(
	work: Work,
	{ organisationId, id }: Key,
	theme: ThemeFacts & { readonly id: string; readonly sort: number },
	{ readers, writers }: Access,
): Promise<void> {
	await work.db
		.insertInto("agreement.theme")
		.values({
			...{ organisation_id: organisationId, agreement_id: id, id: theme.id, sort: theme.sort },
			...themeColumns(theme),
			...{ readers: [...readers], writers: [...writers] },
		})
		.execute();
}

/** Changes a theme in the version that was looked at; false where somebody else was first. */
export async function updateTheme(
	work: Work,
	{ organisationId, id }: Key,
	themeId: string,
	facts: ThemeFacts,
	version: number,
): Promise<boolean> {
	const changed = await work.db
		.updateTable("agreement.theme")
		.set({ ...themeColumns(facts), version: version + 1 })
		.where("organisation_id", "=", organisationId)
		.where("agreement_id", "=", id)
		.where("id", "=", themeId)
		.where("version", "=", version)
		.executeTakeFirst();
	return changed.numUpdatedRows === 1n;
}

/** Removes a theme with its contacts and commitments. */
export async function deleteTheme(work: Work, { organisationId, id }: Key, themeId: string): Promise<void> {
	await work.db
		.deleteFrom("agreement.theme")
		.where("organisation_id", "=", organisationId)
		.where("agreement_id", "=", id)
		.where("id", "=", themeId)
		.execute();
}

type WrittenCommitment = Omit<CommitmentFacts, "profession"> &
	Pick<Commitment, "profession" | "unitOrganisationId" | "unitId">;

function commitmentColumns(facts: WrittenCommitment) {
	return {
		...{ theme_id: facts.themeId, party_id: facts.partyId, what: facts.what, measure: facts.measure },
		...{ amount: facts.amount, per: facts.per, profession: facts.profession, year_of_study: facts.yearOfStudy },
		...{ unit_name: facts.unitName, unit_organisation_id: facts.unitOrganisationId, unit_id: facts.unitId },
		...{ first_day: facts.firstDay, last_day: facts.lastDay },
	};
}

export async function insertCommitment(
	work: Work,
	{ organisationId, id }: Key,
	one: WrittenCommitment & { readonly id: string; readonly sort: number },
	{ readers, writers }: Access,
): Promise<void> {
	await work.db
		.insertInto("agreement.commitment")
		.values({
			...{ organisation_id: organisationId, agreement_id: id, id: one.id, sort: one.sort },
			...commitmentColumns(one),
			...{ readers: [...readers], writers: [...writers] },
		})
		.execute();
}

export async function updateCommitment(
	work: Work,
	{ organisationId, id }: Key,
	commitmentId: string,
	facts: WrittenCommitment,
	version: number,
): Promise<boolean> {
	const changed = await work.db
		.updateTable("agreement.commitment")
		.set({ ...commitmentColumns(facts), version: version + 1 })
		.where("organisation_id", "=", organisationId)
		.where("agreement_id", "=", id)
		.where("id", "=", commitmentId)
		.where("version", "=", version)
		.executeTakeFirst();
	return changed.numUpdatedRows === 1n;
}

export async function deleteCommitment(work: Work, { organisationId, id }: Key, commitmentId: string): Promise<void> {
	await work.db
		.deleteFrom("agreement.commitment")
		.where("organisation_id", "=", organisationId)
		.where("agreement_id", "=", id)
		.where("id", "=", commitmentId)
		.execute();
}

/** Writes what the agreement says on a matter, in the version looked at (null: it said nothing); false where somebody was first. */
export async function writeProvision(
	work: Work,
	{ organisationId, id }: Key,
	{ kind, body }: { readonly kind: ProvisionKind; readonly body: string },
	version: number | null,
	{ readers, writers }: Access,
): Promise<boolean> {
	if (version === null) {
		const added = await work.db
			.insertInto("agreement.provision")
			.values({
				...{ organisation_id: organisationId, agreement_id: id, kind, body },
				...{ readers: [...readers], writers: [...writers] },
			})
			.onConflict((conflict) => conflict.doNothing())
			.executeTakeFirst();
		return added.numInsertedOrUpdatedRows === 1n;
	}
	const changed = await work.db
		.updateTable("agreement.provision")
		.set({ body, version: version + 1 })
		.where("organisation_id", "=", organisationId)
		.where("agreement_id", "=", id)
		.where("kind", "=", kind)
		.where("version", "=", version)
		.executeTakeFirst();
	return changed.numUpdatedRows === 1n;
}

export async function deleteProvision(
	work: Work,
	{ organisationId, id }: Key,
	kind: ProvisionKind,
	version: number,
): Promise<boolean> {
	const gone = await work.db
		.deleteFrom("agreement.provision")
		.where("organisation_id", "=", organisationId)
		.where("agreement_id", "=", id)
		.where("kind", "=", kind)
		.where("version", "=", version)
		.executeTakeFirst();
	return gone.numDeletedRows === 1n;
}

/** Who answers for a theme at a party; written over, since people change while the text stands. */
export async function writeContact(
	work: Work,
	{ organisationId, id }: Key,
	contact: Omit<ThemeContact, "version">,
	readers: readonly string[],
): Promise<void> {
	const values = {
		...{ name: contact.name, email: contact.email, deputy_name: contact.deputyName },
		deputy_email: contact.deputyEmail,
	};
	await work.db
		.insertInto("agreement.contact")
		.values({
			...{ organisation_id: organisationId, agreement_id: id, theme_id: contact.themeId, party_id: contact.partyId },
			...values,
			readers: [...readers],
		})
		.onConflict((conflict) =>
			conflict
				.columns(["organisation_id", "agreement_id", "theme_id", "party_id"])
				.doUpdateSet({ ...values, version: sql<number>`contact.version + 1` }),
		)
		.execute();
}
