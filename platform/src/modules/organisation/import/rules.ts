import type { Capability } from "../codes.ts";
import { type Mandate, mayAnywhere } from "../rules.ts";
import type { ImportKind } from "./contract.ts";

/** Whether the asker may import anything of a kind; each row is judged for itself. */
export function mayImport(mandate: Mandate, kind: ImportKind): boolean {
	return mandate.organisationId !== null && mayAnywhere(mandate, needed[kind]);
}

const needed: Readonly<Record<ImportKind, Capability>> = {
	units: "manage-units",
	people: "manage-people",
	contacts: "manage-contacts",
};

/** Whether the asker may look at an import, and do it: whoever uploaded it, and those who run the organisation. */
export function mayOpen(
	mandate: Mandate,
	one: { readonly kind: ImportKind; readonly personId: string | null },
	personId: string | null,
): boolean {
	if (!mayImport(mandate, one.kind)) return false;
	return (one.personId !== null && one.personId === personId) || mayAnywhere(mandate, "manage-organisation");
}
