import { Form } from "react-router";
import { formatDate, formatNumber } from "../../../../language.ts";
import { sum } from "../../../../statistic/statistic.ts";
import { houseText } from "../../../../text.ts";
import { Chart } from "../../../../ui/Chart.tsx";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { tableState } from "../../../../ui/table-state.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { horizons } from "../../codes.ts";
import { nameOfEntry } from "../../framework/name.ts";
import { mayEnter } from "../../rules.ts";
import { reckonGaps } from "../../service.server.ts";
import type { Parts } from "../contract.ts";
import { needText } from "../text.ts";
import type { Route } from "./+types/gap";
import { gapTable, narrowGaps, readAssumptions } from "./table.ts";

const parts = ["now", "leaving", "growth", "newTasks"] as const satisfies readonly (keyof Parts)[];

/** What is lacking, now and years ahead, with its parts; other assumptions stand in the address. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { language, reading, url } = representing(context, request);
	const state = tableState(url, gapTable);
	const assumed = readAssumptions(url);
	const text = needText[language];
	return reading(async (work) => {
		if (!mayEnter(await mandateOf(work))) missing();
		const rows = narrowGaps(language, await reckonGaps(work, assumed), state, assumed.years);
		const known = rows.filter(({ has }) => has !== null).length;
		const base = {
			baseRule: text.base(formatNumber(language, known), formatNumber(language, rows.length)),
			...{ source: text.source(formatDate(language, work.today)), date: work.today },
		};
		return {
			...{ state, assumed, base, total: rows.length, rows: rows.slice(state.offset, state.offset + state.pageSize) },
			sums: horizons.map((_, at) =>
				parts.map((part) =>
					sum(
						rows.map(({ lacking }) => lacking[at]?.[part] ?? null),
						base,
						"positions",
					),
				),
			),
		};
	});
}

export default function GapPage({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = needText[language];
	const { state, assumed, base, rows, total, sums } = loaderData;
	const at = horizons.indexOf(assumed.years);
	const positions = (value: number | null | undefined) =>
		value === null || value === undefined ? text.unknown : formatNumber(language, Math.round(value * 10) / 10);
	const part = (key: keyof Parts, label: string) => ({
		...{ key, label, numeric: true },
		cell: (row: (typeof rows)[number]) => positions(row.lacking[at]?.[key]),
	});
	const isAssumed = assumed.turnover !== null || assumed.growth !== 0;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.gap)}</title>
			<PageHeader title={text.gap} lead={text.gapLead} />
			{total === 0 && state.search === "" ? (
				<EmptyState title={text.noGapTitle} action={{ to: "/competence/needs", label: text.needs }}>
					{text.noGapBody}
				</EmptyState>
			) : (
				<>
					<Section title={text.assume}>
						<Form method="get" className="list-tools">
							{state.search !== "" && <input type="hidden" name="q" value={state.search} />}
							<Field
								name="years"
								kind="select"
								required
								label={text.years}
								value={String(assumed.years)}
								choices={horizons.map((one) => ({ value: String(one), label: text.horizons[one] }))}
							/>
							<Field
								name="turnover"
								kind="number"
								whole
								required="sometimes"
								width="narrow"
								label={text.turnover}
								value={assumed.turnover}
							/>
							<Field
								name="growth"
								kind="number"
								whole
								required="sometimes"
								width="narrow"
								label={text.moreGrowth}
								value={assumed.growth}
							/>
							<div className="list-buttons">
								<button type="submit" className="ds-button" data-variant="secondary">
									{text.show}
								</button>
							</div>
						</Form>
						<p className="quiet">
							{text.turnoverHint} {isAssumed && <Link to="/competence/gap">{text.reset}</Link>}
						</p>
					</Section>
					<Chart
						kind="stacked"
						title={text.chart}
						description={`${text.chartLead} ${text.assumption}`}
						source={`${base.source} ${base.baseRule}`}
						categories={horizons.map((one) => text.horizons[one])}
						categoryLabel={text.years}
						series={parts.map((key, index) => ({
							label: text.parts[key],
							points: sums.map((list) => ({ value: list[index]?.value ?? null, mark: text.unknown })),
						}))}
					/>
					<Section title={text.horizons[assumed.years]}>
						<Table
							caption={`${text.gap}: ${text.horizons[assumed.years]}`}
							hideCaption
							rows={rows}
							total={total}
							state={state}
							rowKey={(row) => `${row.unitId} ${row.entryId}`}
							rowHref={(row) => `/competence/units/${row.unitId}`}
							searchLabel={text.gapSearch}
							excel="/competence/gap.xlsx"
							columns={[
								{ key: "unit", label: text.columns.unit, cell: (row) => row.unitName, sort: true },
								{ key: "entry", label: text.columns.entry, cell: (row) => nameOfEntry(language, row), sort: true },
								{
									key: "required",
									label: text.required,
									cell: (row) => positions(row.required),
									numeric: true,
									sort: true,
								},
								{ key: "has", label: text.has, cell: (row) => positions(row.has), numeric: true, sort: true },
								...parts.map((key) => part(key, text.parts[key])),
								{ ...part("total", text.total), sort: true },
							]}
						/>
					</Section>
				</>
			)}
		</div>
	);
}
