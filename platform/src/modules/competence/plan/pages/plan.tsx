import { findConcerning } from "../../../../registry/concerning.server.ts";
import { Concerns } from "../../../../ui/Concerns.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { Tag } from "../../../../ui/Tag.tsx";
import { Timeline } from "../../../../ui/Timeline.tsx";
import { missing, representing } from "../../../../visit.server.ts";
import { isLate } from "../../measure/rules.ts";
import { measureText } from "../../measure/text.ts";
import { openPlan } from "../../service.server.ts";
import { planDocumentText } from "../document.text.ts";
import { gapCells, measureCells, sumsInWords } from "../document.ts";
import { planText } from "../text.ts";
import type { Route } from "./+types/plan";
import { planPageText } from "./plan.text.ts";

/** What a plan says now: what is lacking, what is done about it in order, and what has been done with the plan. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { language, reading } = representing(context, request);
	return reading(async (work) => {
		const opened = (await openPlan(work, params.planId)) ?? missing();
		const { plan, content, steps, measures } = opened;
		return {
			...{ id: plan.id, introduction: plan.introduction, steps, sums: sumsInWords(language, content) },
			gaps: content.gaps.map((gap) => ({ id: gap.entryId, cells: gapCells(language, gap) })),
			measures: content.measures.map((one) => ({ id: one.id, cells: measureCells(language, one) })),
			late: measures.filter((one) => isLate(one, work.today)).map(({ id }) => id),
			concerning: await findConcerning(work, { kind: "competence-plan", id: plan.id }, language),
			can: { add: opened.mayChange && plan.state !== "ended" },
		};
	});
}

export default function PlanPage({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, paper, words] = [planPageText[language], planDocumentText[language], planText[language]];
	const { id, introduction, gaps, measures, sums, steps, concerning, late, can } = loaderData;
	const { columns, measureColumns } = paper;
	const add = can.add && (
		<Link className="ds-button" data-variant="secondary" to={`/competence/measures/new?plan=${id}`}>
			{text.addMeasure}
		</Link>
	);
	return (
		<>
			{introduction !== "" && <p className="ds-paragraph pre-line">{introduction}</p>}
			<Section title={paper.gaps} lead={gaps.length === 0 ? paper.noGaps : paper.gapsBase}>
				{gaps.length > 0 && (
					<Table
						caption={paper.gaps}
						hideCaption
						rows={gaps}
						rowKey={(row) => row.id}
						columns={[
							{ key: "entry", label: columns.entry, cell: ({ cells }) => cells[0] },
							{ key: "now", label: columns.now, cell: ({ cells }) => cells[1], numeric: true },
							{ key: "ahead", label: columns.ahead, cell: ({ cells }) => cells[2], numeric: true },
							{ key: "closed", label: columns.closed, cell: ({ cells }) => cells[3], numeric: true },
							{ key: "known", label: columns.units, cell: ({ cells }) => cells[4], numeric: true },
						]}
					/>
				)}
			</Section>
			<Section title={paper.measures} actions={add}>
				{measures.length === 0 ? (
					<p className="quiet">{paper.noMeasures}</p>
				) : (
					<>
						<Table
							caption={paper.measures}
							hideCaption
							rows={measures}
							rowKey={(row) => row.id}
							rowHref={(row) => `/competence/measures/${row.id}`}
							columns={[
								{ key: "measure", label: measureColumns.measure, cell: ({ cells }) => cells[0] },
								{ key: "effect", label: measureColumns.effect, cell: ({ cells }) => cells[1] },
								{ key: "cost", label: measureColumns.cost, cell: ({ cells }) => cells[2] },
								{
									...{ key: "owner", label: measureColumns.owner },
									cell: (row) => (
										<>
											{row.cells[3]} {late.includes(row.id) && <Tag tone="warning">{measureText[language].late}</Tag>}
										</>
									),
								},
							]}
						/>
						<p>{sums.join(" ")}</p>
					</>
				)}
			</Section>
			<Concerns groups={concerning} />
			<Section title={text.history}>
				<Timeline
					events={[...steps].reverse().map((step) => ({
						...{ id: step.id, at: step.onDay, by: text.by(step.recordedBy || text.program) },
						title: step.decision === "" ? words.steps[step.step] : `${words.steps[step.step]}, ${step.decision}`,
						children: step.note && <p className="ds-paragraph pre-line">{step.note}</p>,
					}))}
				/>
			</Section>
		</>
	);
}
