import type { Work } from "../../../database/work.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { isId } from "../../organisation/contract.ts";
import { nameOrganisations } from "../../organisation/service.server.ts";
import { askerOf } from "../open.server.ts";
import type { Asker } from "../rules.ts";
import type { Enquiry, EnquiryRefusal, EnquiryStep } from "./contract.ts";
import { type EnquiryCan, isOpen, maySee, whatMayWith } from "./rules.ts";
import * as store from "./store.server.ts";

/** By link: the one thing a link can do is answer one enquiry. */
export const enquiryPurpose = "enquiry-answer";

export type OpenedEnquiry = {
	readonly enquiry: Enquiry;
	readonly readers: readonly string[];
	readonly steps: readonly EnquiryStep[];
	/** Everybody who is in it, by organisation. */
	readonly names: ReadonlyMap<string, string>;
	readonly fromName: string;
	/** The organisation asked, or the arena that answers for its parties. */
	readonly toName: string;
	readonly asker: Asker;
	readonly can: EnquiryCan;
};

async function leads(work: Work, enquiry: Enquiry, asker: Asker): Promise<boolean> {
	const { arenaId, arenaOrganisationId } = enquiry;
	if (arenaId === null || arenaOrganisationId === null || asker.personId === null) return false;
	return (await store.listLeaders(work, arenaOrganisationId, arenaId)).includes(asker.personId);
}

/** An enquiry with its thread, in the version looked at (null: whichever). */
export async function openEnquiry(
	work: Work,
	enquiryId: string,
	version: number | null = null,
): Promise<Outcome<OpenedEnquiry, EnquiryRefusal>> {
	const found = isId(enquiryId) ? await store.findEnquiry(work, enquiryId) : undefined;
	if (!found) return refused("missing");
	const { readers, ...enquiry } = found;
	const asker = await askerOf(work);
	const involved = [enquiry.sentBy, enquiry.ownerId, enquiry.contactId].includes(asker.personId ?? "");
	if (!involved && !maySee(asker) && work.actor.kind !== "link") return refused("missing");
	const steps = await store.listSteps(work, enquiry);
	const named = [...readers, ...steps.flatMap(({ byOrganisationId }) => byOrganisationId ?? [])];
	const names = new Map([...(await nameOrganisations(work, named))].map(([id, { name }]) => [id, name]));
	if (version !== null && version !== enquiry.version) return refused("changed-by-another");
	return done({
		...{ enquiry, readers, steps, names, asker },
		fromName: names.get(enquiry.organisationId) ?? "",
		toName: enquiry.arenaName || (names.get(enquiry.receiverId) ?? ""),
		can: whatMayWith(asker, enquiry, await leads(work, enquiry, asker)),
	});
}

/** An enquiry that somebody may do something with now. */
export async function openToDo(
	work: Work,
	enquiryId: string,
	version: number,
	what: keyof EnquiryCan,
): Promise<Outcome<OpenedEnquiry, EnquiryRefusal>> {
	const opened = await openEnquiry(work, enquiryId, version);
	if (opened.refused) return opened;
	if (!isOpen(opened.done.enquiry)) return refused("settled");
	return opened.done.can[what] ? opened : refused("not-allowed");
}

/** The enquiry a link is for, as the receiver sees it. */
export async function openEnquiryLink(
	work: Work,
	version: number | null = null,
): Promise<Outcome<OpenedEnquiry, EnquiryRefusal>> {
	const { actor } = work;
	if (actor.kind !== "link" || actor.purpose !== enquiryPurpose) return refused("missing");
	const opened = await openEnquiry(work, actor.objectId, version);
	if (opened.refused) return opened;
	const answer = isOpen(opened.done.enquiry);
	return done({ ...opened.done, can: { answer, forward: false, reply: false, withdraw: false } });
}

/** Who does a step, as the thread shows it. */
export function doer(
	work: Work,
	asker: Pick<Asker, "organisationId" | "personId">,
	name = "",
): {
	readonly byOrganisationId: string | null;
	readonly byId: string | null;
	readonly byName: string;
} {
	const { actor } = work;
	return {
		byOrganisationId: asker.organisationId,
		byId: asker.personId,
		byName: actor.kind === "person" ? actor.name : name,
	};
}
