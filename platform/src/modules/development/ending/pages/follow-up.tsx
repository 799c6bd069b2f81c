import { data } from "react-router";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { formatDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Facts } from "../../../../ui/Facts.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { uiText } from "../../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { projectPageText } from "../../project/pages/project.text.ts";
import { projectText } from "../../project/text.ts";
import { answerFollowUp, openProject } from "../../service.server.ts";
import { useReasons, uses } from "../codes.ts";
import { followUpAnswer } from "../contract.ts";
import { endingText } from "../text.ts";
import type { Route } from "./+types/follow-up";
import { endText } from "./end.text.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const opened = await openProject(work, params.projectId);
		const found = opened?.followUps.find(({ id }) => id === params.followUpId);
		if (!opened?.mayChange || !opened.ending || !found || found.answeredOn !== null || found.dueOn > work.today)
			missing();
		const { id, title } = opened.project;
		return { id, title, months: found.months, ending: opened.ending };
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(followUpAnswer, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const key = { projectId: params.projectId, followUpId: params.followUpId };
	const outcome = await commanding((work) => answerFollowUp(work, key, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/development/projects/${params.projectId}`, endText[language].answered);
}

/** Says what is in use of what came of a project. */
export default function FollowUpPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [endText[language], endingText[language]];
	const { id, title, months, ending } = loaderData;
	const here = `/development/projects/${id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(`${text.askTitle} ${title}`)}</title>
			<PageHeader
				title={text.askTitle}
				lead={text.askLead(title, words.after(months), formatDate(language, ending.decidedOn))}
				trail={[
					{ to: "/development", label: projectText[language].title },
					{ to: here, label: title },
				]}
			/>
			<Facts
				facts={[
					{ label: text.purpose, value: <span className="pre-line">{ending.purpose}</span> },
					{ label: projectPageText[language].answer, value: <span className="pre-line">{ending.answer}</span> },
				]}
			/>
			<TaskForm refused={actionData} labels={text.fields} say={saying(language, projectText[language].refusals)}>
				<Field
					name="inUse"
					kind="radio"
					required
					choices={uses.map((one) => ({ value: one, label: words.uses[one] }))}
				/>
				<Field
					name="reason"
					kind="select"
					required="sometimes"
					hint={text.hints.reason}
					none={text.choose}
					choices={useReasons.map((one) => ({ value: one, label: words.reasons[one] }))}
				/>
				<Field name="note" kind="textarea" rows={3} maxLength={2000} />
				<div className="task-buttons">
					<SubmitButton>{text.answer}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={here}>
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}
