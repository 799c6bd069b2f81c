/** How Norway's municipalities became those of 2024: pure derivation of who succeeded whom, and when. */

/** A municipality number while it was in use, and which municipalities of 2024 its people ended up in. */
export type NumberPeriod = {
	readonly number: string;
	readonly firstYear: number;
	/** The last whole year in use; null while it still is. */
	readonly lastYear: number | null;
	/** Shares of the population by municipality number of 2024; they add up to 1. */
	readonly became: ReadonlyMap<string, number>;
};

export type Succession = {
	readonly predecessor: string;
	readonly successor: string;
	/** 1 January of the first year under the new number (YYYY-MM-DD). */
	readonly happenedOn: string;
	/** The part of the predecessor's population that went along, 0–1. */
	readonly share: number;
	/**
	 * renumbered: the same municipality under a new number; merged: several became one new; joined: went into one that
	 * kept its number; divided: became several.
	 */
	readonly manner: "renumbered" | "merged" | "joined" | "divided";
};

export type SuccessionResult =
	| { readonly successions: readonly Succession[]; readonly unclear?: never }
	| {
			readonly unclear: { readonly number: string; readonly candidates: readonly string[] };
			readonly successions?: never;
	  };

/** From this year the source has every municipality there was; some that ended earlier are missing. */
export const periodsCompleteFrom = 2006;

/**
 * Who became whom on 1 January 2018, where several municipalities changed number at once on their way into the same
 * municipality of 2024, so that the shares cannot tell them apart (the merger of Nord- and Sør-Trøndelag).
 * Source: Statistics Norway, classification of municipalities (KLASS 131), changes of 2018-01-01.
 */
const renumberedIn2018: Readonly<Record<string, string>> = {
	"1601": "5001",
	"1662": "5030",
	"1621": "5015",
	"1627": "5017",
	"1622": "5016",
	"1636": "5023",
	"1638": "5024",
	"1630": "5018",
	"1632": "5019",
	"1702": "5004",
	"1724": "5039",
	"1703": "5005",
	"1725": "5040",
	"1748": "5048",
	"1750": "5050",
	"1751": "5051",
};

/** The numbers in use in a year. */
export function numbersIn(periods: readonly NumberPeriod[], year: number): string[] {
	return periods.filter((period) => inUse(period, year)).map((period) => period.number);
}

/**
 * Every succession, by date and number. A number that ended is followed by the new number whose people ended up in just
 * the same municipalities of 2024; else by new numbers, else by older ones, that share any of them. Answers which number
 * is unclear where several new ones fit equally well.
 */
export function deriveSuccessions(periods: readonly NumberPeriod[]): SuccessionResult {
	const links: Omit<Succession, "manner">[] = [];
	for (const ended of periods) {
		if (ended.lastYear === null) continue;
		const year = ended.lastYear + 1;
		const successors = successorsOf(ended, periods, year);
		if (successors.length === 0 || (successors.length > 1 && ended.became.size === 1)) {
			return { unclear: { number: ended.number, candidates: successors.map((period) => period.number) } };
		}
		for (const successor of successors) {
			const share = successors.length === 1 ? 1 : sharedWith(ended, successor);
			links.push({ predecessor: ended.number, successor: successor.number, happenedOn: `${year}-01-01`, share });
		}
	}
	return {
		successions: links
			.map((link) => ({ ...link, manner: mannerOf(link, links, periods) }))
			.sort(
				(a, b) =>
					order(a.happenedOn, b.happenedOn) || order(a.predecessor, b.predecessor) || order(a.successor, b.successor),
			),
	};
}

function successorsOf(ended: NumberPeriod, periods: readonly NumberPeriod[], year: number): NumberPeriod[] {
	const begun = periods.filter((period) => period.firstYear === year);
	const known = year === 2018 ? renumberedIn2018[ended.number] : undefined;
	if (known !== undefined) return begun.filter((period) => period.number === known);
	const same = begun.filter((period) => signature(period) === signature(ended));
	if (same.length > 0) return same;
	const sharing = begun.filter((period) => sharedWith(ended, period) > 0);
	if (sharing.length > 0) return sharing;
	return periods.filter((period) => period.firstYear < year && inUse(period, year) && sharedWith(ended, period) > 0);
}

function mannerOf(
	link: Omit<Succession, "manner">,
	links: readonly Omit<Succession, "manner">[],
	periods: readonly NumberPeriod[],
): Succession["manner"] {
	const isSameDay = (other: typeof link) => other.happenedOn === link.happenedOn;
	if (links.filter((other) => isSameDay(other) && other.predecessor === link.predecessor).length > 1) return "divided";
	const year = Number(link.happenedOn.slice(0, 4));
	const isOlder = periods.some((period) => period.number === link.successor && period.firstYear < year);
	if (isOlder) return "joined";
	const together = links.filter((other) => isSameDay(other) && other.successor === link.successor);
	return together.length > 1 ? "merged" : "renumbered";
}

/** The part of one's people who ended up in a municipality of 2024 that the other's people also did. */
function sharedWith(one: NumberPeriod, other: NumberPeriod): number {
	let shared = 0;
	for (const [number, share] of one.became) if (other.became.has(number)) shared += share;
	return shared;
}

function signature(period: NumberPeriod): string {
	return [...period.became]
		.map(([number, share]) => `${number}=${share}`)
		.sort()
		.join(";");
}

function inUse(period: NumberPeriod, year: number): boolean {
	return period.firstYear <= year && (period.lastYear === null || year <= period.lastYear);
}

function order(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
