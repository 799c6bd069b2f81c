import { newId, type Work } from "../../../database/work.server.ts";
import { foldName } from "../../../geography/search.ts";
import { record } from "../../../identity/audit.server.ts";
import { revokeLinksTo } from "../../../identity/link-token.server.ts";
import { done, type Outcome, type Refusal, refused, refusedAll } from "../../../outcome.ts";
import { isId } from "../../organisation/contract.ts";
import { languageOf, nameOrganisations, resolveOrganisation } from "../../organisation/service.server.ts";
import { askerOf } from "../open.server.ts";
import type { EnquiryFacts, EnquiryRefusal, NewEnquiries } from "./contract.ts";
import { doer, enquiryPurpose, openToDo } from "./open.server.ts";
import { mayAsk, responsibilityFor } from "./rules.ts";
import * as store from "./store.server.ts";
import { deliver, findContact, makeLink, type Telling, type Told } from "./tell.server.ts";

type Receiver = { readonly id: string; readonly name: string; readonly arena: store.SpeakingArena | null };

/** What became of what was sent: how many were told, mailed, and who has neither account nor address. */
export type Sent = { readonly ids: readonly string[]; readonly counts: Readonly<Record<Told, number>> };

/** Sends the same enquiry to organisations, and to arenas that answer for their parties: one enquiry each. */
export async function sendEnquiries(
	work: Work,
	{ receiverIds, arenaIds, ...facts }: NewEnquiries,
	telling: Telling,
): Promise<Outcome<Sent, EnquiryRefusal>> {
	const asker = await askerOf(work);
	const { organisationId } = asker;
	if (organisationId === null || !mayAsk(asker)) return refused("not-allowed");
	const refusals: Refusal<EnquiryRefusal>[] = [];
	if (facts.dueOn < work.today) refusals.push({ code: "in-the-past", field: "dueOn" });
	if (receiverIds.length + arenaIds.length === 0) refusals.push({ code: "needs-receiver", field: "receivers.0" });
	const receivers: Receiver[] = [];
	for (const [index, id] of [...new Set(receiverIds)].entries()) {
		const field = `receivers.${index}`;
		const heir = isId(id) ? (await resolveOrganisation(work, id))[0] : undefined;
		if (!heir) refusals.push({ code: "organisation-unknown", field });
		else if (heir.id === organisationId) refusals.push({ code: "own-organisation", field });
		else receivers.push({ id: heir.id, name: heir.name, arena: null });
	}
	const speaking = arenaIds.length === 0 ? [] : await store.listSpeaking(work);
	for (const arenaId of new Set(arenaIds)) {
		const arena = speaking.find(({ id }) => id === arenaId);
		if (arena) receivers.push({ id: arena.organisationId, name: arena.name, arena });
		else refusals.push({ code: "arena-unknown", field: "arenaIds" });
	}
	if (refusals.length > 0) return refusedAll(refusals);
	const from = (await nameOrganisations(work, [organisationId])).get(organisationId)?.name ?? "";
	const ids: string[] = [];
	const counts = { told: 0, mailed: 0, silent: 0 };
	for (const receiver of receivers) {
		const { id, told } = await sendOne(work, { organisationId, from }, receiver, facts, telling);
		ids.push(id);
		counts[told]++;
	}
	return done({ ids, counts });
}

async function sendOne(
	work: Work,
	{ organisationId, from }: { readonly organisationId: string; readonly from: string },
	{ id: receiverId, name, arena }: Receiver,
	facts: EnquiryFacts,
	telling: Telling,
): Promise<{ readonly id: string; readonly told: Told }> {
	const { actor } = work;
	const [id, responsibility] = [newId(), responsibilityFor(facts.asks)];
	const to = { receiverId, responsibility, unitId: null, arenaId: arena?.id ?? null };
	const arenaOrganisationId = arena?.organisationId ?? null;
	const contact = await findContact(work, { ...to, arenaOrganisationId });
	const { contactId, contactName, contactEmail } = contact;
	const readers = [...new Set([organisationId, receiverId, ...(arena?.partyIds ?? [])])];
	await store.insertEnquiry(
		work,
		{
			...{ ...facts, ...to, arenaOrganisationId, arenaName: arena?.name ?? "", organisationId, id },
			...{ contactId, contactName, contactEmail, ownerId: null, ownerName: null, sentAt: work.now },
			...(actor.kind === "person"
				? { sentBy: actor.personId, sentByName: actor.name }
				: { sentBy: null, sentByName: "" }),
		},
		{ readers, searchName: foldName([facts.subject, from, name].join(" ")) },
	);
	const by = doer(work, await askerOf(work));
	await store.insertStep(
		work,
		{ organisationId, id },
		{ ...by, byOrganisationId: organisationId, what: "sent", body: "" },
		readers,
	);
	const told = await deliver(work, { organisationId, receiverId, id, from, ...facts }, contact, telling, "sent");
	if (told === "mailed")
		await store.insertStep(
			work,
			{ organisationId, id },
			{ byOrganisationId: null, byId: null, byName: "", what: "mailed", body: contactEmail ?? "" },
			readers,
		);
	await record(work, {
		...{ verb: "enquiry.send", objectKind: "enquiry", objectId: id, organisationId },
		detail: { receiverId, asks: facts.asks, told },
	});
	return { id, told };
}

/** Takes an enquiry back that nobody has settled. */
export async function withdrawEnquiry(
	work: Work,
	enquiryId: string,
	version: number,
): Promise<Outcome<undefined, EnquiryRefusal>> {
	const opened = await openToDo(work, enquiryId, version, "withdraw");
	if (opened.refused) return opened;
	const { enquiry, readers, asker } = opened.done;
	const change = { state: "withdrawn", settled_on: work.today, asked_back_on: null } as const;
	if (!(await store.updateEnquiry(work, enquiry, change))) return refused("changed-by-another");
	await store.insertStep(work, enquiry, { ...doer(work, asker), what: "withdrawn", body: "" }, readers);
	await revokeLinksTo(work, { kind: "enquiry", id: enquiryId }, enquiryPurpose);
	await record(work, { verb: "enquiry.withdraw", objectKind: "enquiry", objectId: enquiryId });
	return done(undefined);
}

/** Makes a link by which a receiver without an account answers; for the one who asks to hand over. Given here only. */
export async function makeEnquiryLink(
	work: Work,
	enquiryId: string,
	version: number,
): Promise<Outcome<{ readonly path: string }, EnquiryRefusal>> {
	const opened = await openToDo(work, enquiryId, version, "withdraw");
	if (opened.refused) return opened;
	const { enquiry, readers, asker, toName } = opened.done;
	if (enquiry.arenaId !== null) return refused("answered-by-arena");
	const path = await makeLink(work, enquiry, toName, await languageOf(work, enquiry.receiverId));
	await store.insertStep(work, enquiry, { ...doer(work, asker), what: "link-made", body: "" }, readers);
	return done({ path });
}
