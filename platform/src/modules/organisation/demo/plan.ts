import type { CarriedContact } from "../contact/store.server.ts";
import type { Role } from "../contract.ts";
import type { MembershipToInsert } from "../people/store.server.ts";
import type { NewAffiliation } from "../register/affiliation.store.server.ts";
import type { NewIdentity } from "../register/store.server.ts";
import type { UnitToInsert } from "../unit/write.store.server.ts";

/** An account a visitor can sign in as; without `shown`, only a person with an account. */
export type PlannedPerson = {
	readonly id: string;
	readonly name: string;
	readonly email: string;
	readonly phone: string;
	readonly shown: boolean;
};

export type PlannedContact = CarriedContact & {
	readonly organisationId: string;
	readonly id: string;
	readonly verifiedAt: Date;
	readonly validFrom: string;
};

/** What a contact said before. */
export type PlannedFormer = PlannedContact & { readonly contactId: string; readonly validTo: string };

/** Everything that is to be written, made before anything is. */
export type Plan = {
	readonly organisations: { readonly id: string; readonly kind: string; readonly keeperId: string | null }[];
	readonly identities: NewIdentity[];
	readonly affiliations: NewAffiliation[];
	readonly units: UnitToInsert[];
	readonly people: PlannedPerson[];
	readonly memberships: MembershipToInsert[];
	readonly contacts: PlannedContact[];
	readonly formerContacts: PlannedFormer[];
};

export function emptyPlan(): Plan {
	return {
		...{ organisations: [], identities: [], affiliations: [], units: [] },
		...{ people: [], memberships: [], contacts: [], formerContacts: [] },
	};
}

/** What tells one made-up membership from the next. */
export type Position = {
	readonly organisationId: string;
	readonly id: string;
	readonly personId: string | null;
	readonly person: { readonly name: string; readonly email: string; readonly phone: string };
	readonly role: Role;
	readonly title: string;
	readonly unitId: string | null;
	readonly share: number | null;
	readonly position: "line" | "staff";
	readonly deputyId: string | null;
	readonly validFrom: string;
	readonly validTo: string | null;
	readonly verifiedAt: Date;
};
