import type { Capability } from "../codes.ts";
import { type Mandate, mayAnywhere } from "../rules.ts";
import type { ImportKindName } from "./contract.ts";

/** Whether the asker may import anything of a kind; each row is judged for itself. */
export function mayImport(mandate: Mandate, kind: ImportKindName): boolean {
	return mandate.organisationId !== null && mayAnywhere(mandate, needed[kind]);
}

const needed: Readonly<Record<ImportKindName, Capability>> = {
	units: "manage-units",
	people: "manage-people",
	contacts: "manage-contacts",
};
