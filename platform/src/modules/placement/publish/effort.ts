/** What a round was made of, counted: what both its own effort and the usual way are measured over. */
export type RoundSize = {
	readonly institutions: number;
	readonly hosts: number;
	readonly sites: number;
	readonly placed: number;
};

/**
 * How many there were to each, with as many decimals as it takes not to say that there were none: one where it is a tenth
 * or more, else two; what is less than a hundredth is a hundredth. Null: nobody to divide by.
 */
export function perStudent(count: number, placed: number): number | null {
	if (placed === 0) return null;
	const each = count / placed;
	if (each >= 0.1 || count === 0) return Math.round(10 * each) / 10;
	return Math.max(1, Math.round(100 * each)) / 100;
}

/**
 * What the same round takes by spreadsheet and e-mail, estimated. The assumptions, all on the low side: every institution
 * asks every host, which asks each of its sites once for each institution; half the sites are reminded once; everybody
 * answers by e-mail; each site is told once who comes, and each student once where to go. Somebody types in every site's
 * answer for each institution, and every student's place.
 */
export function usualEffort({ institutions, hosts, sites, placed }: RoundSize): {
	readonly messages: number;
	readonly touches: number;
} {
	const asked = institutions * (hosts + sites);
	const reminded = Math.ceil((institutions * sites) / 2);
	return { messages: 2 * asked + reminded + sites + placed, touches: institutions * sites + placed };
}
