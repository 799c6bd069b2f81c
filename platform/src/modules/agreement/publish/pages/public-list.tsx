import { formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { tableState } from "../../../../ui/table-state.ts";
import { visit } from "../../../../visit.server.ts";
import { themes } from "../../codes.ts";
import { Few } from "../../coverage/pages/Few.tsx";
import { agreementText } from "../../text.ts";
import { nameOfTheme } from "../../words.ts";
import { listPublications } from "../service.server.ts";
import { publishText } from "../text.ts";
import type { Route } from "./+types/public-list";

const table = { sort: ["title"], pageSize: 25, filters: { theme: themes } } as const;

/** Agreements that are shown to everybody. Nobody needs an account to come here. */
export async function loader({ context }: Route.LoaderArgs) {
	const { reading, url } = visit(context);
	const state = tableState(url, table);
	const { search, offset, pageSize, filters } = state;
	const { theme } = filters;
	return { state, ...(await reading((work) => listPublications(work, { search, theme, offset, pageSize }))) };
}

export default function PublicList({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = publishText[language];
	const words = agreementText[language];
	const { state, rows, total } = loaderData;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.listTitle)}</title>
			<PageHeader title={text.listTitle} lead={text.listLead} />
			<Table
				caption={text.listTitle}
				hideCaption
				rows={rows}
				total={total}
				state={state}
				rowKey={({ id }) => id}
				rowHref={({ id }) => `/published-agreements/${id}`}
				searchLabel={text.search}
				filters={[
					{
						name: "theme",
						label: text.theme,
						choices: themes.map((one) => ({ value: one, label: words.themes[one] })),
					},
				]}
				columns={[
					{ key: "title", label: text.columns.title, cell: (row) => row.title },
					{ key: "parties", label: text.columns.parties, cell: (row) => <Few words={row.parties} /> },
					{ key: "kind", label: text.columns.kind, cell: (row) => words.kinds[row.kind] },
					{
						key: "themes",
						label: text.columns.themes,
						cell: (row) => <Few words={row.themes.map((theme) => nameOfTheme(language, theme))} />,
					},
					{
						key: "until",
						label: text.columns.until,
						cell: (row) => (row.lastDay === null ? text.untilFurther : formatShortDate(language, row.lastDay)),
					},
				]}
				empty={<EmptyState title={text.none}>{text.noneBody}</EmptyState>}
			/>
		</div>
	);
}
