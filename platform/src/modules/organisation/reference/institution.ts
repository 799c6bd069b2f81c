import type { Names } from "../contract.ts";
import type { Campus, ReferenceOrganisation, Seat } from "./list.ts";

/** Towns where several institutions sit. */
export const towns = {
	oslo: { municipality: "0301", town: "Oslo" },
	bergen: { municipality: "4601", town: "Bergen" },
	trondheim: { municipality: "5001", town: "Trondheim" },
	stavanger: { municipality: "1103", town: "Stavanger" },
	kristiansand: { municipality: "4204", town: "Kristiansand" },
} as const satisfies Record<string, Seat>;

/** An institution by its DBH code. The first campus is the seat. */
export function institution(
	code: string,
	shortName: string,
	names: Names,
	website: string | undefined,
	campuses: readonly [Campus, ...Campus[]],
	otherNames: readonly string[] = [],
): ReferenceOrganisation {
	return {
		key: `institution-${code}`,
		kind: "institution",
		number: code,
		shortName,
		name: names,
		otherNames,
		...(website === undefined ? {} : { website }),
		seat: campuses[0].seat,
		campuses,
	};
}

export function name(nb: string, nn: string, en: string): Names {
	return { nb, nn, en };
}

/** A campus in a town. */
export function at(campus: string, seat: Seat): Campus {
	return { name: campus, seat };
}
