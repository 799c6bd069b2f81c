import type { Work } from "../../../database/work.server.ts";
import { issueLink } from "../../../identity/link-token.server.ts";
import type { Language } from "../../../language.ts";
import { mailTo, notify } from "../../../notice/service.server.ts";
import { languageOf, nameOrganisations, whoAnswers } from "../../organisation/service.server.ts";
import { nameOf } from "../capacity/asker.server.ts";
import { recordEffort } from "../effort.server.ts";
import type { Request } from "./contract.ts";
import { letterOf, reasonOf } from "./letter.ts";
import { findLastAddress, insertLetter, type Letter } from "./letters.store.server.ts";
import { requestSent, requestUnanswered } from "./notices.ts";
import { requestPurpose } from "./open.server.ts";
import { listCoordinators } from "./store.server.ts";

/** How those who are asked are told. */
export type Telling = {
	/** Whether this installation sends mail. */
	readonly mails: boolean;
	readonly language: Language;
	/** Where to send it, where somebody knows; else the address used last, else the register's. */
	readonly email?: string | null;
};

/** Where an order can be sent, for whoever sends it to look at first. */
export type Addresses = {
	/** Whether the host has coordinators with an account, who find it in their inbox. */
	readonly hasAccounts: boolean;
	/** The address used last for this host. */
	readonly used: string | null;
	/** Who the register says answers for placements there. */
	readonly register: string | null;
};

export async function addressesOf(work: Work, request: Request): Promise<Addresses> {
	const { hostId: organisationId, profession } = request;
	const answering = await whoAnswers(work, { organisationId, responsibility: "placements", profession });
	return {
		hasAccounts: (await listCoordinators(work, organisationId)).length > 0,
		used: await findLastAddress(work, request),
		register: answering.email,
	};
}

/**
 * Tells or reminds a host of an order: coordinators with an account find it in their inbox, else it is mailed with a link
 * to the address given, the one used last, or the register's. Silent where there is none of them, and nothing is kept then.
 */
export async function tell(
	work: Work,
	request: Request,
	kind: Letter["kind"],
	telling: Telling,
): Promise<"told" | "mailed" | "silent"> {
	const spend = (what: string) => recordEffort(work, { kind: "message", what, requestId: request.id });
	const byName = nameOf(work);
	const personIds = await listCoordinators(work, request.hostId);
	if (personIds.length > 0) {
		const { institutionName: from, courseName: course, places, answerBy, id } = request;
		const detail = { from, course, places, answerBy };
		const link = `/placement/requests/${id}`;
		await notify(work, { kind: kind === "sent" ? requestSent : requestUnanswered, personIds, detail, link });
		await insertLetter(work, request, { kind, way: "told", recipient: null, byName });
		await spend(kind === "sent" ? "request-told" : "request-reminded");
		return "told";
	}
	const { used, register } = await addressesOf(work, request);
	const recipient = telling.email ?? used ?? register;
	if (!telling.mails || recipient === null) return "silent";
	const language = await languageOf(work, request.hostId);
	const path = await linkFor(work, request, language, recipient);
	await mailTo(work, { recipient, language, ...letterOf(language, kind, request, path) });
	await insertLetter(work, request, { kind, way: "mailed", recipient, byName });
	await spend(kind === "sent" ? "request-mailed" : "request-reminded");
	return "mailed";
}

/** So many days a link is good for after the last day to answer. */
const daysAfterDue = 60;

/** Makes a link by which a host answers an order without an account. */
export async function linkFor(work: Work, request: Request, language: Language, email: string | null): Promise<string> {
	const due = Date.parse(`${request.answerBy ?? request.firstDay}T00:00:00Z`);
	const left = Math.max(0, Math.ceil((due - work.now.getTime()) / 86_400_000));
	const { path } = await issueLink(work, {
		...{ purpose: requestPurpose, objectKind: "request", objectId: request.id, days: left + daysAfterDue },
		...{
			reason: (reader) => reasonOf(reader, request),
			language,
			recipientName: request.hostName,
			recipientEmail: email,
		},
		...(work.actor.kind === "system" ? { asker: await keeperOf(work, request) } : {}),
	});
	return path;
}

/** Who asks, where the program does so by itself: the organisation that keeps the order. */
async function keeperOf(work: Work, { organisationId }: Request) {
	const name = (await nameOrganisations(work, [organisationId])).get(organisationId)?.name ?? "";
	return { personId: null, name, organisation: name };
}
