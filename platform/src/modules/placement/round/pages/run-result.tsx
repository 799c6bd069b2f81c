import { compareText, formatNumber } from "../../../../language.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { Chart } from "../../../../ui/Chart.tsx";
import { Facts } from "../../../../ui/Facts.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { tableState } from "../../../../ui/table-state.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { runFindingText } from "../../allocate/text.ts";
import { nameLacking } from "../lacking.server.ts";
import { municipalityName } from "../municipality.server.ts";
import { nameClaims } from "../run.store.server.ts";
import { costForPage, namesOf, openStanding } from "../run-view.server.ts";
import type { Route } from "./+types/run-result";
import { byHandText } from "./by-hand.text.ts";
import { CompareRuns } from "./CompareRuns.tsx";
import { LackingPairs } from "./LackingPairs.tsx";
import { MovedByHand } from "./MovedByHand.tsx";
import { movedLines } from "./moved-lines.ts";
import { runPagesText } from "./run.text.ts";

const municipalityTable = { sort: ["name"] } as const;

/** What a run came to: who has a place, which wishes, how far, and what other ways of allocating would have given. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading, language, url } = representing(context, request);
	const state = tableState(url, municipalityTable);
	const standing = (await openStanding(reading, params.runId)) ?? missing();
	const { ask, run, edits } = standing;
	const { measures, comparisons, findings, withoutAgreement, called, claims, wished } = await ask("summary", { edits });
	const { holds, flaws } = await ask("about", null);
	const moved = new Set(standing.moves.map(({ claim }) => claim)).size;
	const { cost, making } = await costForPage(standing);
	return reading(async (work) => {
		const names = await namesOf(
			work,
			measures.byInstitution.map(({ institutionId }) => institutionId),
		);
		const students = new Map((await nameClaims(work, claims)).map(({ id, name }) => [id, name]));
		const municipalities = measures.byMunicipality
			.map((row) => ({ ...row, name: municipalityName(row.municipality) }))
			.sort((a, b) => compareText(language)(a.name, b.name));
		const { byMunicipality: _all, ...counted } = measures;
		return {
			...{ state, total: municipalities.length, moved, making },
			cost: cost && movedLines(cost, language),
			lacking: await nameLacking(work, withoutAgreement),
			...{ rules: run.rules, supposed: run.supposed },
			...{ id: run.id, name: run.name, holds, flaws: flaws.length, measures: counted, withoutAgreement, wished },
			comparisons: comparisons.map(({ name, measures: { byMunicipality: _, ...other } }) => ({
				name,
				measures: other,
			})),
			findings: findings.map((finding) =>
				runFindingText(finding, language, (_, id) => students.get(id) ?? called[id] ?? id),
			),
			municipalities: municipalities.slice(state.offset, state.offset + state.pageSize),
			institutions: measures.byInstitution.map((row) => ({ ...row, name: names[row.institutionId] ?? "" })),
		};
	});
}

export default function RunResultPage({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = runPagesText[language];
	const { measures, comparisons, findings, flaws, holds, withoutAgreement, wished, moved } = loaderData;
	const { id, name, rules, supposed } = loaderData;
	const number = (value: number) => formatNumber(language, value);
	const lottery = comparisons.find(({ name }) => name === "lottery")?.measures;
	const unplaced = measures.claims - measures.placed;
	const first = measures.byRank.find(({ rank }) => rank === 1)?.claims ?? 0;
	return (
		<>
			<ul className="figures">
				<li>
					<strong>{number(measures.placed)}</strong> {text.placed}
				</li>
				<li>
					<strong>{number(unplaced)}</strong> {text.unplacedCount}
				</li>
				{wished && (
					<li>
						<strong>{number(first)}</strong> {text.firstWish}
					</li>
				)}
			</ul>
			<Alert tone={flaws > 0 ? "danger" : holds === "optimal" && moved === 0 ? "success" : "info"}>
				<p>{flaws > 0 ? text.flawed : moved > 0 && holds === "optimal" ? byHandText[language].optimal : text[holds]}</p>
				{lottery && <p>{text.withoutLottery(number(lottery.claims - lottery.placed), number(unplaced))}</p>}
			</Alert>
			<MovedByHand moves={moved} lines={loaderData.cost} making={loaderData.making} />
			{withoutAgreement !== null && withoutAgreement.places > 0 && (
				<Alert tone="warning">
					<p>{text.withoutAgreement(number(withoutAgreement.places), number(withoutAgreement.hosts))}</p>
					<LackingPairs lacking={loaderData.lacking} counts="students" />
				</Alert>
			)}
			{findings.length > 0 && (
				<Section title={text.findings}>
					<ul className="ds-list">
						{findings.map((finding) => (
							<li key={finding}>{finding}</li>
						))}
					</ul>
				</Section>
			)}
			{wished && (
				<Chart
					kind="bar"
					title={text.wishesTitle}
					source={text.source}
					unit={text.students}
					decimals={0}
					categories={measures.byRank.map(({ rank }) => (rank === null ? text.notWishedHere : text.wish(rank)))}
					series={[
						{
							label: text.students,
							points: measures.byRank.map(({ claims }) => ({
								value: claims,
								numerator: claims,
								denominator: measures.placed,
							})),
						},
					]}
				/>
			)}
			<CompareRuns runs={[{ id, name, measures, comparisons, rules, supposed }]} />
			{measures.minutes && (
				<Section title={text.travelTitle}>
					<Facts
						facts={(["median", "ninetieth", "most", "mean"] as const)
							.map((key) => ({
								label: text.travelFacts[key],
								value: text.minutes(number(Math.round(measures.minutes?.[key] ?? 0))),
							}))
							.concat([{ label: text.travelFacts.known, value: number(measures.minutes.known) }])}
					/>
				</Section>
			)}
			<Section title={text.municipalities}>
				<Table
					caption={text.municipalities}
					hideCaption
					rows={loaderData.municipalities}
					state={loaderData.state}
					total={loaderData.total}
					rowKey={(row) => row.municipality ?? ""}
					columns={[
						{ key: "name", label: text.municipalityColumns.name, cell: (row) => row.name },
						{ key: "places", label: text.municipalityColumns.places, cell: (row) => number(row.places), numeric: true },
						{ key: "placed", label: text.municipalityColumns.placed, cell: (row) => number(row.placed), numeric: true },
					]}
				/>
			</Section>
			<Section title={text.institutions}>
				<Table
					caption={text.institutions}
					hideCaption
					rows={loaderData.institutions}
					rowKey={(row) => row.institutionId}
					columns={[
						{ key: "name", label: text.institutionColumns.name, cell: (row) => row.name },
						{ key: "claims", label: text.institutionColumns.claims, cell: (row) => number(row.claims), numeric: true },
						{ key: "placed", label: text.institutionColumns.placed, cell: (row) => number(row.placed), numeric: true },
					]}
				/>
			</Section>
		</>
	);
}
