import { sql } from "kysely";
import type { Work } from "../../database/work.server.ts";
import { notify } from "../../notice/service.server.ts";
import { agreementMoved, type LifeStep } from "./notices.ts";
import type { Opened } from "./open.server.ts";

/** Accounts of those who keep agreements at an organisation. */
export async function listKeepers(work: Work, organisationId: string): Promise<string[]> {
	const { rows } = await sql<{ id: string }>`select agreement.keepers_of(${organisationId}) id`.execute(work.db);
	return rows.map(({ id }) => id);
}

/** Tells those who keep agreements at the other parties; parties without an account are asked by link, one by one. `page` is where in it. */
export async function tellParties(
	work: Work,
	{ agreement, parties, organisationId }: Pick<Opened, "agreement" | "parties" | "organisationId">,
	step: LifeStep,
	note: string,
	page = "",
): Promise<void> {
	const by = parties.find((party) => party.organisationId === organisationId)?.name ?? agreement.keeperName;
	const others = new Set([agreement.organisationId, ...parties.map((party) => party.organisationId)]);
	others.delete(organisationId);
	const personIds = (await Promise.all([...others].map((id) => listKeepers(work, id)))).flat();
	if (personIds.length === 0) return;
	await notify(work, {
		kind: agreementMoved,
		personIds,
		detail: { step, title: agreement.title, by, note },
		link: `/agreements/${agreement.id}${page}`,
	});
}
