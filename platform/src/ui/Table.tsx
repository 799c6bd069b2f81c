import type { ReactNode } from "react";
import { formatNumber } from "../language.ts";
import { EmptyState } from "./EmptyState.tsx";
import { useFollow } from "./follow.ts";
import { Link } from "./Link.tsx";
import { useLanguage } from "./language.tsx";
import { NoValue } from "./NoValue.tsx";
import { Pagination } from "./Pagination.tsx";
import { ScrollRegion } from "./ScrollRegion.tsx";
import { SelectAll, type Selection, SelectRow } from "./selection.tsx";
import { type ListFilter, TableTools } from "./TableTools.tsx";
import { isByFit, isNarrowed, sortHref, type TableState, tableHref } from "./table-state.ts";
import { uiText } from "./text.ts";

export type Column<Row> = {
	/** Also the name to sort by in the address, when `sort` is set. */
	readonly key: string;
	readonly label: string;
	/** What is shown of a row; a plain function, and not a component with hooks of its own. */
	readonly cell: (row: Row) => ReactNode;
	readonly sort?: boolean;
	/** Numbers stand right and line up. */
	readonly numeric?: boolean;
};

type TableProps<Row> = {
	/** What the table holds; its name for those who hear it. */
	readonly caption: string;
	readonly hideCaption?: boolean;
	/** The first column is what a row is called. */
	readonly columns: readonly Column<Row>[];
	readonly rows: readonly Row[];
	readonly rowKey: (row: Row) => string;
	/** Where the name of a row leads. */
	readonly rowHref?: (row: Row) => string | undefined;
	/** From `tableState`; without it the table has no search, sorting or pages. */
	readonly state?: TableState;
	/** Rows in all, over every page. */
	readonly total?: number;
	/** For lists paged by cursor: where the next page begins, null on the last. */
	readonly nextCursor?: string | null;
	/** A search field over the table, called this. */
	readonly searchLabel?: string;
	readonly filters?: readonly ListFilter[];
	/** Shows a link to the list as Excel: the same address with `format=xlsx`, or this path with the same parameters. */
	readonly excel?: true | string;
	readonly selection?: Selection<Row>;
	/** Instead of the table when there is nothing at all, and nothing was searched for. */
	readonly empty?: ReactNode;
	/** Narrow screens show rows as cards; `scroll` keeps the table and lets it be scrolled, for comparing columns. */
	readonly narrow?: "cards" | "scroll";
	readonly footer?: ReactNode;
};

/**
 * A list people scan, sort, narrow, page through and take with them. Everything is links and forms, so it works
 * without script.
 */
export function Table<Row>(props: TableProps<Row>) {
	const { columns, rows, state, total, selection, narrow = "cards" } = props;
	const text = uiText[useLanguage()];
	const follow = useFollow();
	const narrowed = state !== undefined && isNarrowed(state);
	const isFirstPage = state === undefined || (state.page === 1 && state.cursor === null);
	if (rows.length === 0 && !narrowed && isFirstPage && props.empty) return props.empty;
	return (
		<div className="list">
			{state && (
				<TableTools
					state={state}
					searchLabel={props.searchLabel}
					filters={props.filters ?? []}
					orders={narrow === "cards" ? columns.filter((column) => column.sort) : []}
				/>
			)}
			{state && (
				<div className="list-summary">
					<p role="status">
						<Showing state={state} shown={rows.length} total={total} />
						{isByFit(state) && rows.length > 1 && `, ${text.bestFitFirst.toLocaleLowerCase("nb")}`}
					</p>
					{state.ranks && state.search !== "" && !isByFit(state) && (
						<Link className="ds-link" to={tableHref(state, { sort: "" })} preventScrollReset>
							{text.bestFitFirst}
						</Link>
					)}
					{props.excel && rows.length > 0 && (
						<a
							className="ds-link list-excel"
							href={tableHref(state, { format: "xlsx" }, props.excel === true ? state.path : props.excel)}
							download
						>
							{text.excel}
						</a>
					)}
				</div>
			)}
			{rows.length === 0 ? (
				<EmptyState title={text.nothingFound} action={state && { to: state.path, label: text.reset }}>
					{text.nothingFoundBody}
				</EmptyState>
			) : (
				<ScrollRegion label={props.caption}>
					{/* biome-ignore lint/a11y/useKeyWithClickEvents: only follows links, and a key on a link is a click */}
					<table role={roles.table} onClick={follow} className="ds-table list-table" data-narrow={narrow} data-hover>
						<caption className={props.hideCaption ? "visually-hidden" : undefined}>{props.caption}</caption>
						<thead role={roles.group}>
							<tr role={roles.row}>
								{selection && (
									<th role={roles.columnHeader} className="list-select" scope="col">
										<SelectAll selection={selection} />
									</th>
								)}
								{columns.map((column) => (
									<Heading key={column.key} column={column} state={state} />
								))}
							</tr>
						</thead>
						<tbody role={roles.group}>
							{rows.map((row) => (
								<tr role={roles.row} key={props.rowKey(row)}>
									{selection && (
										<td role={roles.cell} className="list-select">
											<SelectRow selection={selection} row={row} value={props.rowKey(row)} />
										</td>
									)}
									{columns.map((column, index) =>
										index === 0 ? nameCell(column, row, props.rowHref?.(row)) : cell(column, row),
									)}
								</tr>
							))}
						</tbody>
						{props.footer && <tfoot>{props.footer}</tfoot>}
					</table>
				</ScrollRegion>
			)}
			{state && <Pagination state={state} total={total} nextCursor={props.nextCursor} />}
		</div>
	);
}

function Heading<Row>({ column, state }: { column: Column<Row>; state: TableState | undefined }) {
	const align = column.numeric ? "end" : undefined;
	if (!column.sort || !state)
		return (
			<th role={roles.columnHeader} scope="col" data-align={align}>
				{column.label}
			</th>
		);
	const direction =
		state.sort !== column.key || isByFit(state) ? "none" : state.descending ? "descending" : "ascending";
	return (
		<th role={roles.columnHeader} scope="col" data-align={align} aria-sort={direction}>
			<Link to={sortHref(state, column.key)} preventScrollReset className="list-sort">
				{column.label}
			</Link>
		</th>
	);
}

// Cells are plain functions: a list has hundreds, and a component for each takes the server longer than what is in it.

function nameCell<Row>(column: Column<Row>, row: Row, href: string | undefined) {
	const inside = said(column, row);
	return (
		<th key={column.key} role={roles.rowHeader} scope="row" data-align={column.numeric ? "end" : undefined}>
			{href === undefined ? (
				inside
			) : (
				<a href={href} data-follow="" className="ds-link list-name">
					{inside}
				</a>
			)}
		</th>
	);
}

function cell<Row>(column: Column<Row>, row: Row) {
	return (
		<td key={column.key} role={roles.cell} data-align={column.numeric ? "end" : undefined} data-label={column.label}>
			{said(column, row)}
		</td>
	);
}

function said<Row>(column: Column<Row>, row: Row): ReactNode {
	const inside = column.cell(row);
	return inside === "" ? <NoValue /> : inside;
}

function Showing({ state, shown, total }: { state: TableState; shown: number; total: number | undefined }) {
	const language = useLanguage();
	const text = uiText[language];
	const figure = (value: number) => formatNumber(language, value);
	if (shown === 0) return text.showingNone;
	if (total === undefined) return null;
	if (shown === 1 && total === 1) return text.showingOne;
	if (shown === total) return text.showingAll(figure(total));
	return text.showing(figure(state.offset + 1), figure(state.offset + shown), figure(total));
}

/** Said aloud, because a table shown as cards is no table to some browsers. */
const roles = {
	table: "table",
	group: "rowgroup",
	row: "row",
	columnHeader: "columnheader",
	rowHeader: "rowheader",
	cell: "cell",
} as const;
