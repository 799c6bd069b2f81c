/** The parts an organisation can be divided into on one form. */
export const partNumbers = [1, 2, 3, 4, 5] as const;

/** The field that says where a unit goes. */
export function unitField(unitId: string): string {
	return `unit-${unitId}`;
}
