import { careResearchCentres, developmentCentres, hospitalTrusts } from "./health.ts";
import { institutions } from "./institutions.ts";
import type { ReferenceList } from "./list.ts";
import { directorates, ministries, nav } from "./national.ts";
import { countyAuthorities, ks, stateAdministrators } from "./regional.ts";

/** Every hand-kept list of public bodies, each with its source and the day it held. */
export const referenceLists: readonly ReferenceList[] = [
	institutions,
	countyAuthorities,
	stateAdministrators,
	ks,
	developmentCentres,
	careResearchCentres,
	hospitalTrusts,
	ministries,
	directorates,
	nav,
];
