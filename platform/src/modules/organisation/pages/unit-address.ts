/** The tree with the way down to a unit open, and the unit in sight. */
export function inTree(organisationId: string, unitId: string): string {
	return `/organisations/${organisationId}/units?at=${unitId}#${unitId}`;
}
