import { formatShortDate, type Language } from "../../../language.ts";
import { useLanguage } from "../../../ui/language.tsx";
import { Status } from "../../../ui/Tag.tsx";
import type { Membership } from "../people/contract.ts";
import { peopleText } from "../people/text.ts";
import { peoplePagesText } from "./people.text.ts";

type Dated = Pick<Membership, "validFrom" | "validTo" | "verifiedAt" | "warnings">;

/** How a role stands today, the most important said in words. */
export function Standing({ row, today }: { row: Dated; today: string }) {
	return standing(row, today, useLanguage());
}

/** The same for the cells of a long list, where a component for each costs more than what it says. */
export function standing(row: Dated, today: string, language: Language) {
	const text = peoplePagesText[language];
	if (row.validTo !== null && row.validTo < today)
		return <Status>{text.endedOn(formatShortDate(language, row.validTo))}</Status>;
	if (row.validTo === today) return <Status tone="warning">{text.lastDayToday}</Status>;
	if (row.warnings.length > 0)
		return row.warnings.map((warning) => (
			<span key={warning} className="list-under">
				<Status tone="warning">{peopleText[language].warnings[warning]}</Status>
			</span>
		));
	if (row.validFrom > today)
		return <Status tone="info">{text.beginsOn(formatShortDate(language, row.validFrom))}</Status>;
	return <Status tone="success">{text.verifiedOn(formatShortDate(language, row.verifiedAt))}</Status>;
}
