import type { ReactNode } from "react";
import { formatMoment } from "../../language.ts";
import { Link } from "../../ui/Link.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { NoValue } from "../../ui/NoValue.tsx";
import { type Column, Table } from "../../ui/Table.tsx";
import type { ListFilter } from "../../ui/TableTools.tsx";
import type { TableState } from "../../ui/table-state.ts";
import { logText } from "./log.text.ts";
import type { LogRow } from "./log-rows.server.ts";

/** Entries of the log, newest first: when, what, who, about what and whom. */
export function LogTable({
	caption,
	state,
	rows,
	next,
	withOrganisation = false,
	onlyOf,
	searchLabel,
	filters,
	excel,
	empty,
}: {
	caption: string;
	state: TableState;
	rows: readonly LogRow[];
	next: string | null;
	withOrganisation?: boolean;
	/** Where the same log stands narrowed to one object. */
	onlyOf?: (objectId: string) => string;
	searchLabel?: string;
	filters?: readonly ListFilter[];
	excel?: string;
	empty: ReactNode;
}) {
	const language = useLanguage();
	const text = logText[language];
	const columns: Column<LogRow>[] = [
		{ key: "what", label: text.what, cell: (row) => row.what },
		{ key: "at", label: text.when, cell: (row) => <time dateTime={row.at}>{formatMoment(language, row.at)}</time> },
		{ key: "who", label: text.who, cell: (row) => row.who ?? (row.actorKind === "link" ? text.byLink : text.program) },
		{
			key: "about",
			label: text.about,
			cell: ({ about }) =>
				about === "hidden" ? (
					<span className="quiet">{text.aboutHidden}</span>
				) : about ? (
					<CardLink {...about} />
				) : (
					<NoValue />
				),
		},
		{
			key: "object",
			label: text.object,
			cell: ({ object, objectKind }) =>
				object ? (
					<>
						<CardLink {...object} />
						{onlyOf && (
							<>
								{" "}
								<Link className="ds-link quiet" to={onlyOf(object.id)} aria-label={text.onlyOf(object.title)}>
									{text.only}
								</Link>
							</>
						)}
					</>
				) : (
					objectKind
				),
		},
		...(withOrganisation
			? [{ key: "organisation", label: text.organisation, cell: (row: LogRow) => row.organisation ?? <NoValue /> }]
			: []),
	];
	return (
		<Table
			caption={caption}
			hideCaption
			columns={columns}
			rows={rows}
			rowKey={(row) => row.id}
			state={state}
			nextCursor={next}
			empty={empty}
			{...(searchLabel === undefined ? {} : { searchLabel })}
			{...(filters === undefined ? {} : { filters })}
			{...(excel === undefined ? {} : { excel })}
		/>
	);
}

function CardLink({ title, path }: { title: string; path: string }) {
	return (
		<Link className="ds-link" to={path}>
			{title}
		</Link>
	);
}
