import type { Actor, PersonActor } from "./actor.ts";
import { operatorOrganisationId } from "./actor.ts";

/** A person who acts for an organisation. */
export type RepresentingActor = PersonActor & { readonly organisationId: string };

/** May manage people, roles, tokens and the log of the organisation represented. */
export function mayAdminister(actor: Actor): actor is RepresentingActor {
	return actor.kind === "person" && actor.organisationId !== null && actor.wholeRoles.includes("administrator");
}

/** May run the installation itself, as an administrator of the organisation that operates it: sign-in providers, imports of public facts, jobs of everyone. */
export function mayOperate(actor: Actor): actor is RepresentingActor {
	return mayAdminister(actor) && actor.organisationId === operatorOrganisationId;
}

/** May read the log of the organisation represented: its administrators and managers. */
export function mayReadLog(actor: Actor): actor is RepresentingActor {
	return (
		actor.kind === "person" &&
		actor.organisationId !== null &&
		(actor.wholeRoles.includes("administrator") || actor.wholeRoles.includes("manager"))
	);
}

/** May withdraw a link someone at the organisation sent: whoever sent it, and administrators. */
export function mayRevokeLink(
	actor: Actor,
	link: { readonly organisationId: string; readonly askedBy: string | null },
): boolean {
	if (actor.kind === "system") return true;
	if (actor.kind !== "person" || actor.organisationId !== link.organisationId) return false;
	return actor.personId === link.askedBy || mayAdminister(actor);
}

/** May end a token: the person who made it, and administrators of the organisation it is for. */
export function mayRevokeToken(
	actor: Actor,
	token: { readonly organisationId: string; readonly personId: string },
): boolean {
	if (actor.kind !== "person") return false;
	return actor.personId === token.personId || (mayAdminister(actor) && actor.organisationId === token.organisationId);
}

/** May make tokens, sign out elsewhere, and see what is held: only in a signed-in browser, never with a token. */
export function isInPerson(actor: Actor): actor is PersonActor & { readonly sessionId: string } {
	return actor.kind === "person" && actor.sessionId !== null && actor.scopes === undefined;
}

/** What a token may touch: one area of the API, to read it or to write it as well. */
export type Scope = `${string}:${"read" | "write"}`;

/** Whether a scope is within what this actor was given. A signed-in browser may all its person may. Writing includes reading. */
export function isInScope(actor: Actor, scope: Scope): boolean {
	if (actor.kind !== "person" || actor.scopes === undefined) return true;
	const [area, access] = scope.split(":");
	return actor.scopes.includes(scope) || (access === "read" && actor.scopes.includes(`${area}:write`));
}
