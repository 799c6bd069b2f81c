import { type ChangeEvent, type FormEvent, useEffect, useId, useRef } from "react";
import { Form, useNavigate } from "react-router";
import type { Choice } from "./ChoiceField.tsx";
import { Link } from "./Link.tsx";
import { useLanguage } from "./language.tsx";
import { chosenSort, isNarrowed, readSort, sortWord, type TableState, tableHref } from "./table-state.ts";
import { uiText } from "./text.ts";

/** A filter over a list: its parameter in the address, what it is called, what one can choose. */
export type ListFilter = {
	readonly name: string;
	readonly label: string;
	/** A choice, or a day where there is none. */
	readonly choices?: readonly Choice[];
	/** What no choice is called; "Alle" unless given. */
	readonly all?: string;
};

/** More filters than this do not stand in one row beside the search. */
const mostBesideSearch = 3;

/** How long a person may pause in a word, or between day, month and year, before the list follows, milliseconds. */
const pause = { word: 350, day: 1500 } as const;

/** Search and filters over a list: a GET form with a button, which with script also follows what is typed and chosen. */
export function TableTools({
	state,
	searchLabel,
	filters,
	orders,
}: {
	readonly state: TableState;
	readonly searchLabel: string | undefined;
	readonly filters: readonly ListFilter[];
	/** Columns to sort by: a choice of its own on narrow screens, where the headings are not shown. */
	readonly orders: readonly { readonly key: string; readonly label: string }[];
}) {
	const id = useId();
	const text = uiText[useLanguage()];
	const navigate = useNavigate();
	const form = useRef<HTMLFormElement>(null);
	const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
	useEffect(() => () => clearTimeout(timer.current), []);
	// Fields follow the address (back button, reset), except the one being typed in.
	useEffect(() => {
		for (const control of form.current?.elements ?? []) {
			const isField = control instanceof HTMLInputElement || control instanceof HTMLSelectElement;
			if (!isField || control === document.activeElement || control.type === "hidden") continue;
			control.value = shownValue(state, control.name);
		}
	}, [state]);
	function show() {
		clearTimeout(timer.current);
		if (!form.current) return;
		const chosen = new FormData(form.current);
		const word = (name: string) => String(chosen.get(name) ?? "");
		const order = chosen.has("sort") ? readSort(word("sort")) : {};
		const change = {
			...order,
			search: word("q"),
			filters: Object.fromEntries(filters.map(({ name }) => [name, word(name)])),
		};
		navigate(tableHref(state, change), { replace: true, preventScrollReset: true });
	}
	function follow(event: ChangeEvent<HTMLFormElement>) {
		const target: EventTarget = event.target;
		clearTimeout(timer.current);
		timer.current = setTimeout(show, pauseAt(target));
	}
	function showNow(event: FormEvent) {
		event.preventDefault();
		show();
	}
	// Of a list that ranks, the standard order is no choice of an order before something is searched for.
	const standard = state.ranks && state.search === "" ? sortWord(state.standard.sort, state.standard.descending) : null;
	const valueFor = (word: string) => (word === standard ? "" : word);
	const isOnlyOrder = searchLabel === undefined && filters.length === 0;
	if (isOnlyOrder && orders.length === 0) return null;
	return (
		<Form
			ref={form}
			method="get"
			action={state.path}
			className="list-tools"
			data-order={isOnlyOrder ? "only" : undefined}
			data-many={filters.length > mostBesideSearch ? "" : undefined}
			role="search"
			onChange={follow}
			onSubmit={showNow}
			preventScrollReset
		>
			{state.kept.map(([name, value]) => (
				<input key={`${name} ${value}`} type="hidden" name={name} value={value} />
			))}
			{orders.length === 0 && chosenSort(state) !== "" && <input type="hidden" name="sort" value={chosenSort(state)} />}
			{searchLabel !== undefined && (
				<div className="ds-field list-search">
					<label className="ds-label" htmlFor={`${id}-q`}>
						{searchLabel}
					</label>
					<input
						className="ds-input"
						type="search"
						id={`${id}-q`}
						name="q"
						defaultValue={state.search}
						autoComplete="off"
					/>
				</div>
			)}
			{filters.map((filter) => (
				<div className="ds-field" key={filter.name}>
					<label className="ds-label" htmlFor={`${id}-${filter.name}`}>
						{filter.label}
					</label>
					{filter.choices === undefined ? (
						<input
							className="ds-input"
							type="date"
							id={`${id}-${filter.name}`}
							name={filter.name}
							defaultValue={state.filters[filter.name] ?? ""}
						/>
					) : (
						<select
							className="ds-input"
							data-width="auto"
							id={`${id}-${filter.name}`}
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
					)}
				</div>
			))}
			{orders.length > 0 && (
				<div className="ds-field list-order">
					<label className="ds-label" htmlFor={`${id}-sort`}>
						{text.sortBy}
					</label>
					<select className="ds-input" data-width="auto" id={`${id}-sort`} name="sort" defaultValue={chosenSort(state)}>
						{state.ranks && state.search !== "" && <option value="">{text.bestFit}</option>}
						{!state.ranks && !orders.some(({ key }) => key === state.standard.sort) && (
							<option value={sortWord(state.standard.sort, state.standard.descending)}>{text.usualOrder}</option>
						)}
						{orders.flatMap(({ key, label }) => [
							<option key={key} value={valueFor(key)}>
								{text.ascending(label)}
							</option>,
							<option key={`-${key}`} value={valueFor(`-${key}`)}>
								{text.descending(label)}
							</option>,
						])}
					</select>
				</div>
			)}
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

function pauseAt(field: EventTarget): number {
	if (!(field instanceof HTMLInputElement)) return 0;
	return field.type === "date" ? pause.day : pause.word;
}

function shownValue(state: TableState, name: string): string {
	if (name === "q") return state.search;
	return name === "sort" ? chosenSort(state) : (state.filters[name] ?? "");
}

/** Everything but the search and the filters stays. */
function resetHref(state: TableState): string {
	return tableHref({ ...state, search: "", filters: {} }, {});
}
