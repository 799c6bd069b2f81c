import type { Work } from "../../../database/work.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { isId } from "../../organisation/contract.ts";
import { coordinatedBy } from "../capacity/asker.server.ts";
import type { Request, RequestRefusal } from "./contract.ts";
import { findRequest } from "./store.server.ts";

/** What a link for an order does, as identity knows it. */
export const requestPurpose = "placement-request";

export type OpenedRequest = {
	readonly request: Request;
	/** The organisation acted for. */
	readonly organisationId: string;
	readonly isKeeper: boolean;
	/** Whether the asker answers it: the host, its link, or the keeper who writes down what the host said. */
	readonly mayAnswer: boolean;
};

/** An order the asker is a party to, in the version looked at (null: whichever). */
export async function openRequest(
	work: Work,
	requestId: string,
	version: number | null,
): Promise<Outcome<OpenedRequest, RequestRefusal>> {
	const { actor } = work;
	if (!isId(requestId)) return refused("missing");
	const isLink = actor.kind === "link";
	if (isLink && (actor.purpose !== requestPurpose || actor.objectId !== requestId)) return refused("missing");
	const organisationId = isLink ? actor.organisationId : await coordinatedBy(work);
	const request = await findRequest(work, requestId);
	// Whoever may not is told so of an order that they can see; one that is not there is missing to everybody.
	if (!request) return refused("missing");
	if (organisationId === undefined) return refused("not-allowed");
	if (![request.organisationId, request.hostId, request.institutionId].includes(organisationId))
		return refused("missing");
	if (version !== null && version !== request.version) return refused("changed-by-another");
	const isKeeper = !isLink && request.organisationId === organisationId;
	return done({
		request,
		organisationId,
		isKeeper,
		mayAnswer: isLink || isKeeper || request.hostId === organisationId,
	});
}
