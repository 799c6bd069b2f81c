/** Who asks, as the mandate of the room organisation tells it. */
export type Asker = {
	readonly organisationId: string | null;
	readonly system: boolean;
	readonly holdings: readonly { readonly role: string; readonly unitId: string | null }[];
};

/** Kinds of organisations that give grants and so make calls. */
export const givers = ["state-administrator", "directorate", "ministry", "county", "ks", "ks-region", "operator"];
const giving = ["case-officer", "administrator", "manager"];
const applying = ["grants-coordinator", "competence-planner", "administrator", "manager"];

function holds({ system, holdings }: Asker, roles: readonly string[]): boolean {
	return system || holdings.some(({ role, unitId }) => unitId === null && roles.includes(role));
}

/** Whether an organisation of this kind gives grants. */
export function isGiver(kind: string | null): boolean {
	return kind !== null && givers.includes(kind);
}

/** Makes calls and keeps schemes on behalf of an organisation that gives grants. */
export function mayMakeCalls(asker: Asker, kind: string | null): boolean {
	return isGiver(kind) && holds(asker, giving);
}

/** Applies on behalf of the organisation, and notes calls that live outside. */
export function mayApply(asker: Asker): boolean {
	return holds(asker, applying);
}

/** Asks about a call on behalf of the organisation. */
export function mayAsk(asker: Asker): boolean {
	return holds(asker, [...applying, ...giving]);
}
