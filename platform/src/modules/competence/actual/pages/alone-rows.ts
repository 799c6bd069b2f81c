import { formatNumber, type Language } from "../../../../language.ts";
import { nameOfEntry } from "../../framework/name.ts";
import { type Narrowing, narrowed } from "../../pages/narrowed.ts";
import { aloneText } from "../alone.text.ts";
import type { Alone } from "../service.server.ts";

/** Years within which leaving is soon. */
const soonYears = 5;

export function leavingOf({ leaves }: Pick<Alone, "leaves">): "soon" | "later" | "untold" {
	if (leaves === undefined) return "untold";
	return leaves !== null && leaves <= soonYears ? "soon" : "later";
}

type Asked = Narrowing & { readonly filters: { readonly leaving?: string; readonly sector?: string } };

/** Those who stand alone as the list shows them, whoever leaves first at the top. */
export function narrowAlone(language: Language, all: readonly Alone[], state: Asked): Alone[] {
	const { leaving, sector } = state.filters;
	const wanted = all.filter(
		(one) =>
			(leaving === undefined || leavingOf(one) === leaving) && (sector === undefined || one.unit.sector === sector),
	);
	return narrowed(language, wanted, state, {
		words: ({ unit, fact }) => [unit.name, nameOfEntry(language, fact)],
		key: ({ unit, fact, leaves }, sort) =>
			sort === "unit"
				? unit.name
				: sort === "entry"
					? nameOfEntry(language, fact)
					: (leaves ?? (leaves === null ? 98 : 99)),
	});
}

/** When somebody who stands alone may leave, in words. */
export function leavingInWords(language: Language, leaves: Alone["leaves"]): string {
	const text = aloneText[language];
	if (leaves === undefined) return text.untold;
	if (leaves === null) return text.notSoon;
	return leaves === 0 ? text.now : text.within(formatNumber(language, leaves));
}
