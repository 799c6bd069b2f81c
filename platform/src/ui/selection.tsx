import { type ReactNode, useEffect, useState } from "react";
import { useLocation } from "react-router";
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
			form={selection.form}
			aria-label={text.selectAll}
			// Not a change: React takes the first one after the form was emptied for none, since it does not see that happen.
			onClick={(event) => {
				const all = document.querySelectorAll<HTMLInputElement>(
					`input[type="checkbox"][form="${CSS.escape(selection.form)}"]`,
				);
				for (const one of all) if (one.name === selection.name) one.checked = event.currentTarget.checked;
			}}
		/>
	);
}

/**
 * What can be done with the rows that are ticked; stands over or under the table. With script it says how many are
 * ticked, and waits until there is one.
 */
export function BulkForm(props: { readonly id: string; readonly action?: string; readonly children: ReactNode }) {
	const text = uiText[useLanguage()];
	const chosen = useTicked(props.id);
	return (
		<TaskForm id={props.id} action={props.action} className="list-bulk">
			{chosen !== null && (
				<p role="status" className="list-bulk-count">
					{text.chosen(chosen)}
				</p>
			)}
			<fieldset className="list-bulk-ways" disabled={chosen === 0}>
				{props.children}
			</fieldset>
		</TaskForm>
	);
}

/** How many rows are ticked for a form; null before script is there. */
function useTicked(form: string): number | null {
	const [count, setCount] = useState<number | null>(null);
	const place = useLocation();
	// biome-ignore lint/correctness/useExhaustiveDependencies: another address shows other rows
	useEffect(() => {
		const selector = `input[type="checkbox"][form="${CSS.escape(form)}"][name]`;
		const recount = () =>
			setCount([...document.querySelectorAll<HTMLInputElement>(selector)].filter((one) => one.checked).length);
		// A form is empty only after the event that says it is emptied.
		const later = () => setTimeout(recount);
		recount();
		document.addEventListener("change", recount);
		document.addEventListener("reset", later);
		return () => {
			document.removeEventListener("change", recount);
			document.removeEventListener("reset", later);
		};
	}, [form, place]);
	return count;
}
