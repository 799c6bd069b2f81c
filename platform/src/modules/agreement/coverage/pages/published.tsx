import { formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { tableState } from "../../../../ui/table-state.ts";
import { signedIn } from "../../../../visit.server.ts";
import { isId } from "../../../organisation/contract.ts";
import { nameOrganisations } from "../../../organisation/service.server.ts";
import { themes } from "../../codes.ts";
import { agreementText } from "../../text.ts";
import { nameOfTheme } from "../../words.ts";
import { listPublished } from "../published.server.ts";
import { publishedText } from "../published.text.ts";
import type { Route } from "./+types/published";
import { Few } from "./Few.tsx";

const table = { sort: ["title"], pageSize: 25, filters: { theme: themes, party: "text" } } as const;

/** Agreements that are published, for anyone signed in; `?party=` those of one organisation. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading, url } = signedIn(context, request);
	const state = tableState(url, table);
	const { theme, party } = state.filters;
	const { search, offset, pageSize } = state;
	return reading(async (work) => ({
		...{ state, ...(await listPublished(work, { search, theme, partyId: party, offset, pageSize })) },
		party:
			party !== undefined && isId(party) ? ((await nameOrganisations(work, [party])).get(party)?.name ?? null) : null,
	}));
}

export default function Published({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = publishedText[language];
	const words = agreementText[language];
	const { state, rows, total, party } = loaderData;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader title={text.title} lead={text.lead} />
			{party !== null && (
				<p className="ds-paragraph">
					{text.ofParty(party)}{" "}
					<Link className="ds-link" to={state.path}>
						{text.all}
					</Link>
				</p>
			)}
			<Table
				caption={text.title}
				hideCaption
				rows={rows}
				total={total}
				state={state}
				rowKey={(row) => row.id}
				rowHref={(row) => `/agreements/published/${row.id}`}
				searchLabel={text.search}
				filters={[
					{
						name: "theme",
						label: text.theme,
						choices: themes.map((one) => ({ value: one, label: words.themes[one] })),
					},
				]}
				columns={[
					{ key: "title", label: text.agreement, cell: (row) => row.title },
					{ key: "parties", label: text.parties, cell: (row) => <Few words={row.parties} /> },
					{ key: "kind", label: text.kind, cell: (row) => words.kinds[row.kind] },
					{
						key: "themes",
						label: text.themes,
						cell: (row) => <Few words={row.themes.map((theme) => nameOfTheme(language, theme))} />,
					},
					{
						key: "until",
						label: text.until,
						cell: (row) => (row.lastDay === null ? text.untilFurther : formatShortDate(language, row.lastDay)),
					},
				]}
				empty={<EmptyState title={text.none}>{text.noneBody}</EmptyState>}
			/>
		</div>
	);
}
