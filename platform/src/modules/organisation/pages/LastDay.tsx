import { formatShortDate } from "../../../language.ts";
import { useLanguage } from "../../../ui/language.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { unitsText } from "./units.text.ts";

/** That a unit is closed, or has a last day; on that day it is still open. */
export function LastDay({ day, closed }: { readonly day: string; readonly closed: boolean }) {
	const language = useLanguage();
	const text = unitsText[language];
	const date = formatShortDate(language, day);
	return <Tag tone="warning">{closed ? text.closedOn(date) : text.lastDayOn(date)}</Tag>;
}
