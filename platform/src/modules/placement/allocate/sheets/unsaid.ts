import { professions } from "../../../organisation/codes.ts";
import { readYears } from "../../capacity/sheet.ts";
import type { CapacityRow, StudentRow } from "./contracts.ts";
import type { Refuse, Sheet } from "./snapshot.ts";
import type { SheetRefusalCode } from "./text.ts";

/** What is said once for all rows that leave it blank. */
export type SaidForAll = {
	readonly profession: StudentRow["profession"];
	readonly year: number | null;
	readonly firstDay: string | null;
	readonly lastDay: string | null;
};

/** What stood for blank cells, for whoever reads the plan to know. `from` capacity: it is the same in every row there. */
export type Assumed =
	| { readonly key: "profession"; readonly value: NonNullable<StudentRow["profession"]> }
	| { readonly key: "year"; readonly value: number }
	| { readonly key: "days"; readonly firstDay: string; readonly lastDay: string }
	| { readonly key: "open"; readonly firstDay: string; readonly lastDay: string };

type Days = { readonly firstDay: string; readonly lastDay: string };
type WholeStudent = StudentRow & Days & { readonly profession: (typeof professions)[number]; readonly year: number };
type WholeOffer = CapacityRow & Days;

export type Whole = {
	readonly students: readonly { readonly sheetRow: number; readonly value: WholeStudent }[];
	readonly capacity: readonly { readonly sheetRow: number; readonly value: WholeOffer }[];
	readonly assumed: readonly Assumed[];
};

/**
 * Fills in what ordinary lists leave out. A student's profession, year and days are what is said for all, else what every
 * place says alike; where places say nothing of a profession or a year it makes no difference. Places without days are open
 * from the first student's first day to the last one's last. Where places differ nothing is guessed: it is refused, once.
 */
export function fillIn(
	students: Sheet<StudentRow>,
	capacity: Sheet<CapacityRow>,
	said: SaidForAll,
	refuseIn: (file: "students" | "capacity") => Refuse,
): Whole {
	const offers = capacity.rows.map(({ value }) => value);
	const profession = one(
		said.profession,
		offers.flatMap((offer) => offer.profession ?? []),
	);
	const year = one<readonly number[]>(
		said.year === null ? null : [said.year],
		offers.flatMap(({ years }) => (years === null ? [] : [readYears(years) ?? []])),
	);
	const first = one(said.firstDay, [...stated(offers, "firstDay"), ...fallback(offers, students, "firstDay")]);
	const last = one(said.lastDay, [...stated(offers, "lastDay"), ...fallback(offers, students, "lastDay")]);
	const refuse = refuseIn("students");
	const told = new Set<string>();
	const missing = (row: number, key: keyof SaidForAll, several: readonly unknown[]) => {
		if (told.has(key)) return;
		told.add(key);
		const rows = students.rows.filter(({ value }) => value[key] === null).length;
		refuse(row, key, codeOf(key, several.length > 0), "", rows);
	};
	const whole = students.rows.map(({ sheetRow, value }) => {
		const filled = {
			profession: value.profession ?? profession.value ?? (profession.several.length > 0 ? null : professions[0]),
			year: value.year ?? yearOf(year),
			firstDay: value.firstDay ?? first.value,
			lastDay: value.lastDay ?? last.value,
		};
		if (filled.profession === null) missing(sheetRow, "profession", profession.several);
		if (filled.year === null) missing(sheetRow, "year", year.several);
		if (filled.firstDay === null) missing(sheetRow, "firstDay", first.several);
		if (filled.lastDay === null) missing(sheetRow, "lastDay", last.several);
		const { profession: is, year: studied, firstDay, lastDay } = filled;
		return {
			sheetRow,
			value: {
				...{ ...value, profession: is ?? professions[0], year: studied ?? 1 },
				...{ firstDay: firstDay ?? "0000-01-01", lastDay: lastDay ?? "9999-12-31" },
			},
		};
	});
	const days = whole.map(({ value }) => value);
	const open = {
		firstDay: said.firstDay ?? earliest(days.map(({ firstDay }) => firstDay)),
		lastDay: said.lastDay ?? latest(days.map(({ lastDay }) => lastDay)),
	};
	const blank = (key: keyof StudentRow & keyof SaidForAll) => students.rows.some(({ value }) => value[key] === null);
	const assumed: Assumed[] = [];
	if (blank("profession") && profession.value !== null) assumed.push({ key: "profession", value: profession.value });
	const studied = yearOf(year);
	if (blank("year") && year.stated && studied !== null) assumed.push({ key: "year", value: studied });
	if ((blank("firstDay") || blank("lastDay")) && first.value !== null && last.value !== null)
		assumed.push({ key: "days", firstDay: first.value, lastDay: last.value });
	if (offers.some(({ firstDay, lastDay }) => firstDay === null || lastDay === null))
		assumed.push({ key: "open", ...open });
	return {
		students: whole,
		capacity: capacity.rows.map(({ sheetRow, value }) => ({
			sheetRow,
			value: { ...value, firstDay: value.firstDay ?? open.firstDay, lastDay: value.lastDay ?? open.lastDay },
		})),
		assumed,
	};
}

type One<Value> = {
	readonly value: Value | null;
	/** Values to choose between, where there are several. */
	readonly several: readonly Value[];
	readonly stated: boolean;
};

/** What is said for all, else what is the same wherever it stands. */
function one<Value>(said: Value | null, stated: readonly Value[]): One<Value> {
	if (said !== null) return { value: said, several: [], stated: true };
	const different = [...new Map(stated.map((value) => [JSON.stringify(value), value])).values()];
	const [only = null] = different;
	return different.length > 1
		? { value: null, several: different, stated: true }
		: { value: only, several: [], stated: only !== null };
}

/** A year of those all places take; any where they say none. */
function yearOf({ value, several }: One<readonly number[]>): number | null {
	return several.length > 0 ? null : (value?.[0] ?? 1);
}

type DayKey = keyof Days;

function stated(rows: readonly { readonly [Key in DayKey]: string | null }[], key: DayKey): string[] {
	return rows.flatMap((row) => row[key] ?? []);
}

/** Days of the other students, where no place has days. */
function fallback(offers: readonly CapacityRow[], students: Sheet<StudentRow>, key: DayKey): string[] {
	return stated(offers, key).length > 0
		? []
		: stated(
				students.rows.map(({ value }) => value),
				key,
			);
}

function earliest(days: readonly string[]): string {
	return days.toSorted()[0] ?? "9999-12-31";
}

function latest(days: readonly string[]): string {
	return days.toSorted().at(-1) ?? "0000-01-01";
}

/** Professions and years can only differ: where places say nothing of them, nothing is needed. */
function codeOf(key: keyof SaidForAll, differs: boolean): SheetRefusalCode {
	if (key === "profession" || key === "year") return `${key}-differs`;
	return differs ? `${key}-differs` : `${key}-unsaid`;
}
