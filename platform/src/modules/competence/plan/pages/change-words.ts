import { formatNumber, formatShortDate, type Language } from "../../../../language.ts";
import type { MeasureKind, MeasureStatus } from "../../measure/codes.ts";
import { financings, measureKinds, measureStatuses } from "../../measure/codes.ts";
import { measurePageText } from "../../measure/pages/measure.text.ts";
import { measureText } from "../../measure/text.ts";
import type { PlanChanges } from "../changes.ts";
import { planPageText } from "./plan.text.ts";

type Value = string | number | null;

function among<Code extends string>(codes: readonly Code[], value: Value): Code | undefined {
	return codes.find((one) => one === value);
}

/** A value of a measure as people read it. */
function said(language: Language, field: PlanChanges["changed"][number]["fields"][number]["field"], value: Value) {
	const words = measureText[language];
	if (value === null || value === "") return planPageText[language].nothing;
	if (typeof value === "number") return formatNumber(language, value);
	const kind: MeasureKind | undefined = field === "kind" ? among(measureKinds, value) : undefined;
	if (kind) return words.kinds[kind];
	const status: MeasureStatus | undefined = field === "status" ? among(measureStatuses, value) : undefined;
	if (status) return words.statuses[status];
	const financing = field === "financing" ? among(financings, value) : undefined;
	if (financing) return words.financings[financing];
	return field === "dueOn" ? formatShortDate(language, value) : value;
}

/** What changed of a measure, a sentence each. */
export function measureChangeWords(
	language: Language,
	fields: PlanChanges["changed"][number]["fields"],
): readonly string[] {
	const text = planPageText[language];
	return fields.map(({ field, from, to }) =>
		text.fromTo(
			measurePageText[language].fields[field === "unitName" ? "unitId" : field],
			said(language, field, from),
			said(language, field, to),
		),
	);
}

/** What changed of the plan itself, a sentence each; long texts are said to be rewritten. */
export function factChangeWords(language: Language, facts: PlanChanges["facts"]): readonly string[] {
	const text = planPageText[language];
	return facts.map(({ field, from, to }) => {
		const label = text.fields[field];
		if (field === "introduction" || field === "sector") return text.wasChanged(label);
		const day = (value: Value) =>
			(field === "firstDay" || field === "lastDay") && typeof value === "string"
				? formatShortDate(language, value)
				: String(value ?? text.nothing);
		return text.fromTo(label, day(from), day(to));
	});
}
