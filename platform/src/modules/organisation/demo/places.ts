import { institutions } from "../reference/institutions.ts";
import { referenceId } from "../reference.server.ts";
import { demoInstitutions, demoMunicipalities } from "./region.ts";

/** The bodies of the demo region, for the rooms above: their made-up parts belong to these. */
export function demoPlaces(): {
	readonly municipalities: readonly { readonly number: string; readonly id: string }[];
	readonly institutions: readonly { readonly key: string; readonly id: string }[];
	/** State administrators by the number of the county that calls of the demo come from. */
	readonly administrators: readonly { readonly county: string; readonly id: string }[];
	/** Development centres, which others meet through. */
	readonly centres: readonly { readonly key: string; readonly id: string }[];
} {
	return {
		municipalities: demoMunicipalities.map(({ number }) => ({ number, id: referenceId(`municipality:${number}`) })),
		institutions: demoInstitutions.map(({ key }) => ({ key, id: referenceId(key) })),
		centres: ["development-centre-nord-trondelag"].map((key) => ({ key, id: referenceId(key) })),
		administrators: ["50", "34"].map((county) => ({ county, id: referenceId(`state-administrator-${county}`) })),
	};
}

/** Every institution of the country with the municipalities it teaches in, the seat first. */
export function nationalInstitutions(): readonly {
	readonly key: string;
	readonly id: string;
	readonly campuses: readonly string[];
}[] {
	return institutions.organisations.map(({ key, campuses = [] }) => ({
		...{ key, id: referenceId(key) },
		campuses: campuses.map(({ seat }) => seat.municipality),
	}));
}
