import { useLanguage } from "./language.tsx";
import { uiText } from "./text.ts";

/** A cell of a table where there is nothing to show: a dash to see, a word to hear. Never an empty cell, never a zero. */
export function NoValue() {
	return (
		<span className="quiet">
			<span aria-hidden="true">–</span>
			<span className="visually-hidden">{uiText[useLanguage()].noValue}</span>
		</span>
	);
}
