import { data, Link } from "react-router";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { DateRange } from "../../../../ui/DateRange.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { uiText } from "../../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { professions } from "../../../organisation/codes.ts";
import { professionName } from "../../../organisation/text.ts";
import { settingChoices } from "../../capacity/pages/choices.server.ts";
import { yearsOfStudy } from "../../course/codes.ts";
import { requestChange } from "../contract.ts";
import { changeRequest, readRequest } from "../service.server.ts";
import { requestText } from "../text.ts";
import type { Route } from "./+types/request-edit";

/** Changes a draft. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading, language } = representing(context, request);
	return reading(async (work) => {
		const page = (await readRequest(work, params.requestId)) ?? missing();
		if (!page.can.change) missing();
		return { request: page.request, settings: await settingChoices(work, language) };
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(requestChange, await request.formData());
	if (parsed.refusals) return data({ refusals: parsed.refusals, given: parsed.given }, 422);
	const outcome = await commanding((work) => changeRequest(work, params.requestId, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/placement/requests/${params.requestId}`, requestText[language].saved);
}

export default function RequestEdit({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = requestText[language];
	const { fields, hints } = text;
	const { request, settings } = loaderData;
	const page = `/placement/requests/${request.id}`;
	const title = `${text.edit} ${request.courseName}`;
	const { programme, courseName, profession, firstDay, lastDay, places, answerBy, message } = request;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader
				title={title}
				trail={[
					{ to: "/placement/requests", label: text.title },
					{ to: page, label: request.courseName },
				]}
			/>
			<TaskForm
				refused={actionData}
				values={{
					...{ programme, courseName, profession, firstDay, lastDay, places, answerBy, message },
					...{ yearOfStudy: String(request.yearOfStudy), settings: request.settings },
				}}
				labels={fields}
				say={saying(language, text.refusals)}
			>
				<input type="hidden" name="version" value={request.version} />
				<Field name="programme" maxLength={200} autoComplete="off" width="full" required />
				<Field name="courseName" maxLength={200} autoComplete="off" width="full" required />
				<Field
					name="profession"
					kind="select"
					required
					choices={professions.map((one) => ({ value: one, label: professionName(language, one) }))}
				/>
				<Field
					name="yearOfStudy"
					kind="select"
					required
					choices={yearsOfStudy.map((year) => ({ value: String(year), label: String(year) }))}
				/>
				<DateRange
					legend={text.columns.from}
					from={{ name: "firstDay", label: fields.firstDay, required: true }}
					to={{ name: "lastDay", label: fields.lastDay, required: true }}
				/>
				<Field name="places" kind="number" whole required />
				<Field name="settings" kind="checkboxes" choices={settings} hint={hints.settings} />
				<Field name="answerBy" kind="date" />
				<Field name="message" kind="textarea" maxLength={2000} />
				<div className="task-buttons">
					<SubmitButton>{text.save}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={page}>
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}
