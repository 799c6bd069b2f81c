import { newId, type Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { cutBy } from "../../../statistic/cut.ts";
import { isId } from "../../organisation/contract.ts";
import { listOrganisations, mandateOf, nameOrganisations } from "../../organisation/service.server.ts";
import { nameOfActor } from "../network/open.server.ts";
import { type Asker, mayEnter } from "../rules.ts";
import type { ContactFacts, GuidedProject, HelpContact, HelpRefusal, LetIn, LetInFacts, Offer } from "./contract.ts";
import { kilometresFrom } from "./distance.server.ts";
import * as store from "./guide.store.server.ts";
import { mayGuide, mayHelp, mayLetIn, offerStateOf, type ReachedOne } from "./rules.ts";
import { type ListedHelp, type ListedOffer, listHelp } from "./service.server.ts";
import { listOffers, readOffered } from "./store.server.ts";

type Done<Value = undefined> = Promise<Outcome<Value, HelpRefusal>>;

/** Who was named last to be spoken with, with the role. */
function localOf(offers: readonly Offer[]): string | null {
	const named = offers.find(({ localName }) => localName !== "");
	return named === undefined ? null : `${named.localName}, ${named.localRole}`;
}

/** The day each organisation was last in contact with the one that helps; null: never. */
async function readLastContacts(work: Work, organisationId: string): Promise<(partyId: string) => string | null> {
	const own = (await store.listContacts(work, null)).filter((one) => one.organisationId === organisationId);
	const of = cutBy(own, ({ partyId }) => partyId);
	return (partyId) => of.get(partyId)?.[0]?.onDay ?? null;
}

/** Every municipality, and what the organisation acted for has offered it; undefined for who helps nobody. */
export async function readReached(work: Work): Promise<readonly ReachedOne[] | undefined> {
	const asker = await mandateOf(work);
	const { organisationId } = asker;
	if (organisationId === null || !mayHelp(asker)) return undefined;
	const { rows } = await listOrganisations(work, { kind: "municipality" });
	const offers = (await listOffers(work, null)).filter(
		(one) => one.organisationId === organisationId && one.withdrawnOn === null,
	);
	const lastContact = await readLastContacts(work, organisationId);
	const letIn = new Set((await store.listLetIn(work)).map((one) => one.organisationId));
	const [byAll, far] = [await readOffered(work), await kilometresFrom(work, organisationId)];
	const of = cutBy(offers, ({ partyId }) => partyId);
	return rows.flatMap((row): ReachedOne[] => {
		if (row.id === organisationId) return [];
		const own = of.get(row.id) ?? [];
		return [
			{
				...{ id: row.id, name: row.name, population: row.population?.value ?? null, kilometres: far(row.id) },
				offers: own.filter(({ begun }) => begun === "offered").length,
				offersByAll: byAll.get(row.id) ?? 0,
				accepted: own.filter(({ answer }) => answer === "yes").length,
				unanswered: own.filter((one) => offerStateOf(one) === "offered").length,
				...{ lastContact: lastContact(row.id), local: localOf(own), letIn: letIn.has(row.id) },
			},
		];
	});
}

export type OfferOf = ListedOffer & { readonly title: string; readonly way: ListedHelp["way"] };

/** What the organisation acted for has offered one other, what it answered, and when they were in contact; the latest first. */
export async function openReached(work: Work, partyId: string) {
	const asker = await mandateOf(work);
	const { organisationId } = asker;
	if (organisationId === null || !isId(partyId) || !mayHelp(asker)) return undefined;
	const name = (await nameOrganisations(work, [partyId])).get(partyId)?.name;
	if (name === undefined || partyId === organisationId) return undefined;
	const offers = (await listHelp(work)).flatMap(({ isOwn, offers, title, way }): OfferOf[] =>
		isOwn ? offers.filter((one) => one.partyId === partyId).map((one) => ({ ...one, title, way })) : [],
	);
	const contacts = (await store.listContacts(work, partyId)).filter((one) => one.organisationId === organisationId);
	const isLetIn = (await store.listLetIn(work)).some((one) => one.organisationId === partyId);
	return { partyId, name, offers, contacts, local: localOf(offers), isLetIn };
}

/** Writes down that the organisation acted for has been in contact with another, which reads it too. */
export async function noteContact(work: Work, partyId: string, facts: ContactFacts): Done {
	const reached = await openReached(work, partyId);
	const { organisationId } = await mandateOf(work);
	if (!reached || organisationId === null) return refused("missing");
	if (facts.onDay > work.today) return refused("ahead-of-today", { field: "onDay" });
	const id = newId();
	await store.insertContact(work, { ...facts, organisationId, id, partyId, notedBy: nameOfActor(work) });
	await record(work, { verb: "help.contact", objectKind: "organisation", objectId: partyId });
	return done(undefined);
}

/** Takes away a contact that was written down by mistake. */
export async function removeContact(work: Work, partyId: string, id: string): Done {
	const reached = await openReached(work, partyId);
	const one = reached?.contacts.find((contact) => contact.id === id);
	if (!one || !(await store.deleteContact(work, one.organisationId, id))) return refused("missing");
	await record(work, { verb: "help.remove-contact", objectKind: "organisation", objectId: partyId });
	return done(undefined);
}

export type LetInOne = LetIn & { readonly guideName: string };

/** Whose advisers the organisation acted for lets in, and who has been in contact with it. */
export async function readLetIn(work: Work) {
	const asker = await mandateOf(work);
	const { organisationId } = asker;
	if (organisationId === null || !mayEnter(asker)) return undefined;
	const letIn = (await store.listLetIn(work)).filter((one) => one.organisationId === organisationId);
	const contacts = (await store.listContacts(work, organisationId)).filter((one) => one.partyId === organisationId);
	const ids = [...letIn.map(({ guideId }) => guideId), ...contacts.map((one) => one.organisationId)];
	const names = await nameOrganisations(work, [...new Set(ids)]);
	const nameOf = (id: string) => names.get(id)?.name ?? "";
	return {
		letIn: letIn.map((one): LetInOne => ({ ...one, guideName: nameOf(one.guideId) })),
		contacts: contacts.map((one): HelpContact & { readonly byName: string } => ({
			...one,
			byName: nameOf(one.organisationId),
		})),
		mayDecide: mayLetIn(asker),
	};
}

async function toLetIn(work: Work): Done<Asker & { readonly organisationId: string }> {
	const asker = await mandateOf(work);
	const { organisationId } = asker;
	return organisationId !== null && mayLetIn(asker) ? done({ ...asker, organisationId }) : refused("not-allowed");
}

/** Lets the advisers of another organisation follow the projects of the one acted for; or says anew whether those who supervise may. */
export async function letIn(work: Work, { partyId, supervisorsToo }: LetInFacts): Done {
	const decided = await toLetIn(work);
	if (decided.refused) return decided;
	const { organisationId } = decided.done;
	if (partyId === organisationId) return refused("self-offered", { field: "partyId" });
	if (!(await nameOrganisations(work, [partyId])).has(partyId))
		return refused("organisation-unknown", { field: "partyId" });
	const one = { organisationId, guideId: partyId, since: work.today, by: nameOfActor(work), supervisorsToo };
	await store.writeLetIn(work, one);
	await record(work, { verb: "help.let-in", objectKind: "organisation", objectId: partyId });
	return done(undefined);
}

/** Lets them in no longer. */
export async function shutOut(work: Work, guideId: string): Done {
	const decided = await toLetIn(work);
	if (decided.refused) return decided;
	if (!isId(guideId) || !(await store.deleteLetIn(work, decided.done.organisationId, guideId)))
		return refused("missing");
	await record(work, { verb: "help.shut-out", objectKind: "organisation", objectId: guideId });
	return done(undefined);
}

export type Guided = GuidedProject & {
	readonly organisationName: string;
	/** The day somebody here was last in contact with the organisation. */
	readonly lastContact: string | null;
};

/**
 * The projects of those who have let the organisation acted for in, and how many municipalities have; undefined for who does
 * not advise. Whoever supervises there sees only those of municipalities that said so.
 */
export async function readGuided(work: Work) {
	const asker = await mandateOf(work);
	const { organisationId } = asker;
	if (organisationId === null || !mayGuide(asker)) return undefined;
	const projects = await store.listGuided(work);
	const names = await nameOrganisations(work, [...new Set(projects.map((one) => one.organisationId))]);
	const lastContact = await readLastContacts(work, organisationId);
	const letIn = (await store.listLetIn(work)).filter(({ guideId }) => guideId === organisationId);
	return {
		letIn: letIn.length,
		projects: projects.map(
			(one): Guided => ({
				...{ ...one, organisationName: names.get(one.organisationId)?.name ?? "" },
				lastContact: lastContact(one.organisationId),
			}),
		),
	};
}
