import { findNamed } from "../../ui/choice.ts";
import type { Commitment, Party } from "./contract.ts";

type Unit = { readonly organisationId: string; readonly id: string; readonly name: string };
type Named = Pick<Party, "organisationId" | "name">;

/** Units of the parties as a form suggests them: by name, and with whose it is where two parties have one of that name. */
export function unitChoices(
	units: readonly Unit[],
	parties: readonly Named[],
): readonly { readonly value: string; readonly label: string }[] {
	const names = new Map(parties.map(({ organisationId, name }) => [organisationId, name]));
	const owners = new Map<string, Set<string>>();
	for (const { organisationId, name } of units) owners.set(name, (owners.get(name) ?? new Set()).add(organisationId));
	return units.map(({ organisationId, id, name }) => ({
		value: id,
		label: (owners.get(name)?.size ?? 1) > 1 ? `${name} (${names.get(organisationId) ?? ""})` : name,
	}));
}

type Pointed = Pick<Commitment, "unitOrganisationId" | "unitId">;
const nowhere: Pointed = { unitOrganisationId: null, unitId: null };

/** The one unit of the parties that some words name; nowhere where they name none, or more than one: then they are words. */
export function unitNamed(unitName: string | null, units: readonly Unit[], parties: readonly Named[]): Pointed {
	if (unitName === null) return nowhere;
	const meant = findNamed(unitChoices(units, parties), unitName)?.value;
	const unit = units.find(({ id }) => id === meant);
	return unit === undefined ? nowhere : { unitOrganisationId: unit.organisationId, unitId: unit.id };
}
