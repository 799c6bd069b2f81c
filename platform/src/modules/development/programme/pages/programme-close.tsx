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
import { closeProgramme, openProgramme } from "../../service.server.ts";
import { programmeEnd } from "../contract.ts";
import { programmeText } from "../text.ts";
import type { Route } from "./+types/programme-close";
import { programmePageText } from "./programme.text.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const opened = await openProgramme(work, params.programmeId);
		if (!opened?.can.keep) missing();
		const { id, title, purpose, version, state } = opened.programme;
		if (state === "draft" || state === "closed") missing();
		return { id, title, purpose, version, hasLessons: opened.lessons.length > 0, today: work.today };
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(programmeEnd, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => closeProgramme(work, params.programmeId, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/development/programmes/${params.programmeId}`, programmePageText[language].closed);
}

/** Closes a programme, with its purpose in sight. */
export default function ProgrammeClose({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [programmePageText[language], programmeText[language]];
	const { id, title, purpose, version, hasLessons, today } = loaderData;
	const here = `/development/programmes/${id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(`${text.close}: ${title}`)}</title>
			<PageHeader
				title={text.close}
				lead={text.closeLead}
				trail={[
					{ to: "/development/programmes", label: words.title },
					{ to: here, label: title },
				]}
			/>
			<Card tinted>
				<p>
					<strong>{text.fields.purpose}</strong>
				</p>
				<p className="ds-paragraph pre-line">{purpose}</p>
			</Card>
			<TaskForm
				refused={actionData}
				values={{ closedOn: today }}
				labels={text.fields}
				say={saying(language, words.refusals)}
			>
				<input type="hidden" name="version" value={version} />
				<Field name="closedOn" kind="date" max={today} required />
				<Field name="closedBecause" kind="textarea" rows={4} maxLength={2000} width="full" required />
				<Field name="lesson" kind="textarea" rows={3} maxLength={2000} width="full" required={!hasLessons} />
				<div className="task-buttons">
					<SubmitButton>{text.close}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={here}>
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}
