import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { uiText } from "../../../../ui/text.ts";
import type { ReportContent, ReportField } from "../contract.ts";
import { reportText } from "../text.ts";

/** The fields of a report nobody has recorded anything for: judgements, reasons, and what a call from outside asks. */
export function TypedFields({ content }: { readonly content: ReportContent }) {
	const language = useLanguage();
	const text = reportText[language];
	return content.fields
		.filter(({ source }) => source === "typed" || source === "not-asked")
		.map((field) => (
			<div key={field.id} className="stack" data-gap="small">
				<OneField field={field} />
				{content.callNumber === null && field.kind !== "longText" && (
					<Field
						name={`q.${field.id}.not-asked`}
						kind="checkbox"
						label={`${text.wasNotAsked}: ${field.label[language]}`}
						value={field.source === "not-asked"}
					/>
				)}
			</div>
		));
}

function OneField({ field }: { readonly field: ReportField }) {
	const language = useLanguage();
	const words = uiText[language];
	const common = {
		...{ name: `q.${field.id}`, label: field.label[language], value: field.value },
		required: field.required ? ("sometimes" as const) : false,
	};
	if (field.kind === "number" || field.kind === "money")
		return <Field {...common} kind="number" {...(field.kind === "money" ? { unit: "kr" } : {})} />;
	if (field.kind === "date") return <Field {...common} kind="date" />;
	if (field.choices.length > 0)
		return (
			<Field
				{...common}
				kind="select"
				none={words.chooseOne}
				choices={field.choices.map(({ value, label }) => ({ value, label: label[language] }))}
			/>
		);
	return <Field {...common} kind="textarea" rows={3} maxLength={3000} />;
}
