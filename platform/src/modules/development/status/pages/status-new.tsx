import { data } from "react-router";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { Field } from "../../../../ui/Field.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Card } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { uiText } from "../../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { projectText } from "../../project/text.ts";
import { addStatus, openProject } from "../../service.server.ts";
import { standings } from "../codes.ts";
import { statusFacts } from "../contract.ts";
import { standingStatuses } from "../rules.ts";
import { statusText } from "../text.ts";
import type { Route } from "./+types/status-new";
import { statusPageText } from "./status.text.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const opened = await openProject(work, params.projectId);
		if (!opened?.mayChange || opened.project.state !== "running") missing();
		const { id, title } = opened.project;
		const last = standingStatuses(opened.statuses)[0];
		return {
			...{ id, title, today: work.today, lastNext: last?.next ?? "" },
			used: { hoursUsed: last?.hoursUsed ?? null, kronerUsed: last?.kronerUsed ?? null },
		};
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(statusFacts, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => addStatus(work, params.projectId, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/development/projects/${params.projectId}/status`, statusPageText[language].saved);
}

/** The status card: filled in from last time, done in two minutes on a phone. */
export default function StatusNew({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [statusPageText[language], projectText[language]];
	const { id, title, today, lastNext, used } = loaderData;
	const here = `/development/projects/${id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(`${text.add}: ${title}`)}</title>
			<PageHeader
				title={text.add}
				lead={text.newLead}
				trail={[
					{ to: "/development", label: words.title },
					{ to: here, label: title },
				]}
			/>
			{lastNext !== "" && (
				<Card tinted>
					<p>
						<strong>{text.lastNext}</strong>
					</p>
					<p className="ds-paragraph pre-line">{lastNext}</p>
				</Card>
			)}
			<TaskForm
				refused={actionData}
				values={{ onDay: today, standing: "as-planned", ...used }}
				labels={text.fields}
				say={saying(language, words.refusals)}
			>
				<Field
					name="standing"
					kind="radio"
					required
					choices={standings.map((one) => ({ value: one, label: statusText[language].standings[one] }))}
				/>
				<Field name="done" kind="textarea" rows={3} maxLength={2000} width="full" required="sometimes" />
				<Field name="next" kind="textarea" rows={3} maxLength={2000} width="full" required="sometimes" />
				<Field
					name="hinder"
					kind="textarea"
					rows={2}
					maxLength={2000}
					width="full"
					required="sometimes"
					hint={text.hints.hinder}
				/>
				<Field name="hoursUsed" kind="number" whole />
				<Field name="kronerUsed" kind="number" whole />
				<Field name="onDay" kind="date" max={today} required />
				<div className="task-buttons">
					<SubmitButton>{text.save}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={here}>
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}
