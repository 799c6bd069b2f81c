/** Slots that share something: at most so many students, at least so many if any, how many there should be. */
export type Share = {
	readonly id: string;
	readonly slots: readonly number[];
	readonly most: number;
	readonly floor?: number;
	readonly minimum?: number;
	readonly mixture?: { readonly professions: number };
	/** Whose limit it is, as a finding names it. */
	readonly about: string;
};
