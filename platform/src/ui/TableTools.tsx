import { type ChangeEvent, useEffect, useRef } from "react";
import { Form, Link, useSubmit } from "react-router";
import type { Choice } from "./ChoiceField.tsx";
import { useLanguage } from "./language.tsx";
import { isNarrowed, type TableState } from "./table-state.ts";
import { uiText } from "./text.ts";

/** A filter over a list: its parameter in the address, what it is called, what one can choose. */
export type ListFilter = {
	readonly name: string;
	readonly label: string;
	readonly choices: readonly Choice[];
	/** What no choice is called; "Alle" unless given. */
	readonly all?: string;
};

/** How long a person may pause in a word before the list follows, milliseconds. */
const pause = 350;

/** Search and filters over a list: a GET form with a button, which with script also follows what is typed and chosen. */
export function TableTools({
	state,
	searchLabel,
	filters,
}: {
	readonly state: TableState;
	readonly searchLabel: string | undefined;
	readonly filters: readonly ListFilter[];
}) {
	const text = uiText[useLanguage()];
	const submit = useSubmit();
	const form = useRef<HTMLFormElement>(null);
	const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
	useEffect(() => () => clearTimeout(timer.current), []);
	// Fields follow the address (back button, reset), except the one being typed in.
	useEffect(() => {
		for (const control of form.current?.elements ?? []) {
			const isField = control instanceof HTMLInputElement || control instanceof HTMLSelectElement;
			if (!isField || control === document.activeElement || control.type === "hidden") continue;
			control.value = control.name === "q" ? state.search : (state.filters[control.name] ?? "");
		}
	}, [state]);
	function follow(event: ChangeEvent<HTMLFormElement>) {
		const target: EventTarget = event.target;
		clearTimeout(timer.current);
		timer.current = setTimeout(
			() => form.current && submit(form.current, { replace: true, preventScrollReset: true }),
			target instanceof HTMLInputElement ? pause : 0,
		);
	}
	return (
		<Form
			ref={form}
			method="get"
			action={state.path}
			className="list-tools"
			role="search"
			onChange={follow}
			preventScrollReset
		>
			{hiddenParameters(state).map(([name, value]) => (
				<input key={`${name} ${value}`} type="hidden" name={name} value={value} />
			))}
			{searchLabel !== undefined && (
				<div className="ds-field list-search">
					<label className="ds-label" htmlFor="list-q">
						{searchLabel}
					</label>
					<input
						className="ds-input"
						type="search"
						id="list-q"
						name="q"
						defaultValue={state.search}
						autoComplete="off"
					/>
				</div>
			)}
			{filters.map((filter) => (
				<div className="ds-field" key={filter.name}>
					<label className="ds-label" htmlFor={`list-${filter.name}`}>
						{filter.label}
					</label>
					<select
						className="ds-input"
						data-width="auto"
						id={`list-${filter.name}`}
						name={filter.name}
						defaultValue={state.filters[filter.name] ?? ""}
					>
						<option value="">{filter.all ?? text.all}</option>
						{filter.choices.map((choice) => (
							<option key={choice.value} value={choice.value}>
								{choice.label}
							</option>
						))}
					</select>
				</div>
			))}
			<div className="list-buttons">
				<button type="submit" className="ds-button" data-variant="secondary">
					{searchLabel === undefined ? text.show : text.search}
				</button>
				{isNarrowed(state) && (
					<Link className="ds-button" data-variant="tertiary" to={resetHref(state)} preventScrollReset>
						{text.reset}
					</Link>
				)}
			</div>
		</Form>
	);
}

/** What the form must not lose: the order, and parameters that are not the table's. */
function hiddenParameters(state: TableState): readonly (readonly [string, string])[] {
	const isStandard = state.sort === state.standard.sort && state.descending === state.standard.descending;
	return isStandard ? state.kept : [...state.kept, ["sort", state.descending ? `-${state.sort}` : state.sort]];
}

function resetHref(state: TableState): string {
	const parameters = new URLSearchParams(hiddenParameters(state).map(([name, value]) => [name, value]));
	const query = parameters.toString();
	return query === "" ? state.path : `${state.path}?${query}`;
}
