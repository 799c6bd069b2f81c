import type { Work } from "../../../../database/work.server.ts";
import { holdsOn } from "../../rules.ts";
import { pathsOf, shownPath } from "./path.ts";
import type { UnitSheetRow } from "./sheet.ts";
import { listAllUnits, listUnitLeaders } from "./store.server.ts";

/** The units of an organisation as an import reads them: parents before children, leaders where the asker sees them. */
export async function exportUnits(
	work: Work,
	organisationId: string,
	{ asOf = work.today, withClosed = false }: { readonly asOf?: string; readonly withClosed?: boolean } = {},
): Promise<readonly UnitSheetRow[]> {
	const units = await listAllUnits(work, organisationId, asOf);
	const leaders = await listUnitLeaders(work, organisationId);
	const { shownOf } = pathsOf(units);
	const byId = new Map(units.map((unit) => [unit.id, unit]));
	return units
		.filter((unit) => withClosed || holdsOn(unit, asOf))
		.map((unit) => ({ unit, names: shownOf(unit.id) }))
		.sort((one, other) => one.names.length - other.names.length)
		.map(({ unit, names }) => {
			const parent = unit.parentId === null ? undefined : byId.get(unit.parentId);
			const [leader] = leaders.get(unit.id) ?? [];
			const { code, name, setting, sector, address, postcode, place, municipalityNumber } = unit;
			const { email, phone, published, validFrom } = unit;
			return {
				...{ code, name, setting, sector, address, postcode, place, municipalityNumber },
				...{ email, phone, published, validFrom },
				parent: parent ? (parent.code ?? shownPath(names.slice(0, -1))) : null,
				leaderName: leader?.name ?? null,
				leaderEmail: leader?.email ?? null,
			};
		});
}
