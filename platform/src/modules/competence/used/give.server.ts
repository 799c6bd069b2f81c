import type { Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { languageOf, mandateOf, nameOrganisations } from "../../organisation/service.server.ts";
import { mayPlan } from "../rules.ts";
import { readingOf } from "../units.server.ts";
import { linkFor } from "./ask.server.ts";
import type { UsedRefusal, UsedToGive } from "./contract.ts";
import * as store from "./store.server.ts";

/** What those who plan can ask of by a link they hand over themselves, with the name of its unit; nothing for others. */
export async function listUsedToGive(work: Work): Promise<readonly (UsedToGive & { readonly unitName: string })[]> {
	const reading = await readingOf(work);
	if (!reading || !mayPlan(reading.asker)) return [];
	const names = new Map(reading.units.map(({ id, name }) => [id, name]));
	const list = await store.listToGive(work, reading.organisationId);
	return list.map((one) => ({ ...one, unitName: names.get(one.unitId) ?? "" }));
}

/**
 * Makes the link by which it is answered whether a completed study is used, and mails it where an address is given. Links
 * made before no longer work; that it is asked is written down, so that it is not asked twice.
 */
export async function linkToUsed(
	work: Work,
	about: Pick<UsedToGive, "studyId" | "months">,
	to: { readonly email: string | null },
): Promise<Outcome<{ readonly path: string }, UsedRefusal>> {
	const { organisationId } = await mandateOf(work);
	const isMeant = (one: Pick<UsedToGive, "studyId" | "months">) =>
		one.studyId === about.studyId && one.months === about.months;
	const found = (await listUsedToGive(work)).find(isMeant);
	if (!found || organisationId === null) return refused("missing");
	const id = found.id ?? (await store.askDue(work, organisationId, isMeant))[0]?.id;
	if (id === undefined) return refused("missing");
	const organisation = (await nameOrganisations(work, [organisationId])).get(organisationId)?.name ?? "";
	const language = await languageOf(work, organisationId);
	const path = await linkFor(work, { ...found, id }, { ...to, language, organisation, which: "ask" });
	await record(work, { verb: "competence-used.link", objectKind: "competence-used", objectId: id });
	return done({ path });
}
