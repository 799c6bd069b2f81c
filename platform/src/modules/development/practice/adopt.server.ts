import { newId, type Work } from "../../../database/work.server.ts";
import { done, type Outcome, refused, refusedAll } from "../../../outcome.ts";
import { mandateOf, nameOrganisations } from "../../organisation/service.server.ts";
import type { Project, ProjectRefusal } from "../project/contract.ts";
import { addProject, nameOf } from "../project/service.server.ts";
import * as store from "./adopt.store.server.ts";
import type { AdoptionFacts, PracticeRefusal, UseFacts } from "./contract.ts";
import { writeResult } from "./result.server.ts";
import { refuseAdoption, refuseUse } from "./rules.ts";
import { notedCard, openCard } from "./service.server.ts";
import { findCardOf } from "./store.server.ts";

/**
 * Begins a project that tries out a card: with a purpose of its own, what is different here, and what is changed for that.
 * Whoever reads the card reads who tries it out and how it goes.
 */
export async function adoptCard(
	work: Work,
	cardId: string,
	{ differs, changes, ...facts }: AdoptionFacts,
): Promise<Outcome<{ projectId: string }, PracticeRefusal | ProjectRefusal>> {
	const opened = await openCard(work, cardId);
	if (!opened) return refused("missing");
	const { organisationId } = await mandateOf(work);
	if (!opened.can.adopt || organisationId === null) return refused("not-allowed");
	const { card } = opened;
	const refusals = refuseAdoption({ ...facts, differs, changes }, card.result?.purpose ?? "");
	if (refusals.length > 0) return refusedAll(refusals);
	const begun = await addProject(work, facts);
	if (begun.refused) return begun;
	const projectId = begun.done.id;
	await store.insertAdoption(work, {
		...{ organisationId, projectId, cardOrganisationId: card.organisationId, cardId, cardTitle: card.title },
		...{ differs, changes },
	});
	await writeResult(work, organisationId, projectId);
	await notedCard(work, "adopt", cardId);
	return done({ projectId });
}

/** The card a project of the organisation acted for tries out, and the one that was made of it. */
export async function cardsOfProject(work: Work, { organisationId, id }: Pick<Project, "organisationId" | "id">) {
	return {
		adoption: (await store.findAdoption(work, organisationId, id)) ?? null,
		card: (await findCardOf(work, organisationId, id)) ?? null,
	};
}

/** Says what the organisation acted for has done with a card, from a day. What was said before stays, and no longer counts. */
export async function sayUse(
	work: Work,
	cardId: string,
	facts: UseFacts,
): Promise<Outcome<undefined, PracticeRefusal>> {
	const opened = await openCard(work, cardId);
	if (!opened) return refused("missing");
	const { organisationId } = await mandateOf(work);
	if (organisationId === null) return refused("not-allowed");
	const { card, can } = opened;
	const refusals = refuseUse(facts, { cardOrganisationId: card.organisationId, organisationId, today: work.today });
	if (refusals.length > 0) return refusedAll(refusals);
	if (!can.say) return refused("not-allowed");
	const organisationName = (await nameOrganisations(work, [organisationId])).get(organisationId)?.name ?? "";
	const id = newId();
	await store.insertUse(work, card, { ...facts, organisationId, organisationName, id, recordedBy: nameOf(work) });
	await notedCard(work, "use", cardId);
	return done(undefined);
}

/** Takes back what the organisation acted for said last of a card; it stays to be read, and no longer counts. */
export async function undoUse(work: Work, cardId: string, useId: string): Promise<Outcome<undefined, PracticeRefusal>> {
	const opened = await openCard(work, cardId);
	if (!opened) return refused("missing");
	const { organisationId } = await mandateOf(work);
	const own = opened.uses.find((one) => one.id === useId && one.organisationId === organisationId);
	if (!own || organisationId === null) return refused("missing");
	if (!opened.can.say) return refused("not-allowed");
	await store.undoUse(work, organisationId, useId, nameOf(work));
	await notedCard(work, "undo", cardId);
	return done(undefined);
}
