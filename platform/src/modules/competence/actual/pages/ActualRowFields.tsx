import type { Choice } from "../../../../ui/ChoiceField.tsx";
import { Field } from "../../../../ui/Field.tsx";
import type { FieldValue } from "../../../../ui/form-context.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import type { ActualRow } from "../contract.ts";
import { actualText } from "../text.ts";
import "./actual.css";

/** One row of what a unit has; its fields are `name.heads` and so on. */
export function ActualRowFields({
	name,
	number,
	entries,
}: {
	readonly name: string;
	readonly number: number;
	readonly entries: readonly Choice[];
}) {
	const text = actualText[useLanguage()];
	return (
		<fieldset className="competence-row">
			<legend className="visually-hidden">{`${text.fields.entryId} ${number}`}</legend>
			<Field name={`${name}.entryId`} kind="select" required="sometimes" choices={entries} none={text.choose} />
			<Field name={`${name}.heads`} kind="number" whole required="sometimes" />
			<Field name={`${name}.positions`} kind="number" required="sometimes" />
			<Field name={`${name}.aged55`} kind="number" whole required="sometimes" />
			<Field name={`${name}.aged60`} kind="number" whole required="sometimes" />
			<Field name={`${name}.aged65`} kind="number" whole required="sometimes" />
			<Field name={`${name}.turnover`} kind="number" whole required="sometimes" />
			<Field
				name={`${name}.hasDeputy`}
				kind="select"
				required="sometimes"
				none={text.notSaid}
				choices={[
					{ value: "yes", label: text.yes },
					{ value: "no", label: text.no },
				]}
			/>
		</fieldset>
	);
}

/** The values of a row as its fields show them. */
export function valuesOfRow(name: string, row: ActualRow): Readonly<Record<string, FieldValue>> {
	const { entryId, heads, positions, aged55, aged60, aged65, turnover, hasDeputy } = row;
	const values = { entryId, heads, positions, aged55, aged60, aged65, turnover };
	return {
		...Object.fromEntries(Object.entries(values).map(([field, value]) => [`${name}.${field}`, value])),
		[`${name}.hasDeputy`]: hasDeputy === null ? "" : hasDeputy ? "yes" : "no",
	};
}
