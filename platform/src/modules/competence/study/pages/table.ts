import { compareText, type Language } from "../../../../language.ts";
import type { TableState } from "../../../../ui/table-state.ts";
import { isPayer, type Payer, payers, type StudyState, studySorts, studyStates } from "../codes.ts";
import type { ShownStudy } from "../contract.ts";
import { studyText } from "../text.ts";

/** What the address of the list says. */
export const studyTable = {
	sort: studySorts,
	filters: { state: studyStates, unit: "text", payer: payers },
} as const;

/** Who takes a study: the name, else the number of the place. */
export function whoTakes(language: Language, { name, number }: Pick<ShownStudy, "name" | "number">): string {
	return name ?? studyText[language].numbered(number);
}

type Narrowing = Pick<TableState, "search" | "sort" | "descending"> & {
	readonly filters: { readonly state?: StudyState; readonly unit?: string; readonly payer?: Payer };
};

/** The studies the list shows, searched, filtered and in order. */
export function narrowStudies(language: Language, rows: readonly ShownStudy[], asked: Narrowing): ShownStudy[] {
	const { filters, sort, descending } = asked;
	const wanted = asked.search.toLocaleLowerCase("nb");
	const compare = compareText(language);
	const key = (row: ShownStudy) => {
		if (sort === "who") return row.name ?? `\uffff${String(row.number).padStart(8, "0")}`;
		if (sort === "title") return row.title;
		if (sort === "state") return String(studyStates.indexOf(row.state));
		return sort === "last-day" ? (row.lastDay ?? "9999") : row.unitName;
	};
	return rows
		.filter(
			(row) =>
				(filters.state === undefined || row.state === filters.state) &&
				(filters.unit === undefined || row.unitId === filters.unit) &&
				(filters.payer === undefined || row.finance.some(({ payer }) => payer === filters.payer)) &&
				[row.title, row.unitName, row.provider, whoTakes(language, row)].some((word) =>
					word.toLocaleLowerCase("nb").includes(wanted),
				),
		)
		.sort((one, other) => (descending ? -1 : 1) * compare(key(one), key(other)) || one.number - other.number);
}

/** The day and the payer to count by, as the address has them; what cannot be read is today and the state. */
export function readCount(url: URL, today: string): { readonly day: string; readonly payer: Payer } {
	const [day, payer] = [url.searchParams.get("day") ?? "", url.searchParams.get("paid") ?? ""];
	const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day));
	return { day: isDay ? day : today, payer: isPayer(payer) ? payer : "state-grant" };
}
