import type { Work } from "../../../database/work.server.ts";
import { issueLink } from "../../../identity/link-token.server.ts";
import type { Language } from "../../../language.ts";
import { mailTo, notify } from "../../../notice/service.server.ts";
import { languageOf, whoAnswers } from "../../organisation/service.server.ts";
import type { Enquiry, Step } from "./contract.ts";
import { enquiryLetter, type LetterKind, reasonOf } from "./letter.ts";
import { enquiryMoved, enquirySent } from "./notices.ts";
import { enquiryPurpose } from "./open.server.ts";
import { corresponding } from "./rules.ts";
import * as store from "./store.server.ts";

/** How long the link to an enquiry can be used, days: it is read by it after it is answered, too. */
const linkDays = 120;

/** How those who are asked are reached: whether this installation sends mail, and the language of who asks. */
export type Telling = { readonly mails: boolean; readonly language: Language };

/** Whom an enquiry reaches: accounts, an address, or neither. */
export type Contact = {
	readonly personIds: readonly string[];
	readonly contactId: string | null;
	readonly contactName: string | null;
	readonly contactEmail: string | null;
};

type To = Pick<Enquiry, "receiverId" | "arenaId" | "arenaOrganisationId" | "responsibility" | "unitId">;

/**
 * Finds who is to be told: the chair and secretary of an arena; else whoever the register of contacts says answers, with
 * an account; else all who correspond for the receiver; else an address without an account.
 */
export async function findContact(work: Work, to: To): Promise<Contact> {
	const { receiverId: organisationId, responsibility, unitId } = to;
	const all = () => store.listPeopleAt(work, organisationId, corresponding);
	if (to.arenaId !== null && to.arenaOrganisationId !== null) {
		const leaders = await store.listLeaders(work, to.arenaOrganisationId, to.arenaId);
		const personIds = leaders.length > 0 ? leaders : await all();
		return { personIds, contactId: null, contactName: null, contactEmail: null };
	}
	const answer = await whoAnswers(work, { organisationId, unitId, responsibility });
	const membershipId = answer.by === "deputy" ? answer.contact?.deputyMembershipId : answer.contact?.membershipId;
	const account = membershipId ? await store.findAccount(work, organisationId, membershipId) : null;
	return {
		personIds: account === null ? await all() : [account],
		contactId: account,
		contactName: answer.name,
		contactEmail: answer.email,
	};
}

/** What became of telling somebody: in an inbox, by mail with a link, or not at all: then a link is handed over. */
export type Told = "told" | "mailed" | "silent";

type Delivered = Pick<Enquiry, "organisationId" | "receiverId" | "id" | "subject" | "dueOn"> & {
	readonly from: string;
};

/** Puts an enquiry before whoever answers it: by account, else by mail with a link. */
export async function deliver(
	work: Work,
	enquiry: Delivered,
	contact: Contact,
	{ mails }: Pick<Telling, "mails">,
	kind: LetterKind,
): Promise<Told> {
	const { subject, from, dueOn } = enquiry;
	if (contact.personIds.length > 0) {
		await notify(work, {
			...{ kind: enquirySent, personIds: contact.personIds, link: `/enquiries/${enquiry.id}` },
			detail: { what: kind, subject, from, dueOn },
		});
		return "told";
	}
	if (contact.contactEmail === null || !mails) return "silent";
	const language = await languageOf(work, enquiry.receiverId);
	const { path } = await issueLink(work, {
		...{ purpose: enquiryPurpose, objectKind: "enquiry", objectId: enquiry.id, days: linkDays },
		...{ reason: (reader) => reasonOf(reader, subject), language, recipientName: contact.contactName },
		recipientEmail: contact.contactEmail,
	});
	await mailTo(work, {
		...{ recipient: contact.contactEmail, language },
		...enquiryLetter(language, { kind, subject, from, dueOn, path }),
	});
	return "mailed";
}

/** A link by which somebody without an account answers, for the one who asks to hand over. Given here only. */
export async function makeLink(
	work: Work,
	{ id, subject }: Pick<Enquiry, "id" | "subject">,
	name: string,
	language: Language,
): Promise<string> {
	const { path } = await issueLink(work, {
		...{ purpose: enquiryPurpose, objectKind: "enquiry", objectId: id, days: linkDays },
		...{ reason: (reader) => reasonOf(reader, subject), language, recipientName: name },
	});
	return path;
}

/** Tells those who asked what has happened: the one who sent it, else all who correspond there. */
export async function tellAsker(
	work: Work,
	enquiry: Pick<Enquiry, "id" | "organisationId" | "subject" | "sentBy">,
	{ what, by, note }: { readonly what: Step; readonly by: string; readonly note: string },
): Promise<void> {
	const all = () => store.listPeopleAt(work, enquiry.organisationId, corresponding);
	const personIds = enquiry.sentBy === null ? await all() : [enquiry.sentBy];
	if (personIds.length === 0) return;
	await notify(work, {
		...{ kind: enquiryMoved, personIds, link: `/enquiries/${enquiry.id}` },
		detail: { what, subject: enquiry.subject, by, note: note.slice(0, 500) },
	});
}
