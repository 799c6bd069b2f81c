import { createHash } from "node:crypto";
import { type BoundaryTopology, readBoundaries } from "../../../geography/public/boundaries.ts";
import { type ChangeFacts, readChanges } from "../../../geography/public/changes.server.ts";
import type { KnownMunicipalities } from "../../../geography/public/check.ts";
import { recognisePublicFile } from "../../../geography/public/files.ts";
import {
	type CampusFact,
	type InstitutionFact,
	readCampuses,
	readInstitutions,
} from "../../../geography/public/institutions.server.ts";
import { type MunicipalityFacts, readMunicipalities } from "../../../geography/public/municipalities.server.ts";
import { type PostcodeFact, readPostcodes } from "../../../geography/public/postcodes.server.ts";
import type { PublicRead } from "../../../geography/public/refusal.ts";
import { type RegionFacts, readRegions } from "../../../geography/public/regions.server.ts";
import type { ReadFacts, UnreadFacts } from "./contract.ts";

/** The facts of one file, by which file it is. */
export type PublicFacts =
	| (ReadFacts & { readonly file: "municipalities"; readonly facts: MunicipalityFacts })
	| (ReadFacts & { readonly file: "postcodes"; readonly facts: readonly PostcodeFact[] })
	| (ReadFacts & { readonly file: "changes"; readonly facts: ChangeFacts })
	| (ReadFacts & { readonly file: "regions"; readonly facts: RegionFacts })
	| (ReadFacts & { readonly file: "boundaries"; readonly facts: BoundaryTopology })
	| (ReadFacts & { readonly file: "institutions"; readonly facts: readonly InstitutionFact[] })
	| (ReadFacts & { readonly file: "campuses"; readonly facts: readonly CampusFact[] });

/**
 * Reads a public file by its name: its facts with sources, every reason why not, or null where it is none of the files
 * the product knows. Takes up to a second of computing; nothing is written.
 */
export function readPublicFile(
	bytes: Uint8Array,
	fileName: string,
	known: KnownMunicipalities,
): PublicFacts | UnreadFacts | null {
	const about = { fileName, hash: createHash("sha256").update(bytes).digest("hex") };
	switch (recognisePublicFile(fileName)?.id) {
		case "municipalities":
			return told(readMunicipalities(bytes, fileName, known), { ...about, file: "municipalities" });
		case "postcodes":
			return told(readPostcodes(bytes, fileName, known), { ...about, file: "postcodes" });
		case "changes":
			return told(readChanges(bytes, fileName, known), { ...about, file: "changes" });
		case "regions":
			return told(readRegions(bytes, fileName, known), { ...about, file: "regions" });
		case "boundaries":
			return told(readBoundaries(bytes, known), { ...about, file: "boundaries" });
		case "institutions":
			return told(readInstitutions(bytes, fileName), { ...about, file: "institutions" });
		case "campuses":
			return told(readCampuses(bytes, fileName, known), { ...about, file: "campuses" });
		case undefined:
			return null;
	}
}

function told<Facts, const About extends object>(read: PublicRead<Facts>, about: About) {
	return "refusals" in read ? read : { ...read, ...about };
}
