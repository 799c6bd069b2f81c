import type { Language } from "../../../language.ts";
import type { ListFilter } from "../../../ui/TableTools.tsx";
import type { TableState } from "../../../ui/table-state.ts";
import { responsibilities } from "../codes.ts";
import { contactWarnings } from "../contact/codes.ts";
import type { Register } from "../contact/contract.ts";
import { contactText } from "../contact/text.ts";
import { responsibilityName } from "../text.ts";
import { contactRegisterText } from "./contact-register.text.ts";

type Counted = Pick<Register, "byWarning" | "byResponsibility" | "units">;

/** Each choice with how many there are of it; what there are none of is left out. */
export function registerFilters(
	{ byWarning, byResponsibility, units, state }: Counted & { readonly state: TableState },
	language: Language,
): readonly ListFilter[] {
	const text = contactRegisterText[language];
	const counted = (label: string, count: number | undefined) => `${label} (${count ?? 0})`;
	const isShown = (one: string, asked: string | undefined, counts: ReadonlyMap<string, number>) =>
		counts.has(one) || one === asked;
	return [
		{
			name: "responsibility",
			label: text.responsibility,
			choices: responsibilities
				.filter((one) => isShown(one, state.filters.responsibility, byResponsibility))
				.map((one) => ({ value: one, label: counted(responsibilityName(language, one), byResponsibility.get(one)) })),
		},
		...(units.length > 0 || state.filters.unit !== undefined
			? [{ name: "unit", label: text.unit, choices: units.map(({ id, name }) => ({ value: id, label: name })) }]
			: []),
		...(byWarning.size > 0 || state.filters.warning !== undefined
			? [
					{
						name: "warning",
						label: text.warning,
						choices: contactWarnings
							.filter((one) => isShown(one, state.filters.warning, byWarning))
							.map((one) => ({
								value: one,
								label: counted(contactText[language].warnings[one], byWarning.get(one)),
							})),
					},
				]
			: []),
		{ name: "asOf", label: text.asOf },
	];
}
