import type { ReferenceList } from "./list.ts";
import { universities } from "./universities.ts";
import { universityColleges } from "./universityColleges.ts";

/**
 * Universities and university colleges with the places they teach at. Places where only a course or two is given are
 * left out, and so are the police and defence colleges and institutions whose seat is not known for certain.
 */
export const institutions: ReferenceList = {
	id: "institutions",
	source: "Institusjonenes egne nettsider; institusjonskoder fra Database for statistikk om høyere utdanning (DBH)",
	asOf: "2025-08-01",
	isComplete: false,
	organisations: [...universities, ...universityColleges],
};
