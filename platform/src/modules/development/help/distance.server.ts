import type { Work } from "../../../database/work.server.ts";
import { kilometresBetween } from "../../../geography/distance.ts";
import { listOrganisations } from "../../organisation/service.server.ts";

type Row = Awaited<ReturnType<typeof listOrganisations>>["rows"][number];

const placed = ({ latitude, longitude }: Row) =>
	latitude === null || longitude === null ? null : { latitude, longitude };

/** How far organisations are from one of them, as the crow flies, whole kilometres; null where one of them has no place. */
export async function kilometresFrom(
	work: Work,
	organisationId: string | null,
): Promise<(id: string) => number | null> {
	const { rows } = await listOrganisations(work, {});
	const places = new Map(rows.map((row) => [row.id, placed(row)]));
	const here = (organisationId === null ? null : places.get(organisationId)) ?? null;
	return (id) => {
		const there = places.get(id) ?? null;
		return here && there ? Math.round(kilometresBetween(here, there)) : null;
	};
}
