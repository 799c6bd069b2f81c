import { currentSheet, type ImportKind, type ImportWay } from "../../../import/kind.server.ts";
import { mayTakeFacts } from "../facts/service.server.ts";
import { mandateOf } from "../mandate.server.ts";
import { importPublicText } from "../pages/import-public.text.ts";
import { mayAnywhere } from "../rules.ts";
import { readVocabulary } from "../vocabulary.server.ts";
import { exportContacts } from "./contacts/export.server.ts";
import { contactImporter } from "./contacts/importer.server.ts";
import { contactSheet } from "./contacts/sheet.ts";
import type { ImportKindName } from "./contract.ts";
import { exportPeople } from "./people/export.server.ts";
import { peopleImporter } from "./people/importer.server.ts";
import { peopleSheet } from "./people/sheet.ts";
import { mayImport } from "./rules.ts";
import { importWords } from "./text.ts";
import { exportUnits } from "./units/export.server.ts";
import { unitImporter } from "./units/importer.server.ts";
import { unitSheet } from "./units/sheet.ts";

/** What every kind of this room has in common: who may, and what it is called. */
function kindOf(name: ImportKindName): Pick<ImportKind, "name" | "words" | "mayImport" | "mayOpenAll"> {
	return {
		name,
		words: (language) => importWords[language][name],
		mayImport: async (work) => mayImport(await mandateOf(work), name),
		mayOpenAll: async (work) => mayAnywhere(await mandateOf(work), "manage-organisation"),
	};
}

/** What this room takes in from spreadsheets. */
export const organisationImports: readonly ImportKind[] = [
	{
		...kindOf("units"),
		importer: unitImporter,
		verbs: { taken: "unit.import", exported: "unit.export" },
		current: async (work, organisationId, about) =>
			currentSheet(unitSheet(await readVocabulary(work)), await exportUnits(work, organisationId), about),
		seenAt: (organisationId) => `/organisations/${organisationId}/units`,
	},
	{
		...kindOf("people"),
		importer: peopleImporter,
		verbs: { taken: "membership.import", exported: "membership.export" },
		current: async (work, organisationId, about) =>
			currentSheet(peopleSheet, await exportPeople(work, organisationId), about),
		seenAt: () => "/people",
	},
	{
		...kindOf("contacts"),
		importer: contactImporter,
		verbs: { taken: "contact.import", exported: "contact.export" },
		current: async (work, organisationId, about) =>
			currentSheet(contactSheet, await exportContacts(work, organisationId), about),
		seenAt: (organisationId) => `/organisations/${organisationId}/contacts`,
	},
];

/** Public facts come in files of their own. */
export const publicFactsWay: ImportWay = {
	to: "/import/public",
	words: (language) => ({ title: importPublicText[language].title, about: importPublicText[language].about }),
	mayTake: mayTakeFacts,
};
