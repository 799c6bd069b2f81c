/** The tree with the way down to a unit open, and the unit in sight; as of a day, null for today. */
export function inTree(organisationId: string, unitId: string, asOf: string | null = null): string {
	return `/organisations/${organisationId}/units?${asOf === null ? "" : `asOf=${asOf}&`}at=${unitId}#${unitId}`;
}
