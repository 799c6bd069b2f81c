import type { PreviewLine } from "../../../../import/contract.ts";
import type { Site } from "../../capacity/contract.ts";
import type { CapacityImportRow } from "./sheet.ts";

/** Who answers for a site from now on; null is what the file says nothing of. */
export type PlannedContact = {
	readonly siteId: string;
	readonly name: string | null;
	readonly email: string | null;
};

/** The first said of a site's contact in its rows. */
export function contactIn(rows: readonly { readonly value: CapacityImportRow }[]): Omit<PlannedContact, "siteId"> {
	return {
		name: rows.find(({ value }) => value.contactName !== null)?.value.contactName ?? null,
		email: rows.find(({ value }) => value.contactEmail !== null)?.value.contactEmail ?? null,
	};
}

/** What becomes of the contact of a site that stands; undefined where nothing does. */
export function contactChange(
	site: Site,
	rows: readonly { readonly row: number; readonly value: CapacityImportRow }[],
): { readonly contact: PlannedContact; readonly line: PreviewLine } | undefined {
	const { name, email } = contactIn(rows);
	const changes = [
		...(name === null || name === site.contactName ? [] : [{ field: "contactName", from: site.contactName, to: name }]),
		...(email === null || email.toLowerCase() === site.contactEmail?.toLowerCase()
			? []
			: [{ field: "contactEmail", from: site.contactEmail, to: email }]),
	];
	if (changes.length === 0) return undefined;
	return {
		contact: { siteId: site.id, name, email },
		line: { row: rows[0]?.row ?? 0, name: site.name, where: "", changes },
	};
}
