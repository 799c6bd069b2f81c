import { formatNumber, type Language } from "../../../../language.ts";
import { wordFor } from "../../../organisation/text.ts";
import { ruleText } from "../../allocate/text.ts";
import { byHandText } from "./by-hand.text.ts";
import { unplacedText } from "./unplaced.text.ts";
import type { Unplaced } from "./unplaced-rows.server.ts";

/** Why somebody has no place, and the rules that closed places where none was open. */
export function reasonOf(row: Unplaced, language: Language): { readonly lines: string[]; readonly rules: string[] } {
	const text = unplacedText[language];
	const number = (value: number) => formatNumber(language, value);
	const isClosed = row.open === 0 && !row.byHand;
	return {
		lines: [
			...(row.shortage ? [text.shortage(number(row.shortage.claims), number(row.shortage.places))] : []),
			...(!row.shortage && row.open > 0 ? [text.openTo(number(row.open))] : []),
			...(row.byHand ? [byHandText[language].taken] : []),
			...(isClosed ? [text.noneOpen] : []),
		],
		rules: isClosed
			? row.removed.map(({ rule, offers }) => text.removed(number(offers), wordFor(ruleText[language], rule)))
			: [],
	};
}

/** What it would take, in sentences; none where nothing can be said. */
export function remedyOf({ byHand, remedy }: Unplaced, language: Language): string[] {
	const text = unplacedText[language];
	if (byHand) return [text.undo];
	if (remedy === null) return [];
	const { more, lookedAt, beyond, agreements } = remedy;
	const list = (names: readonly string[], type: "disjunction" | "conjunction") =>
		new Intl.ListFormat(language, { type }).format(names);
	return [
		...(more.length > 0 ? [text.more(list(more, "disjunction"))] : []),
		...(more.length === 0 && lookedAt > 0 ? [text.notOne] : []),
		...(beyond === null
			? []
			: [(beyond.own ? text.beyondOwn : text.beyond)(beyond.site, formatNumber(language, beyond.minutes))]),
		...(agreements.length > 0 ? [text.agreements(list(agreements, "disjunction"))] : []),
	];
}
