import type { Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { notify } from "../../../notice/service.server.ts";
import { done, type Outcome, refused, refusedAll } from "../../../outcome.ts";
import { resolveOrganisation } from "../../organisation/service.server.ts";
import { nameOf } from "../capacity/asker.server.ts";
import { listLoadAt } from "../capacity/load.store.server.ts";
import { listOffers, listPromised } from "../capacity/store.server.ts";
import { recordEffort } from "../effort.server.ts";
import type { AnsweredLine, Request, RequestAnswer, RequestRefusal } from "./contract.ts";
import { type Letter, listLetters } from "./letters.store.server.ts";
import { requestAnswered } from "./notices.ts";
import { openRequest } from "./open.server.ts";
import { type OfferToGive, offersToGive, refuseAnswer } from "./rules.ts";
import * as store from "./store.server.ts";
import { type Addresses, addressesOf } from "./tell.server.ts";

export type RequestPage = {
	readonly request: Request;
	readonly answer: readonly AnsweredLine[];
	/** What of the host's capacity it can be answered with. */
	readonly offers: readonly OfferToGive[];
	/** Who answers for the host now, where it has been merged or divided since. */
	readonly heirs: readonly { readonly id: string; readonly name: string }[];
	/** Each time the host was told of it, for its keeper. */
	readonly letters: readonly Letter[];
	/** Where it can be sent, for its keeper while it waits to be sent or answered; null otherwise. */
	readonly addresses: Addresses | null;
	readonly can: {
		readonly change: boolean;
		readonly send: boolean;
		readonly answer: boolean;
		readonly withdraw: boolean;
		readonly makeLink: boolean;
		/** Whether it was answered with places that no capacity says, and no round can use yet. */
		readonly takeIn: boolean;
		/** Whether the asker answers as the host, not on its behalf. */
		readonly asHost: boolean;
	};
};

/** An order whole, with what it can be answered with; undefined where the asker is no party to it. */
export async function readRequest(work: Work, requestId: string): Promise<RequestPage | undefined> {
	const opened = await openRequest(work, requestId, null);
	if (opened.refused) return undefined;
	const { request, isKeeper, mayAnswer, organisationId } = opened.done;
	const answer = await store.listAnswer(work, request);
	const heirs = await resolveOrganisation(work, request.hostId);
	const isOpen = request.state === "sent" || request.state === "answered";
	const isToTell = isKeeper && request.hostId !== organisationId && ["draft", "sent"].includes(request.state);
	return {
		...{ request, answer },
		offers: mayAnswer && isOpen ? await findOffers(work, organisationId, request, answer) : [],
		heirs: heirs.some(({ id }) => id === request.hostId) ? [] : heirs.map(({ id, name }) => ({ id, name })),
		letters: isKeeper ? await listLetters(work, request) : [],
		addresses: isToTell ? await addressesOf(work, request) : null,
		can: {
			change: isKeeper && request.state === "draft",
			send: isKeeper && request.state === "draft",
			answer: mayAnswer && isOpen,
			withdraw: isKeeper && request.state !== "withdrawn",
			makeLink: isKeeper && isOpen && request.hostId !== organisationId,
			takeIn: isKeeper && request.state === "answered" && answer.some(({ offerId }) => offerId === null),
			asHost: request.hostId === organisationId || work.actor.kind === "link",
		},
	};
}

/** The host's offers that fit: published ones, and its keeper's own where the keeper asks. */
async function findOffers(
	work: Work,
	organisationId: string,
	request: Request,
	answer: readonly AnsweredLine[],
): Promise<readonly OfferToGive[]> {
	const query = { hostId: request.hostId, from: request.firstDay, to: request.lastDay, words: [] };
	const [published, own] = [await listOffers(work, null, query), await listOffers(work, organisationId, query)];
	const offers = [...new Map([...published.rows, ...own.rows].map((offer) => [offer.id, offer])).values()].filter(
		(offer) => offer.state === "published",
	);
	const promised = await listPromised(work, [...new Set(offers.map((offer) => offer.siteId))]);
	const held = new Map<string, number>();
	if (request.state === "answered")
		for (const { offerId, places } of answer)
			if (offerId !== null) held.set(offerId, (held.get(offerId) ?? 0) + places);
	const load = (await listLoadAt(work, offers, request)).map((one, index) => ({
		...{ kind: "placement" as const, siteId: one.siteId, offerId: `load ${index}`, institutionId: "", holder: "" },
		...{ firstDay: one.firstDay, lastDay: one.lastDay, places: one.learners },
	}));
	return offersToGive(offers, [...promised, ...load], request, held);
}

/**
 * Answers an order with places of the host's capacity, or with places it has not published; partly, and then with the
 * reason for the rest. By the host, by its link, or by the one who ordered, as the host has said by telephone or mail.
 * Can be given anew until the order is withdrawn.
 */
export async function answerRequest(
	work: Work,
	requestId: string,
	given: RequestAnswer,
): Promise<Outcome<{ offered: number; version: number }, RequestRefusal>> {
	const opened = await openRequest(work, requestId, given.version);
	if (opened.refused) return opened;
	const { request, mayAnswer, organisationId, isKeeper } = opened.done;
	if (!mayAnswer) return refused("not-allowed");
	if (request.state === "draft") return refused("not-sent");
	if (request.state === "withdrawn") return refused("withdrawn");
	const before = await store.listAnswer(work, request);
	const offers = await findOffers(work, organisationId, request, before);
	const { places } = request;
	const refusals = refuseAnswer(given.lines, { places, unmetReason: given.unmetReason, offers });
	if (refusals.length > 0) return refusedAll(refusals);
	const lines = given.lines.filter((line) => line.places > 0);
	const offered = lines.reduce((sum, line) => sum + line.places, 0);
	const written = await store.updateRequest(work, request, {
		...{ state: "answered", answered_at: work.now, answer_message: given.message, unmet_reason: given.unmetReason },
		answered_by: given.answeredBy ?? nameOf(work) ?? request.hostName,
	});
	if (!written) return refused("changed-by-another");
	await store.writeAnswer(
		work,
		request,
		lines.map((line) => {
			const offer = offers.find(({ id }) => id === line.offerId);
			return {
				...line,
				siteName: offer?.siteName ?? line.siteName,
				offerOrganisationId: offer?.organisationId ?? null,
			};
		}),
	);
	await record(work, {
		...{ verb: "request.answer", objectKind: "request", objectId: requestId, organisationId },
		detail: { offered, places, ...(given.unmetReason === null ? {} : { reason: given.unmetReason }) },
	});
	await recordEffort(work, { kind: "touch", what: "request-answered", organisationId, requestId });
	// Whoever writes down an answer knows it already.
	if (!isKeeper) await tellAnswered(work, request, { offered, reason: given.unmetReason });
	return done({ offered, version: given.version + 1 });
}

async function tellAnswered(
	work: Work,
	request: Request,
	{ offered, reason }: { readonly offered: number; readonly reason: Request["unmetReason"] },
): Promise<void> {
	const { hostName: host, courseName: course, places, id, organisationId } = request;
	const personIds = await store.listCoordinators(work, organisationId);
	await notify(work, {
		kind: requestAnswered,
		personIds,
		detail: { host, course, places, offered, reason },
		link: `/placement/requests/${id}`,
	});
}
