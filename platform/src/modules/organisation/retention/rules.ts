import { addYears } from "../../../day.ts";

/** How long what is held about people is kept when it is no longer used, and why. */
export const retention = {
	/** Years after its last day a role keeps its holder's name: what was agreed with whom must be documented so long. */
	roleYears: 2,
	/** Years an account is kept when nobody signs in with it and no role is tied to it. */
	accountYears: 1,
} as const;

/** A role whose last day is before this one no longer says who held it. */
export function rolesBefore(today: string): string {
	return addYears(today, -retention.roleYears);
}

/** An account nobody has used since this moment is removed. */
export function accountsBefore(today: string): Date {
	return new Date(`${addYears(today, -retention.accountYears)}T00:00:00Z`);
}
