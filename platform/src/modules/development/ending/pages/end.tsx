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
import { endProject, openProject } from "../../service.server.ts";
import { furtherMonths, outcomes, reaches } from "../codes.ts";
import { endingForm } from "../contract.ts";
import { endingText } from "../text.ts";
import type { Route } from "./+types/end";
import { endText } from "./end.text.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const opened = await openProject(work, params.projectId);
		if (!opened?.mayChange || opened.project.state !== "running") missing();
		const { id, title, purpose, version } = opened.project;
		return { id, title, purpose, version, today: work.today };
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(endingForm, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => endProject(work, params.projectId, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/development/projects/${params.projectId}`, endText[language].saved);
}

/** Ends a project by a decision, with its purpose in sight. */
export default function End({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [endText[language], endingText[language]];
	const { hints } = text;
	const { id, title, purpose, version, today } = loaderData;
	const here = `/development/projects/${id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(`${text.title}: ${title}`)}</title>
			<PageHeader
				title={text.title}
				lead={text.lead}
				trail={[
					{ to: "/development", label: projectText[language].title },
					{ to: here, label: title },
				]}
			/>
			<Card tinted>
				<p>
					<strong>{text.purpose}</strong>
				</p>
				<p className="ds-paragraph pre-line">{purpose}</p>
			</Card>
			<TaskForm
				refused={actionData}
				values={{ decidedOn: today }}
				labels={text.fields}
				say={saying(language, projectText[language].refusals)}
			>
				<input type="hidden" name="version" value={version} />
				<Field
					name="outcome"
					kind="radio"
					required
					choices={outcomes.map((one) => ({ value: one, label: words.outcomes[one] }))}
				/>
				<Field name="decidedBy" maxLength={200} autoComplete="off" required />
				<Field name="decidedOn" kind="date" max={today} required />
				<Field
					name="reached"
					kind="radio"
					required
					choices={reaches.map((one) => ({ value: one, label: words.reached[one] }))}
				/>
				<Field name="answer" kind="textarea" rows={4} maxLength={4000} width="full" hint={hints.answer} required />
				<Field
					name="cause"
					kind="textarea"
					rows={2}
					maxLength={2000}
					width="full"
					hint={hints.cause}
					required="sometimes"
				/>
				<Field name="operationsOwner" maxLength={200} autoComplete="off" hint={hints.operations} required="sometimes" />
				<Field name="operationsBudget" maxLength={200} autoComplete="off" required="sometimes" />
				<Field name="operationsRoutine" maxLength={1000} width="full" autoComplete="off" required="sometimes" />
				<Field name="lesson" kind="textarea" rows={4} maxLength={4000} width="full" required />
				<Field
					name="further"
					kind="checkboxes"
					hint={hints.further}
					choices={furtherMonths.map((one) => ({ value: one, label: text.years[one] }))}
				/>
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
