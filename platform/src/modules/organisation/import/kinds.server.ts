import { contactImporter } from "./contacts/importer.server.ts";
import type { ImportKind } from "./contract.ts";
import type { Importer } from "./importer.server.ts";
import { peopleImporter } from "./people/importer.server.ts";
import { unitImporter } from "./units/importer.server.ts";

export const importers: Readonly<Record<ImportKind, Importer>> = {
	units: unitImporter,
	people: peopleImporter,
	contacts: contactImporter,
};
