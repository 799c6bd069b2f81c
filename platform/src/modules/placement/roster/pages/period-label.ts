import { formatShortDate, type Language } from "../../../../language.ts";

/** A period as one line: "SYK201 Hjemmesykepleie, pulje 1 (11.01.2027–07.03.2027)". */
export function periodLabel(
	language: Language,
	period: {
		readonly courseCode: string | null;
		readonly courseName: string;
		readonly name: string;
		readonly firstDay: string;
		readonly lastDay: string;
	},
): string {
	const course = [period.courseCode, period.courseName].filter(Boolean).join(" ");
	return `${course}, ${period.name} (${daysOf(language, period)})`;
}

export function daysOf(language: Language, days: { readonly firstDay: string; readonly lastDay: string }): string {
	return `${formatShortDate(language, days.firstDay)}–${formatShortDate(language, days.lastDay)}`;
}
