import type { Work } from "../../../database/work.server.ts";
import {
	issueLink,
	type Link,
	listOpenLinks,
	listOpenLinksFor,
	revokeLinksTo,
} from "../../../identity/link-token.server.ts";
import { done, type Outcome, refused, refusedAll } from "../../../outcome.ts";
import { mandateOf, unitPath } from "../mandate.server.ts";
import type { Membership, PeopleRefusal } from "./contract.ts";
import { openMembership } from "./open.server.ts";
import { mayWrite, refuseInvitation, withWarnings } from "./rules.ts";
import * as store from "./store.server.ts";

/** What an invitation does, as identity knows it: ties a membership to whoever signs in with the link. */
const purpose = "join";
/** How long an invitation can be answered, days. */
export const invitationDays = 14;

function linkedTo(membershipId: string) {
	return { kind: "membership", id: membershipId } as const;
}

/** A role that can be, or has been, offered by link. */
export type InvitationPage = {
	readonly membership: Membership;
	/** The invitation that waits for an answer, where there is one. */
	readonly open: Pick<Link, "createdAt" | "expiresAt" | "askerName"> | null;
};

/** What there is to invite to; undefined where the asker may not, or the person has an account or no address. */
export async function readInvitation(work: Work, membershipId: string): Promise<InvitationPage | undefined> {
	const found = await openMembership(work, membershipId, null);
	if (found.refused) return undefined;
	const { membership } = found.done;
	if (refuseInvitation(membership, work.today)) return undefined;
	const [open] = (await listOpenLinks(work, linkedTo(membershipId))).filter((link) => link.purpose === purpose);
	return { membership: withWarnings(membership, work.today), open: open ?? null };
}

/**
 * Makes a link by which a person takes on a role with an account of their own; a link made before no longer works. The
 * path holds the secret and is given here only.
 * @param reason what the recipient reads about why
 */
export async function invitePerson(
	work: Work,
	membershipId: string,
	{ reason }: { readonly reason: string },
): Promise<Outcome<{ path: string; email: string; expiresAt: Date }, PeopleRefusal>> {
	const found = await openMembership(work, membershipId, null);
	if (found.refused) return found;
	const { membership } = found.done;
	const refusal = refuseInvitation(membership, work.today);
	const { email } = membership;
	if (refusal || email === null) return refusal ? refusedAll([refusal]) : refused("email-missing");
	await revokeLinksTo(work, linkedTo(membershipId), purpose);
	const { path, expiresAt } = await issueLink(work, {
		...{ purpose, objectKind: "membership", objectId: membershipId, reason, days: invitationDays },
		...{ recipientName: membership.name, recipientEmail: email },
	});
	return done({ path, email, expiresAt });
}

/** An invitation nobody has answered yet, and the role it offers. */
export type OpenInvitation = Pick<Link, "createdAt" | "expiresAt" | "askerName"> & { readonly membership: Membership };

/** Invitations that wait for an answer, to roles the asker may write; newest first. */
export async function listInvitations(work: Work): Promise<OpenInvitation[]> {
	const mandate = await mandateOf(work);
	const { organisationId } = mandate;
	if (organisationId === null) return [];
	const invitations: OpenInvitation[] = [];
	for (const { objectId, createdAt, expiresAt, askerName } of await listOpenLinksFor(work, organisationId, purpose)) {
		const membership = await store.findMembership(work, organisationId, objectId);
		if (!membership || refuseInvitation(membership, work.today)) continue;
		const path = (await unitPath(work, organisationId, membership.unitId)) ?? [];
		if (mayWrite(mandate, membership.role, path))
			invitations.push({ createdAt, expiresAt, askerName, membership: withWarnings(membership, work.today) });
	}
	return invitations;
}

/** Takes an invitation back: the link no longer works. */
export async function withdrawInvitation(
	work: Work,
	membershipId: string,
): Promise<Outcome<{ withdrawn: number }, PeopleRefusal>> {
	const found = await openMembership(work, membershipId, null);
	if (found.refused) return found;
	const withdrawn = await revokeLinksTo(work, linkedTo(membershipId), purpose);
	return withdrawn === 0 ? refused("missing") : done({ withdrawn });
}
