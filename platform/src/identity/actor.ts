import type { Language } from "../language.ts";

/**
 * On whose behalf a unit of work runs. Row-level security reads it; rules judge by it.
 * `nobody` sees nothing at all; `system` is the program itself (sign-in, the outbox, imports of public facts).
 */
export type Actor =
	| { readonly kind: "nobody" }
	| PersonActor
	| {
			/** Someone with an answer-by-link token: may do one thing to one object of one organisation. */
			readonly kind: "link";
			readonly organisationId: string;
			readonly tokenId: string;
			readonly purpose: string;
			readonly objectId: string;
	  }
	| { readonly kind: "system"; readonly organisationId?: string; readonly reason: string };

export type PersonActor = {
	readonly kind: "person";
	readonly personId: string;
	readonly name: string;
	readonly language: Language;
	readonly sessionId: string | null;
	/** The organisation this person has chosen to represent; null when none. */
	readonly organisationId: string | null;
	readonly organisationName: string | null;
	readonly organisationKind: string | null;
	/** Roles held today at the represented organisation. */
	readonly roles: readonly string[];
	/** Those of the roles that are held for the whole organisation, not for a unit of it. */
	readonly wholeRoles: readonly string[];
	/** Units of the represented organisation where a role is held; empty means the whole organisation. */
	readonly unitIds: readonly string[];
	readonly membershipIds: readonly string[];
	/** For a personal access token: what it may do. A session may do all its person may. */
	readonly scopes?: readonly string[];
};

export const nobody: Actor = { kind: "nobody" };

export function system(reason: string, organisationId?: string): Actor {
	return organisationId === undefined ? { kind: "system", reason } : { kind: "system", reason, organisationId };
}

/** The organisation that runs this installation; made by the second migration. */
export const operatorOrganisationId = "01900000-0000-7000-8000-000000000001";
