import type { Work } from "../../../database/work.server.ts";
import { addDays } from "../../../day.ts";
import { foldName } from "../../../geography/search.ts";
import { record } from "../../../identity/audit.server.ts";
import { notify } from "../../../notice/service.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { isId } from "../../organisation/contract.ts";
import { resolveOrganisation, unitPath } from "../../organisation/service.server.ts";
import type { EnquiryRefusal, Forwarding, Reason, Step } from "./contract.ts";
import { enquiryMoved } from "./notices.ts";
import { doer, type OpenedEnquiry, openEnquiryLink, openToDo } from "./open.server.ts";
import { corresponding, daysBetween } from "./rules.ts";
import * as store from "./store.server.ts";
import { type Contact, deliver, findContact, type Telling, tellAsker } from "./tell.server.ts";

type Words = { readonly body: string; readonly version: number /** Said by link only. */; readonly name?: string };

/** Opens what is to be answered, for an account or for a link. */
async function openToAnswer(
	work: Work,
	enquiryId: string,
	version: number,
): Promise<Outcome<OpenedEnquiry, EnquiryRefusal>> {
	if (work.actor.kind !== "link") return openToDo(work, enquiryId, version, "answer");
	const opened = await openEnquiryLink(work, version);
	if (opened.refused) return opened;
	return opened.done.can.answer ? opened : refused("settled");
}

/** Writes a step in the thread and in the log. */
async function step(
	work: Work,
	{ enquiry, readers, asker }: OpenedEnquiry,
	what: Step,
	{ body, name = "", verb }: { readonly body: string; readonly name?: string | undefined; readonly verb: string },
): Promise<void> {
	const by = doer(work, asker, name);
	// By link it is the receiver who speaks: the link itself belongs to the one who asks.
	const byOrganisationId = work.actor.kind === "link" ? enquiry.receiverId : by.byOrganisationId;
	await store.insertStep(work, enquiry, { ...by, byOrganisationId, what, body }, readers);
	await record(work, { verb, objectKind: "enquiry", objectId: enquiry.id, detail: { what } });
}

const byName = ({ enquiry, names, toName }: OpenedEnquiry) =>
	enquiry.arenaId === null ? (names.get(enquiry.receiverId) ?? "") : toName;

/** Takes an enquiry: whoever takes it is who the asker waits for, and who is reminded. */
export async function takeEnquiry(
	work: Work,
	enquiryId: string,
	version: number,
): Promise<Outcome<undefined, EnquiryRefusal>> {
	const opened = await openToDo(work, enquiryId, version, "answer");
	if (opened.refused) return opened;
	const { enquiry } = opened.done;
	const { actor } = work;
	if (actor.kind !== "person") return refused("not-allowed");
	const state = enquiry.state === "sent" ? "taken" : enquiry.state;
	const change = { state, owner_id: actor.personId, owner_name: actor.name };
	if (!(await store.updateEnquiry(work, enquiry, change))) return refused("changed-by-another");
	await step(work, opened.done, "taken", { body: "", verb: "enquiry.take" });
	return done(undefined);
}

/** Asks the one who asked. The enquiry waits for them, and the days it waits are given back. */
export async function askBack(
	work: Work,
	enquiryId: string,
	{ body, version, name }: Words,
): Promise<Outcome<undefined, EnquiryRefusal>> {
	const opened = await openToAnswer(work, enquiryId, version);
	if (opened.refused) return opened;
	const { enquiry } = opened.done;
	const change = { state: "asked-back", asked_back_on: enquiry.askedBackOn ?? work.today } as const;
	if (!(await store.updateEnquiry(work, enquiry, change))) return refused("changed-by-another");
	await step(work, opened.done, "asked-back", { body, name, verb: "enquiry.ask-back" });
	await tellAsker(work, enquiry, { what: "asked-back", by: byName(opened.done), note: body });
	return done(undefined);
}

/** Answers what was asked back; the wished day moves by as many days as the question waited. */
export async function replyToEnquiry(
	work: Work,
	enquiryId: string,
	{ body, version }: Words,
	telling: Telling,
): Promise<Outcome<undefined, EnquiryRefusal>> {
	const opened = await openToDo(work, enquiryId, version, "withdraw");
	if (opened.refused) return opened;
	const { enquiry, can, fromName } = opened.done;
	if (!can.reply || enquiry.askedBackOn === null) return refused("not-asked-back");
	const dueOn = addDays(enquiry.dueOn, daysBetween(enquiry.askedBackOn, work.today));
	const state = enquiry.ownerId === null ? "sent" : "taken";
	if (!(await store.updateEnquiry(work, enquiry, { state, due_on: dueOn, asked_back_on: null })))
		return refused("changed-by-another");
	await step(work, opened.done, "replied", { body, verb: "enquiry.reply" });
	await deliver(work, { ...enquiry, dueOn, from: fromName }, await whoHas(work, opened.done), telling, "replied");
	return done(undefined);
}

/** Who has an enquiry now: the owner, else whoever it reached. */
export async function whoHas(work: Work, { enquiry }: Pick<OpenedEnquiry, "enquiry">): Promise<Contact> {
	const contact = await findContact(work, enquiry);
	return enquiry.ownerId === null ? contact : { ...contact, personIds: [enquiry.ownerId] };
}

/** Answers an enquiry: on the page, or by link. What an arena answers, its parties are told. */
export async function answerEnquiry(
	work: Work,
	enquiryId: string,
	{ body, version, name }: Words,
): Promise<Outcome<undefined, EnquiryRefusal>> {
	return settle(work, enquiryId, version, { what: "answered", reason: null, body, name });
}

/** Refuses an enquiry with a reason, and with words where the reason is another. */
export async function refuseEnquiry(
	work: Work,
	enquiryId: string,
	{ reason, ...words }: Words & { readonly reason: Reason },
): Promise<Outcome<undefined, EnquiryRefusal>> {
	if (reason === "other" && words.body === "") return refused("needs-words", { field: "body" });
	return settle(work, enquiryId, words.version, { what: "refused", reason, ...words });
}

async function settle(
	work: Work,
	enquiryId: string,
	version: number,
	{
		what,
		reason,
		body,
		name,
	}: {
		readonly what: "answered" | "refused";
		readonly reason: Reason | null;
		readonly body: string;
		readonly name?: string | undefined;
	},
): Promise<Outcome<undefined, EnquiryRefusal>> {
	const opened = await openToAnswer(work, enquiryId, version);
	if (opened.refused) return opened;
	const { enquiry } = opened.done;
	const change = { state: what, reason, settled_on: work.today, asked_back_on: null };
	if (!(await store.updateEnquiry(work, enquiry, change))) return refused("changed-by-another");
	await step(work, opened.done, what, { body, name, verb: what === "answered" ? "enquiry.answer" : "enquiry.refuse" });
	const told = { what, by: byName(opened.done), note: body };
	await tellAsker(work, enquiry, told);
	if (enquiry.arenaId !== null) await tellMembers(work, opened.done, told);
	return done(undefined);
}

/** The parties an arena answers for are told what was answered in their name. */
async function tellMembers(
	work: Work,
	{ enquiry, readers }: OpenedEnquiry,
	{ what, by, note }: { readonly what: Step; readonly by: string; readonly note: string },
): Promise<void> {
	const members = readers.filter((id) => id !== enquiry.organisationId && id !== enquiry.receiverId);
	const people = await Promise.all(members.map((id) => store.listPeopleAt(work, id, corresponding)));
	const personIds = [...new Set(people.flat())];
	if (personIds.length === 0) return;
	await notify(work, {
		...{ kind: enquiryMoved, personIds, link: `/enquiries/${enquiry.id}` },
		detail: { what, subject: enquiry.subject, by, note: note.slice(0, 500) },
	});
}

/** Sends an enquiry on: to another role or unit of the receiver, or to another organisation. The wished day stands. */
export async function forwardEnquiry(
	work: Work,
	enquiryId: string,
	{ receiverId, responsibility, unitId, body, version }: Forwarding,
	telling: Telling,
): Promise<Outcome<undefined, EnquiryRefusal>> {
	const opened = await openToDo(work, enquiryId, version, "forward");
	if (opened.refused) return opened;
	const { enquiry, readers, names, fromName } = opened.done;
	const to = await judgeReceiver(work, opened.done, receiverId);
	if (to.refused) return to;
	const other = to.done.id !== enquiry.receiverId;
	if (unitId !== null && (other || (await unitPath(work, enquiry.receiverId, unitId)) === undefined))
		return refused("unit-unknown", { field: "unitId" });
	const target = { ...enquiry, receiverId: to.done.id, responsibility, unitId };
	const contact = await findContact(work, target);
	const widened = [...new Set([...readers, to.done.id])];
	const { contactId, contactName, contactEmail } = contact;
	const changed = await store.updateEnquiry(work, enquiry, {
		...{ receiver_id: to.done.id, responsibility, unit_id: unitId, state: "sent", asked_back_on: null },
		...{ contact_id: contactId, contact_name: contactName, contact_email: contactEmail },
		...{ owner_id: null, owner_name: null, reminded_on: null, escalated_on: null, readers: widened },
		search_name: foldName([enquiry.subject, fromName, to.done.name].join(" ")),
	});
	if (!changed) return refused("changed-by-another");
	if (other) await store.shareSteps(work, enquiry, widened);
	const note = [to.done.name, body].filter((one) => one !== "").join(": ");
	await step(work, { ...opened.done, readers: widened }, "forwarded", {
		...{ body: other ? note : body, verb: "enquiry.forward" },
	});
	await deliver(work, { ...enquiry, from: fromName }, contact, telling, "forwarded");
	if (other)
		await tellAsker(work, enquiry, { what: "forwarded", by: names.get(enquiry.receiverId) ?? "", note: to.done.name });
	return done(undefined);
}

async function judgeReceiver(
	work: Work,
	{ enquiry, names }: OpenedEnquiry,
	receiverId: string | null,
): Promise<Outcome<{ readonly id: string; readonly name: string }, EnquiryRefusal>> {
	if (receiverId === null || receiverId === enquiry.receiverId)
		return done({ id: enquiry.receiverId, name: names.get(enquiry.receiverId) ?? "" });
	const heir = isId(receiverId) ? (await resolveOrganisation(work, receiverId))[0] : undefined;
	if (!heir) return refused("organisation-unknown", { field: "receiverId" });
	if (heir.id === enquiry.organisationId) return refused("forwarded-to-asker", { field: "receiverId" });
	return done({ id: heir.id, name: heir.name });
}
