import { formatNumber } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { NoValue } from "../../../../ui/NoValue.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { tableState } from "../../../../ui/table-state.ts";
import { representing } from "../../../../visit.server.ts";
import { themes } from "../../codes.ts";
import { agreementText } from "../../text.ts";
import { nameOfTheme } from "../../words.ts";
import { followings } from "../codes.ts";
import { followAll } from "../service.server.ts";
import { statisticsOf } from "../statistic.ts";
import { followText } from "../text.ts";
import type { Route } from "./+types/all";
import { FollowingOf } from "./FollowingOf.tsx";
import { followTable, narrowFollowed } from "./table.ts";
import { percent, spanInWords } from "./words.ts";

/** Every promise of the organisation's agreements as it stands now, what slips first. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading, url } = representing(context, request);
	const state = tableState(url, followTable);
	return reading(async (work) => {
		const found = narrowFollowed(await followAll(work), state);
		const rows = found.slice(state.offset, state.offset + state.pageSize);
		// What lies behind each number stands on the agreement's own page.
		const shown = rows.map((row) => ({ ...row, spans: row.spans.map((span) => ({ ...span, items: [] })) }));
		return { state, rows: shown, total: found.length, today: work.today };
	});
}

export default function FollowedEverywhere({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = followText[language];
	const { columns } = text;
	const words = agreementText[language];
	const { state, rows, total, today } = loaderData;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader title={text.title} lead={text.lead} />
			<Table
				caption={text.title}
				hideCaption
				rows={rows}
				total={total}
				state={state}
				rowKey={(row) => row.commitmentId}
				rowHref={(row) => `/agreements/${row.agreementId}/delivered`}
				excel="/agreements/follow.xlsx"
				filters={[
					{
						name: "following",
						label: columns.state,
						choices: followings.map((one) => ({ value: one, label: text.followings[one] })),
					},
					{
						name: "theme",
						label: columns.theme,
						choices: themes.map((one) => ({ value: one, label: words.themes[one] })),
					},
				]}
				columns={[
					{ key: "what", label: columns.what, cell: (row) => row.what },
					{ key: "agreement", label: columns.agreement, cell: (row) => row.agreementTitle },
					{ key: "theme", label: columns.theme, cell: (row) => nameOfTheme(language, row.theme, row.themeName) },
					{ key: "by", label: columns.by, cell: (row) => row.deliveredByName },
					{
						key: "span",
						label: columns.span,
						cell: ({ spans: [span] }) => (span ? spanInWords(language, span) : <NoValue />),
					},
					{
						key: "promised",
						label: columns.promised,
						cell: ({ spans: [span] }) =>
							span?.promised === null || !span ? <NoValue /> : formatNumber(language, span.promised),
						numeric: true,
					},
					{
						key: "delivered",
						label: columns.delivered,
						cell: ({ spans: [span] }) =>
							span?.delivered === null || !span ? <NoValue /> : formatNumber(language, span.delivered),
						numeric: true,
					},
					{
						key: "share",
						label: columns.share,
						cell: (row) => {
							const [span] = row.spans;
							const value = span && statisticsOf(language, row, span, today).kept?.value;
							return value === undefined || value === null ? <NoValue /> : percent(language, value);
						},
						numeric: true,
					},
					{
						key: "state",
						label: columns.state,
						cell: ({ spans: [span] }) => (span ? <FollowingOf following={span.following} /> : <NoValue />),
					},
				]}
				empty={<EmptyState title={text.emptyTitle}>{text.emptyBody}</EmptyState>}
			/>
			<p className="ds-paragraph quiet">{text.baseRule.share}</p>
		</div>
	);
}
