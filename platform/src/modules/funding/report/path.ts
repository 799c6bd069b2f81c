/** Where a report underway of an award is, by the day it is due. */
export function interimPath(awardId: string, dueOn: string): string {
	return `/funding/awards/${awardId}/interim/${dueOn}`;
}
