import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { formatNumber, formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { Details } from "../../../../ui/Details.tsx";
import { Facts } from "../../../../ui/Facts.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { id } from "../../../organisation/contract.ts";
import { whyOutside } from "../../programme/roll-up.ts";
import { programmeText } from "../../programme/text.ts";
import { versioned } from "../../project/contract.ts";
import { projectText } from "../../project/text.ts";
import {
	addMeasurement,
	changeGoal,
	openProject,
	programmeOf,
	removeGoal,
	type ServedProgramme,
	undoMeasurement,
} from "../../service.server.ts";
import { type Goal, goalChange, measurementFacts } from "../contract.ts";
import { isMeasurable, progressOf, vaguenessOf } from "../rules.ts";
import { goalText } from "../text.ts";
import type { Route } from "./+types/goal";
import { GoalFields } from "./GoalFields.tsx";
import { GoalStands } from "./GoalStands.tsx";
import { goalPageText } from "./goal.text.ts";
import { Measurements } from "./Measurements.tsx";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const opened = (await openProject(work, params.projectId)) ?? missing();
		const { project, mayChange } = opened;
		const goal = opened.goals.find((one) => one.id === params.goalId) ?? missing();
		const measurements = opened.measurements.filter(({ goalId }) => goalId === goal.id);
		const progress = progressOf(goal, measurements);
		const served = await programmeOf(work, project.admissionId);
		return {
			project: { id: project.id, title: project.title, version: project.version },
			...{ goal, measurements, progress, today: work.today },
			served,
			...servedBy(goal, served, progress.value),
			vague: project.state === "ended" ? [] : vaguenessOf(goal),
			can: {
				change: mayChange && project.state !== "ended",
				measure: mayChange && project.state !== "draft" && isMeasurable(goal),
				undo: mayChange,
			},
		};
	});
}

/** The goal of the programme it serves, how that is measured alike, and why it is not in that total; null: it is. */
function servedBy(goal: Goal, served: ServedProgramme | null, value: number | null) {
	const serves = served?.goals.find(({ id }) => id === goal.servesId) ?? null;
	const measure = served?.measures.find(({ id }) => id === goal.measuredAsId) ?? null;
	return { serves, measure, why: serves && measure && whyOutside({ ...goal, value }, serves.id, measure) };
}

const deed = z.object({ do: z.enum(["change", "remove", "measure", "undo"]) });
const undoing = z.object({ measurementId: id });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const text = goalPageText[language];
	const form = await request.formData();
	const asked = parseForm(deed, form);
	if (asked.refusals) return data({ ...asked, deed: "change" }, 422);
	const what = asked.values.do;
	const key = { projectId: params.projectId, goalId: params.goalId };
	const here = `/development/projects/${params.projectId}/goals/${params.goalId}`;
	if (what === "change") {
		const parsed = parseForm(goalChange, form);
		if (parsed.refusals) return data({ ...parsed, deed: what }, 422);
		const outcome = await commanding((work) => changeGoal(work, key, parsed.values));
		if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, deed: what }, 422);
		return redirectWithToast(here, text.changed);
	}
	if (what === "measure") {
		const parsed = parseForm(measurementFacts, form);
		if (parsed.refusals) return data({ ...parsed, deed: what }, 422);
		const outcome = await commanding((work) => addMeasurement(work, key, parsed.values));
		if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, deed: what }, 422);
		return redirectWithToast(here, text.measured);
	}
	if (what === "undo") {
		const parsed = parseForm(undoing, form);
		if (parsed.refusals) return data({ ...parsed, deed: what }, 422);
		const outcome = await commanding((work) => undoMeasurement(work, params.projectId, parsed.values.measurementId));
		if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, deed: what }, 422);
		return redirectWithToast(here, text.undone);
	}
	const parsed = parseForm(versioned, form);
	if (parsed.refusals) return data({ ...parsed, deed: what }, 422);
	const outcome = await commanding((work) => removeGoal(work, key, parsed.values.version));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, deed: what }, 422);
	return redirectWithToast(`/development/projects/${params.projectId}/goals`, text.removed);
}

/** One goal: how it stands, what was measured, and its words to be changed. */
export default function GoalPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [goalPageText[language], projectText[language]];
	const { project, goal, measurements, progress, vague, can, served, serves, measure, why, today } = loaderData;
	const { fields } = text;
	const say = saying(language, words.refusals);
	const of = (what: string) => (actionData?.deed === what ? actionData : undefined);
	const value = (one: number | null) =>
		one === null ? null : `${formatNumber(language, one)} ${goal.measuredIn}`.trimEnd();
	const home = `/development/projects/${project.id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(goal.wording)}</title>
			<PageHeader
				title={goal.wording}
				lead={goalText[language].kinds[goal.kind]}
				tags={<GoalStands standing={progress.standing} percent={progress.percent} />}
				trail={[
					{ to: "/development", label: words.title },
					{ to: `${home}/goals`, label: project.title },
				]}
			/>
			{can.change && vague.length > 0 && (
				<Alert tone="info" title={text.clearer}>
					<ul>
						{vague.map((one) => (
							<li key={one}>{goalText[language].vague[one]}</li>
						))}
					</ul>
				</Alert>
			)}
			<Facts
				facts={[
					{ label: fields.indicator, value: goal.indicator, source: goal.definition },
					{
						...{ label: text.columns.baseline, value: value(goal.baseline) },
						source:
							goal.baselineOn === null ? null : `${goal.baselineSource}, ${formatShortDate(language, goal.baselineOn)}`,
					},
					{
						...{ label: fields.target, value: value(goal.target) },
						source: goal.dueOn === null ? null : formatShortDate(language, goal.dueOn),
					},
					...(serves
						? [
								{ label: fields.servesId, value: serves.wording, source: served?.title },
								{
									...{ label: fields.measuredAsId, value: measure ? measure.indicator : text.ownMeasure },
									source: why ? text.outside(programmeText[language].outsides[why]) : measure && text.inside,
								},
							]
						: []),
				]}
			/>
			<Measurements goal={goal} measurements={measurements} mayUndo={can.undo} refused={of("undo")} />
			{can.measure && (
				<Section title={text.measure}>
					<TaskForm
						key={measurements.length}
						refused={of("measure")}
						values={{ measuredOn: today }}
						labels={fields}
						say={say}
						prefix="measure-"
					>
						<input type="hidden" name="do" value="measure" />
						<Field name="value" kind="number" unit={goal.measuredIn} required />
						<Field name="measuredOn" kind="date" max={today} required />
						<Field name="source" maxLength={200} autoComplete="off" required />
						<Field name="note" kind="textarea" rows={2} maxLength={1000} />
						<div className="task-buttons">
							<SubmitButton>{text.measure}</SubmitButton>
						</div>
					</TaskForm>
				</Section>
			)}
			{can.change && (
				<>
					<Details summary={text.edit} open={of("change") !== undefined}>
						<TaskForm refused={of("change")} values={goal} labels={fields} say={say} prefix="change-">
							<input type="hidden" name="version" value={project.version} />
							<GoalFields today={today} served={served} />
							<div className="task-buttons">
								<SubmitButton name="do" value="change">
									{text.save}
								</SubmitButton>
							</div>
						</TaskForm>
					</Details>
					{measurements.length === 0 && (
						<Details summary={text.remove} open={of("remove") !== undefined}>
							<TaskForm refused={of("remove")} say={say} prefix="remove-">
								<p>{text.removeBody}</p>
								<input type="hidden" name="version" value={project.version} />
								<SubmitButton name="do" value="remove" color="danger">
									{text.remove}
								</SubmitButton>
							</TaskForm>
						</Details>
					)}
				</>
			)}
		</div>
	);
}
