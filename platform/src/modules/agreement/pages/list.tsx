import { formatNumber, formatShortDate } from "../../../language.ts";
import { houseText } from "../../../text.ts";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { Link } from "../../../ui/Link.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { Table } from "../../../ui/Table.tsx";
import { tableState } from "../../../ui/table-state.ts";
import { representing } from "../../../visit.server.ts";
import { mandateOf } from "../../organisation/service.server.ts";
import { agreementKinds, standings, themes } from "../codes.ts";
import type { ListedAgreement } from "../contract.ts";
import { mayKeepAgreements } from "../rules.ts";
import { countStandings, listAgreements } from "../service.server.ts";
import { agreementText } from "../text.ts";
import type { Route } from "./+types/list";
import { agreementFrameText } from "./frame.text.ts";
import "./agreement.css";
import { nameOfTheme } from "../words.ts";
import { listText } from "./list.text.ts";
import { StandingOf } from "./StandingOf.tsx";
import { agreementQuery, agreementTable } from "./table.ts";

/** The agreements of the organisation acted for, and how many stand in each way. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading, url } = representing(context, request);
	const state = tableState(url, agreementTable);
	return reading(async (work) => {
		const mayKeep = mayKeepAgreements(await mandateOf(work));
		const { offset, pageSize } = state;
		const { rows, total } = await listAgreements(work, { ...agreementQuery(state), offset, pageSize });
		const counts = await countStandings(work);
		return {
			...{ state, rows, total, mayKeep },
			counts: standings.flatMap((standing) => {
				const count = counts.get(standing);
				return count === undefined ? [] : [{ standing, count }];
			}),
		};
	});
}

export default function Agreements({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = listText[language];
	const words = agreementText[language];
	const frameWords = agreementFrameText[language];
	const { columns } = text;
	const { state, rows, total, counts, mayKeep } = loaderData;
	const add = { to: "/agreements/new", label: text.add };
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(words.title)}</title>
			<PageHeader title={frameWords.agreements} lead={text.lead} {...(mayKeep ? { action: add } : {})} />
			{counts.length > 1 && (
				<nav aria-label={text.counts}>
					<ul className="agreement-counts">
						{counts.map(({ standing, count }) => (
							<li key={standing}>
								<Link
									to={state.filters.standing === standing ? "/agreements" : `/agreements?standing=${standing}`}
									aria-current={state.filters.standing === standing ? "true" : undefined}
								>
									<span className="agreement-count">{formatNumber(language, count)}</span>
									<StandingOf standing={standing} />
								</Link>
							</li>
						))}
					</ul>
				</nav>
			)}
			<Table
				caption={frameWords.agreements}
				hideCaption
				rows={rows}
				total={total}
				state={state}
				rowKey={(row) => row.id}
				rowHref={(row) => `/agreements/${row.id}`}
				searchLabel={text.search}
				excel="/agreements.xlsx"
				filters={[
					{
						name: "standing",
						label: columns.state,
						choices: standings.map((one) => ({ value: one, label: words.standings[one] })),
					},
					{
						name: "kind",
						label: columns.kind,
						choices: agreementKinds.map((one) => ({ value: one, label: words.kinds[one] })),
					},
					{
						name: "theme",
						label: columns.theme,
						choices: themes.map((one) => ({ value: one, label: words.themes[one] })),
					},
				]}
				columns={[
					{ key: "title", label: columns.title, cell: (row) => row.title, sort: true },
					{ key: "parties", label: columns.parties, cell: (row) => <PartiesOf row={row} /> },
					{ key: "kind", label: columns.kind, cell: (row) => words.kinds[row.kind], sort: true },
					{ key: "themes", label: columns.themes, cell: (row) => <ThemesOf row={row} /> },
					{
						key: "from",
						label: columns.from,
						cell: (row) => (row.firstDay === null ? "" : formatShortDate(language, row.firstDay)),
						sort: true,
					},
					{
						key: "until",
						label: columns.until,
						cell: (row) => (row.lastDay === null ? text.untilFurther : formatShortDate(language, row.lastDay)),
						sort: true,
					},
					{ key: "state", label: columns.state, cell: (row) => <StandingOf standing={row.standing} />, sort: true },
				]}
				empty={
					mayKeep ? (
						<EmptyState title={text.emptyTitle} action={add}>
							{text.emptyBody}
						</EmptyState>
					) : (
						<EmptyState title={text.noRoleTitle}>{text.noRoleBody}</EmptyState>
					)
				}
			/>
		</div>
	);
}

const shownInCell = 2;

function PartiesOf({ row }: { readonly row: ListedAgreement }) {
	return <Few words={row.parties.map(({ name }) => name)} />;
}

function ThemesOf({ row }: { readonly row: ListedAgreement }) {
	const language = useLanguage();
	return <Few words={row.themes.map((theme) => nameOfTheme(language, theme))} />;
}

/** The first few of a list; the rest counted. */
function Few({ words }: { readonly words: readonly string[] }) {
	const language = useLanguage();
	const first = words.slice(0, shownInCell).join(", ");
	const rest = words.length - shownInCell;
	return rest > 0 ? `${first} ${listText[language].more(formatNumber(language, rest))}` : first;
}
