import { formatNumber, formatShortDate, type Language } from "../../../../language.ts";
import { share } from "../../../../statistic/statistic.ts";
import { houseText } from "../../../../text.ts";
import { Chart } from "../../../../ui/Chart.tsx";
import { Details } from "../../../../ui/Details.tsx";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { Tag } from "../../../../ui/Tag.tsx";
import { missing, representing } from "../../../../visit.server.ts";
import { nameOfEntry } from "../../framework/name.ts";
import { readUnitActual } from "../../service.server.ts";
import { competenceText } from "../../text.ts";
import type { Actual } from "../contract.ts";
import { actualText } from "../text.ts";
import type { Route } from "./+types/unit";

/** What one unit has: how many, how large a share, their age, and how old the number is. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { language, reading } = representing(context, request);
	return reading(async (work) => {
		const { unit, current, earlier } = (await readUnitActual(work, params.unitId)) ?? missing();
		// Positions are whole hundredths, so that a share is of whole numbers.
		const hundredths = (fact: Actual) => Math.round(fact.positions * 100);
		const educated = current.filter(({ kind }) => kind === "education");
		const whole = educated.reduce((sum, fact) => sum + hundredths(fact), 0);
		return {
			...{ unit, earlier, oldest: current.map(({ asOf }) => asOf).sort()[0] ?? work.today },
			current: current.map((fact) => ({
				...fact,
				share:
					fact.kind === "education"
						? share(hundredths(fact), whole, {
								...{ baseRule: actualText[language].counted, population: whole },
								...{ source: fact.source, date: fact.asOf },
							})
						: null,
			})),
		};
	});
}

export default function Unit({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = actualText[language];
	const words = competenceText[language];
	const { unit, current, earlier, oldest } = loaderData;
	const here = `/competence/units/${unit.id}`;
	const answer = { to: `${here}/answer`, label: current.length === 0 ? text.answer : text.update };
	const number = (value: number) => formatNumber(language, value);
	const educated = current.filter(({ kind, positions }) => kind === "education" && positions > 0);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(unit.name)}</title>
			<PageHeader
				title={unit.name}
				{...(unit.above.length > 0 ? { lead: unit.above.join(" › ") } : {})}
				trail={[{ to: "/competence", label: words.title }]}
				{...(unit.mayAnswer ? { action: answer } : {})}
			/>
			<Section title={text.current}>
				<Table
					caption={text.current}
					hideCaption
					rows={current}
					rowKey={(row) => row.id}
					columns={[
						{
							key: "entry",
							label: text.entry,
							cell: (row) => (
								<>
									{nameOfEntry(language, row)} <Alone fact={row} />
								</>
							),
						},
						{ key: "kind", label: text.kind, cell: (row) => words.kinds[row.kind] },
						{ key: "heads", label: text.columns.heads, cell: (row) => number(row.heads), numeric: true },
						{ key: "positions", label: text.columns.positions, cell: (row) => number(row.positions), numeric: true },
						{
							key: "share",
							label: text.share,
							cell: (row) =>
								row.share?.value === null || row.share?.value === undefined ? (
									""
								) : (
									<span
										title={text.shareOf(number(row.share.numerator / 100), number(row.share.denominator / 100))}
									>{`${number(Math.round(row.share.value * 100))} %`}</span>
								),
							numeric: true,
						},
						{ key: "aged", label: text.aged, cell: (row) => agesOf(language, row) },
						{
							key: "turnover",
							label: text.turnover,
							cell: (row) => (row.turnover === null ? "" : `${number(row.turnover)} %`),
							numeric: true,
						},
						{
							key: "asOf",
							label: text.asOf,
							cell: (row) => (
								<>
									{formatShortDate(language, row.asOf)} {row.isStale && <Tag tone="warning">{text.stale}</Tag>}
									<br />
									<span className="quiet">{row.source}</span>
								</>
							),
						},
					]}
					empty={
						<EmptyState title={text.noneTitle} {...(unit.mayAnswer ? { action: answer } : {})}>
							{text.noneBody}
						</EmptyState>
					}
				/>
				{current.length > 0 && <p className="quiet">{text.counted}</p>}
			</Section>
			{educated.length > 1 && (
				<Chart
					kind="bar"
					title={text.chart}
					source={text.chartSource(formatShortDate(language, oldest))}
					categories={educated.map((row) => nameOfEntry(language, row))}
					categoryLabel={text.entry}
					series={[{ label: text.columns.positions, points: educated.map(({ positions }) => ({ value: positions })) }]}
					decimals={2}
				/>
			)}
			{earlier.length > 0 && (
				<Details summary={text.earlier}>
					<Table
						caption={text.earlier}
						hideCaption
						rows={earlier}
						rowKey={(row) => row.id}
						columns={[
							{ key: "entry", label: text.entry, cell: (row) => nameOfEntry(language, row) },
							{
								key: "asOf",
								label: text.asOf,
								cell: (row) => `${formatShortDate(language, row.asOf)}, ${row.source}`,
							},
							{ key: "heads", label: text.columns.heads, cell: (row) => number(row.heads), numeric: true },
							{ key: "positions", label: text.columns.positions, cell: (row) => number(row.positions), numeric: true },
						]}
					/>
				</Details>
			)}
		</div>
	);
}

/** The three age groups; those nobody has told are said to be so. */
function agesOf(language: Language, { aged55, aged60, aged65 }: Actual): string {
	if (aged55 === null && aged60 === null && aged65 === null) return "";
	return [aged55, aged60, aged65].map((one) => (one === null ? "?" : formatNumber(language, one))).join(" / ");
}

/** That one alone has it, and whether anybody can stand in. */
function Alone({ fact }: { readonly fact: Actual }) {
	const text = actualText[useLanguage()];
	if (fact.heads !== 1) return null;
	if (fact.hasDeputy === true) return <Tag tone="neutral">{text.singleDeputy}</Tag>;
	return <Tag tone="warning">{fact.hasDeputy === false ? text.singleNone : text.single}</Tag>;
}
