import { type ReactNode, useEffect, useState } from "react";
import { useLanguage } from "./language.tsx";
import { TaskForm } from "./TaskForm.tsx";
import { uiText } from "./text.ts";

/** Rows a person ticks, sent by a form that stands elsewhere on the page: `<BulkForm id={form}>`. */
export type Selection<Row> = {
	/** The id of the form the ticks belong to. */
	readonly form: string;
	/** The name they are sent under. */
	readonly name: string;
	/** What a row is called. */
	readonly label: (row: Row) => string;
};

export function SelectRow<Row>({ selection, row, value }: { selection: Selection<Row>; row: Row; value: string }) {
	const text = uiText[useLanguage()];
	return (
		<input
			className="ds-input"
			type="checkbox"
			form={selection.form}
			name={selection.name}
			value={value}
			aria-label={text.select(selection.label(row))}
		/>
	);
}

/** Ticks every row on the page. Needs script, so it is not there before script is. */
export function SelectAll<Row>({ selection }: { selection: Selection<Row> }) {
	const text = uiText[useLanguage()];
	const [hasScript, setHasScript] = useState(false);
	useEffect(() => setHasScript(true), []);
	if (!hasScript) return <span className="visually-hidden">{text.selectColumn}</span>;
	return (
		<input
			className="ds-input"
			type="checkbox"
			aria-label={text.selectAll}
			onChange={(event) => {
				const all = document.querySelectorAll<HTMLInputElement>(
					`input[type="checkbox"][form="${CSS.escape(selection.form)}"]`,
				);
				for (const one of all) if (one.name === selection.name) one.checked = event.currentTarget.checked;
			}}
		/>
	);
}

/** What can be done with the rows that are ticked; stands over or under the table. */
export function BulkForm(props: { readonly id: string; readonly action?: string; readonly children: ReactNode }) {
	return (
		<TaskForm id={props.id} action={props.action} className="list-bulk">
			{props.children}
		</TaskForm>
	);
}
