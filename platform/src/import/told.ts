import { inEachLanguage, type Language } from "../language.ts";
import type { Contract } from "../spreadsheet/contract.ts";
import type { Place } from "../spreadsheet/refusal.ts";
import type { SheetFacts } from "../spreadsheet/result.ts";
import type { Sentence } from "../spreadsheet/sentences.ts";
import { placeText } from "../spreadsheet/text.ts";
import type { RowFinding, ToldFinding } from "./contract.ts";

export type Facts = { readonly value: string; readonly detail: Readonly<Record<string, string | number>> };
type Sentences<Code extends string> = Readonly<Record<Code, (facts: Facts) => Sentence>>;
/** What each finding of a kind says, in each language; a code without words does not compile. */
export type FindingText<Code extends string> = Readonly<Record<Language, Sentences<Code>>>;

/** A sentence that needs no facts. */
export const plainly = (problem: string, remedy: string) => () => ({ problem, remedy });

/** A finding in words, with its place as the file itself writes it. */
export function tellFinding<Code extends string>(
	finding: RowFinding<Code>,
	read: SheetFacts,
	contract: Contract,
	text: FindingText<Code>,
): ToldFinding {
	const { code, row, key, value, detail = {} } = finding;
	const standing = read.columns.find((column) => column.key === key);
	const place: Place = {
		...{ sheet: read.sheet, row, value },
		...{ column: standing?.column ?? null, header: standing?.header ?? null },
	};
	const column = contract.columns.find((one) => one.key === key);
	const said = inEachLanguage((language) => {
		const label =
			column?.kind === "choice" ? column.choices.find((choice) => choice.value === value)?.labels[language] : undefined;
		return text[language][code]({ value: label ?? value ?? "", detail });
	});
	return {
		place: inEachLanguage((language) => placeText(place, language)),
		problem: { nb: said.nb.problem, nn: said.nn.problem, en: said.en.problem },
		remedy: { nb: said.nb.remedy, nn: said.nn.remedy, en: said.en.remedy },
	};
}
