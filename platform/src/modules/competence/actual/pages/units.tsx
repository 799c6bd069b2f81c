import { formatNumber, formatShortDate } from "../../../../language.ts";
import { share } from "../../../../statistic/statistic.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { Status, Tag } from "../../../../ui/Tag.tsx";
import { tableState } from "../../../../ui/table-state.ts";
import { representing } from "../../../../visit.server.ts";
import { mandateOf, readVocabulary } from "../../../organisation/service.server.ts";
import { type Freshness, freshnesses, standardChoice } from "../../codes.ts";
import { mayEnter, mayPlan } from "../../rules.ts";
import { listUnitActual, readChoice, summariseUnits } from "../../service.server.ts";
import { competenceText } from "../../text.ts";
import { aloneText } from "../alone.text.ts";
import { actualText } from "../text.ts";
import type { Route } from "./+types/units";
import { unitsTable } from "./table.ts";

/** What every unit has, and how old the numbers are. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { language, reading, url } = representing(context, request);
	const state = tableState(url, unitsTable);
	const { search, sort, descending, filters, offset, pageSize } = state;
	return reading(async (work) => {
		const asker = await mandateOf(work);
		const all = await summariseUnits(work);
		const fresh = all.filter(({ freshness }) => freshness === "fresh").length;
		const months = (await readChoice(work))?.staleMonths ?? standardChoice.staleMonths;
		const base = { population: all.length, source: actualText[language].lead, date: work.today };
		const present = new Set(all.map(({ sector }) => sector));
		return {
			...(await listUnitActual(work, { ...filters, search, sort, descending, offset, pageSize })),
			state,
			fresh: share(fresh, all.length, {
				...base,
				baseRule: actualText[language].freshRule(formatNumber(language, months)),
			}),
			sectors: (await readVocabulary(work)).sectors
				.filter(({ code }) => present.has(code))
				.map(({ code, name }) => ({ value: code, label: name[language] })),
			can: { enter: mayEnter(asker), plan: mayPlan(asker) },
			organisationId: asker.organisationId,
		};
	});
}

const tones = { missing: "neutral", stale: "warning", fresh: "success" } as const satisfies Record<Freshness, string>;

export default function Units({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = actualText[language];
	const words = competenceText[language];
	const { state, rows, total, fresh, sectors, can, organisationId } = loaderData;
	const { columns } = text;
	const number = (value: number) => formatNumber(language, value);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(words.title)}</title>
			<PageHeader
				title={words.title}
				lead={text.lead}
				{...(can.enter ? { action: { to: "/import/competence", label: text.import } } : {})}
				secondary={
					can.enter && (
						<Link className="ds-button" data-variant="secondary" to="/competence/alone">
							{aloneText[language].title}
						</Link>
					)
				}
			/>
			{fresh.denominator > 0 && (
				<p>
					<strong>{text.fresh(number(fresh.numerator), number(fresh.denominator))}</strong>{" "}
					<span className="quiet">{`${fresh.baseRule} ${text.counted}`}</span>
				</p>
			)}
			<Table
				caption={words.units}
				hideCaption
				rows={rows}
				total={total}
				state={state}
				rowKey={(row) => row.id}
				rowHref={(row) => `/competence/units/${row.id}`}
				searchLabel={text.search}
				excel="/competence/units.xlsx"
				filters={[
					{
						name: "freshness",
						label: columns.state,
						choices: freshnesses.map((one) => ({ value: one, label: words.freshnesses[one] })),
					},
					{ name: "sector", label: text.sector, choices: sectors },
				]}
				columns={[
					{ key: "name", label: columns.unit, cell: (row) => row.name, sort: true },
					{ key: "above", label: columns.above, cell: (row) => row.above.join(" › ") },
					{
						key: "heads",
						label: columns.heads,
						cell: (row) => (row.heads === null ? "" : number(row.heads)),
						numeric: true,
						sort: true,
					},
					{
						key: "positions",
						label: columns.positions,
						cell: (row) => (row.positions === null ? "" : number(row.positions)),
						numeric: true,
						sort: true,
					},
					{
						key: "alone",
						label: columns.alone,
						cell: (row) => (row.alone === 0 ? "" : <Tag tone="warning">{text.aloneCount(number(row.alone))}</Tag>),
					},
					{
						key: "oldest",
						label: columns.oldest,
						cell: (row) => (row.oldest === null ? "" : formatShortDate(language, row.oldest)),
						sort: true,
					},
					{
						key: "state",
						label: columns.state,
						cell: (row) => <Status tone={tones[row.freshness]}>{words.freshnesses[row.freshness]}</Status>,
					},
				]}
				empty={
					can.plan ? (
						<EmptyState
							title={text.noUnits}
							action={{ to: `/organisations/${organisationId}/units`, label: text.toUnits }}
						>
							{text.noUnitsBody}
						</EmptyState>
					) : (
						<EmptyState title={text.emptyTitle}>{text.emptyBody}</EmptyState>
					)
				}
			/>
		</div>
	);
}
