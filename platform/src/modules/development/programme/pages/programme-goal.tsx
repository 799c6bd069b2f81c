import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Field } from "../../../../ui/Field.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { uiText } from "../../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { openProgramme, saveProgrammeGoal, setMeasure } from "../../service.server.ts";
import { addings } from "../codes.ts";
import { measureFacts, programmeGoalFacts } from "../contract.ts";
import { measureOf } from "../rules.ts";
import { programmeText } from "../text.ts";
import type { Route } from "./+types/programme-goal";
import { programmePageText } from "./programme.text.ts";

/** One goal of a programme, or a new one. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const opened = await openProgramme(work, params.programmeId);
		if (!opened?.can.keep || opened.programme.state === "closed") missing();
		const { programme, goals, measures } = opened;
		const goal = params.goalId === undefined ? null : (goals.find(({ id }) => id === params.goalId) ?? missing());
		const own = measures.filter(({ goalId }) => goalId === goal?.id);
		return {
			...{ programme: { id: programme.id, title: programme.title }, goal, isDraft: programme.state === "draft" },
			...{ measures: own.toReversed(), measure: goal && measureOf(own, goal.id) },
		};
	});
}

const deed = z.object({ do: z.enum(["goal", "measure"]) });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const text = programmePageText[language];
	const { programmeId, goalId = null } = params;
	const list = `/development/programmes/${programmeId}`;
	const form = await request.formData();
	const asked = parseForm(deed, form);
	if (asked.refusals) return data({ ...asked, deed: "goal" }, 422);
	if (asked.values.do === "measure" && goalId !== null) {
		const parsed = parseForm(measureFacts, form);
		if (parsed.refusals) return data({ ...parsed, deed: "measure" }, 422);
		const outcome = await commanding((work) => setMeasure(work, programmeId, goalId, parsed.values));
		if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, deed: "measure" }, 422);
		return redirectWithToast(list, text.measureSaved);
	}
	const parsed = parseForm(programmeGoalFacts, form);
	if (parsed.refusals) return data({ ...parsed, deed: "goal" }, 422);
	const outcome = await commanding((work) => saveProgrammeGoal(work, programmeId, goalId, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, deed: "goal" }, 422);
	// A new goal goes on to how it is measured alike.
	return redirectWithToast(goalId === null ? `${list}/goals/${outcome.done.id}` : list, text.goalSaved);
}

export default function ProgrammeGoalPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [programmePageText[language], programmeText[language]];
	const { programme, goal, measure, measures, isDraft } = loaderData;
	const { hints, measureColumns } = text;
	const list = `/development/programmes/${programme.id}`;
	const say = saying(language, words.refusals);
	const of = (what: string) => (actionData?.deed === what ? actionData : undefined);
	const title = goal === null ? text.addGoal : text.goalTitle;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader
				title={title}
				trail={[
					{ to: "/development/programmes", label: words.title },
					{ to: list, label: programme.title },
				]}
			/>
			<TaskForm refused={of("goal")} values={goal ?? {}} labels={text.fields} say={say}>
				<Field name="wording" maxLength={500} autoComplete="off" width="full" readOnly={!isDraft} required />
				<Field
					name="localExample"
					kind="textarea"
					rows={2}
					maxLength={500}
					width="full"
					hint={hints.localExample}
					required="sometimes"
				/>
				<div className="task-buttons">
					<SubmitButton name="do" value="goal">
						{text.save}
					</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={list}>
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
			{goal && (
				<Section title={text.measure} lead={measure && !isDraft ? text.measureAgain : text.measureLead}>
					{measures.length > 1 && (
						<Table
							caption={text.measures}
							rows={measures}
							rowKey={(row) => row.id}
							columns={[
								{ key: "number", label: measureColumns.number, cell: (row) => row.number },
								{ key: "indicator", label: measureColumns.indicator, cell: (row) => row.indicator },
								{ key: "definition", label: measureColumns.definition, cell: (row) => row.definition },
								{ key: "unit", label: measureColumns.unit, cell: (row) => row.measuredIn },
								{ key: "from", label: measureColumns.from, cell: (row) => formatShortDate(language, row.fromDay) },
							]}
						/>
					)}
					<TaskForm
						refused={of("measure")}
						values={measure ?? { adds: "sum" }}
						labels={text.fields}
						say={say}
						prefix="measure-"
					>
						<Field name="indicator" maxLength={300} autoComplete="off" width="full" required />
						<Field
							name="definition"
							kind="textarea"
							rows={2}
							maxLength={1000}
							width="full"
							hint={hints.definition}
							required
						/>
						<Field name="measuredIn" maxLength={60} autoComplete="off" required />
						<Field
							name="adds"
							kind="radio"
							hint={hints.adds}
							required
							choices={addings.map((one) => ({ value: one, label: words.adds[one] }))}
						/>
						<SubmitButton name="do" value="measure" variant="secondary">
							{text.setMeasure}
						</SubmitButton>
					</TaskForm>
				</Section>
			)}
		</div>
	);
}
