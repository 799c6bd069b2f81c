import { institutions } from "../reference/institutions.ts";
import { referenceId } from "../reference.server.ts";
import { demoInstitutions, demoMunicipalities } from "./region.ts";

/** The bodies of the demo region, for the rooms above: their made-up parts belong to these. */
export function demoPlaces(): {
	readonly municipalities: readonly { readonly number: string; readonly id: string }[];
	readonly institutions: readonly { readonly key: string; readonly id: string }[];
} {
	return {
		municipalities: demoMunicipalities.map(({ number }) => ({ number, id: referenceId(`municipality:${number}`) })),
		institutions: demoInstitutions.map(({ key }) => ({ key, id: referenceId(key) })),
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
