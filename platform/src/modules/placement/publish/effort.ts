/** What a round was made of, counted: what both its own effort and the usual way are measured over. */
export type RoundSize = {
	readonly institutions: number;
	readonly hosts: number;
	readonly sites: number;
	readonly placed: number;
};

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
