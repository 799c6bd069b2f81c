type Filter = readonly string[] | "text";

/**
 * What a list shows, read from its address: `?q=eik&sort=-name&page=2&kind=school`. The address is the state; links
 * and a GET form change it.
 */
export type TableDefinition<Sort extends string, Filters extends Readonly<Record<string, Filter>>> = {
	/** Columns a person may sort by; the first is the order when none is asked for. */
	readonly sort: readonly [Sort, ...Sort[]];
	/** Descending when none is asked for. */
	readonly descending?: boolean;
	/** What is searched for comes with the best fit first until another order is chosen. */
	readonly ranks?: boolean;
	/** Filters by parameter name: the values allowed, or "text" for any. */
	readonly filters?: Filters;
	/** Rows on a page, 50 unless given. */
	readonly pageSize?: number;
};

type FilterValues<Filters> = {
	readonly [Name in keyof Filters]?: Filters[Name] extends readonly (infer Value)[] ? Value : string;
};

export type TableState<Sort extends string = string, Filters = Readonly<Record<string, string | undefined>>> = {
	/** What was searched for, trimmed; empty when nothing was. */
	readonly search: string;
	readonly sort: Sort;
	readonly descending: boolean;
	/** Whether a search puts the best fit first unless another order is chosen. */
	readonly ranks: boolean;
	/** Whether the address asks for an order; else it is the standard one, or by fit. */
	readonly isOrderChosen: boolean;
	/** Only filters that are set. */
	readonly filters: Filters;
	/** From 1. */
	readonly page: number;
	readonly pageSize: number;
	/** Rows before this page. */
	readonly offset: number;
	/** Where a cursor-paged list goes on; null at its start. */
	readonly cursor: string | null;
	readonly path: string;
	/** Parameters that are not the table's own; its links keep them. */
	readonly kept: readonly (readonly [string, string])[];
	/** The order when none is asked for; left out of links. */
	readonly standard: { readonly sort: string; readonly descending: boolean };
};

/** Longest search word or filter value taken from an address, characters. */
const longestParameter = 200;
/** A person does not ask for a page beyond this one. */
const lastPage = 100_000;
const own = new Set(["q", "sort", "page", "after", "format"]);

/**
 * Reads an address. What it does not know (an unknown column, a value that is no choice, page −1) falls back to the
 * standard, so that an old or hand-made address still shows a list.
 */
export function tableState<
	const Sort extends string,
	const Filters extends Readonly<Record<string, Filter>> = Readonly<Record<never, Filter>>,
>(url: URL, definition: TableDefinition<Sort, Filters>): TableState<Sort, FilterValues<Filters>> {
	const parameters = url.searchParams;
	const asked = parameters.get("sort") ?? "";
	const column = definition.sort.find((one) => one === asked.replace(/^-/, ""));
	const standard = { sort: definition.sort[0], descending: definition.descending ?? false };
	const page = readPage(parameters.get("page"));
	const pageSize = definition.pageSize ?? 50;
	const names = new Set(Object.keys(definition.filters ?? {}));
	return {
		search: clean(parameters.get("q")),
		sort: column ?? standard.sort,
		descending: column === undefined ? standard.descending : asked.startsWith("-"),
		ranks: definition.ranks ?? false,
		isOrderChosen: column !== undefined,
		filters: readFilters(parameters, definition.filters),
		page,
		pageSize,
		offset: (page - 1) * pageSize,
		cursor: clean(parameters.get("after")) || null,
		path: url.pathname,
		kept: [...parameters].filter(([name]) => !own.has(name) && !names.has(name)),
		standard,
	};
}

function readPage(asked: string | null): number {
	const page = asked === null || !/^\d{1,6}$/.test(asked) ? 1 : Number(asked);
	return page >= 1 && page <= lastPage ? page : 1;
}

function readFilters<Filters extends Readonly<Record<string, Filter>>>(
	parameters: URLSearchParams,
	filters: Filters | undefined,
): FilterValues<Filters> {
	const found: Record<string, string> = {};
	for (const [name, allowed] of Object.entries(filters ?? {})) {
		const value = clean(parameters.get(name));
		if (value !== "" && (allowed === "text" || allowed.includes(value))) found[name] = value;
	}
	if (!areFilters(found, filters)) throw new Error("A filter was read that its definition does not allow");
	return found;
}

function areFilters<Filters extends Readonly<Record<string, Filter>>>(
	found: Readonly<Record<string, string>>,
	filters: Filters | undefined,
): found is Readonly<Record<string, string>> & FilterValues<Filters> {
	return Object.entries(found).every(([name, value]) => {
		const allowed = filters?.[name];
		return allowed === "text" || allowed?.includes(value);
	});
}

/** No control characters (the database refuses some), no endless values. */
function clean(value: string | null): string {
	return (value ?? "")
		.replace(/\p{Cc}/gu, " ")
		.trim()
		.slice(0, longestParameter)
		.trim();
}

export type TableChange = {
	readonly search?: string;
	/** Empty for no order in particular: the standard one, or by fit. */
	readonly sort?: string;
	readonly descending?: boolean;
	/** Filters to set; an empty text takes one away. */
	readonly filters?: Readonly<Record<string, string | undefined>>;
	readonly page?: number;
	readonly cursor?: string | null;
	readonly format?: "xlsx" | "csv";
};

/**
 * The address of the same list with a change. Every change but a turn of page goes back to the first page.
 * @param path another address to lead to with the same parameters, such as a download; the list's own by default
 */
export function tableHref(state: TableState, change: TableChange, path: string = state.path): string {
	const parameters = new URLSearchParams(state.kept.map(([name, value]) => [name, value]));
	for (const [name, value] of Object.entries({ ...state.filters, ...change.filters }))
		if (value) parameters.set(name, value);
	const search = change.search ?? state.search;
	if (search) parameters.set("q", search);
	const isChosen = change.sort === undefined ? state.isOrderChosen : change.sort !== "";
	const sort = change.sort ?? state.sort;
	const descending = change.descending ?? state.descending;
	const isStandard = sort === state.standard.sort && descending === state.standard.descending;
	// Where the best fit comes first, the standard order too must be asked for.
	if (isChosen && (!isStandard || (state.ranks && search !== ""))) parameters.set("sort", sortWord(sort, descending));
	if (change.page !== undefined && change.page > 1) parameters.set("page", String(change.page));
	if (change.cursor) parameters.set("after", change.cursor);
	if (change.format) parameters.set("format", change.format);
	const query = parameters.toString();
	return query === "" ? path : `${path}?${query}`;
}

/** An order as the address writes it: a column, with a minus before it when descending. */
export function sortWord(sort: string, descending: boolean): string {
	return descending ? `-${sort}` : sort;
}

/** The order an address asks for. */
export function readSort(word: string): { readonly sort: string; readonly descending: boolean } {
	return { sort: word.replace(/^-/, ""), descending: word.startsWith("-") };
}

/** Where a click on a column's heading leads: this column, or the other way when it already is this column. */
export function sortHref(state: TableState, column: string): string {
	const isTurned = state.sort === column && !isByFit(state) && !state.descending;
	return tableHref(state, { sort: column, descending: isTurned });
}

/** Whether the list has the best fit first. */
export function isByFit(state: TableState): boolean {
	return state.ranks && state.search !== "" && !state.isOrderChosen;
}

/** The order as a field of the list's form holds it; empty where none in particular is chosen. */
export function chosenSort(state: TableState): string {
	const word = sortWord(state.sort, state.descending);
	if (!state.ranks) return word;
	const isStandard = word === sortWord(state.standard.sort, state.standard.descending);
	return isByFit(state) || (state.search === "" && isStandard) ? "" : word;
}

/** Whether anything is searched for or filtered by. */
export function isNarrowed(state: TableState): boolean {
	return state.search !== "" || Object.values(state.filters).some(Boolean);
}

/** How many pages a list of `total` rows has; at least one. */
export function pageCount(state: TableState, total: number): number {
	return Math.max(1, Math.ceil(total / state.pageSize));
}

/** Page numbers to show, with null where some are left out: 1 … 4 5 6 … 20. */
export function pageWindow(page: number, count: number): readonly (number | null)[] {
	const shown = [...new Set([1, page - 1, page, page + 1, count])].filter((one) => one >= 1 && one <= count);
	shown.sort((a, b) => a - b);
	return shown.flatMap((one, index) => {
		const before = shown[index - 1];
		if (before === undefined || one === before + 1) return [one];
		return one === before + 2 ? [one - 1, one] : [null, one];
	});
}
