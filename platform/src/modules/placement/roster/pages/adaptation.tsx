import { data, Form } from "react-router";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { formatShortDate } from "../../../../language.ts";
import { redirect } from "../../../../redirect.server.ts";
import { houseText } from "../../../../text.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Card, Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { Status } from "../../../../ui/Tag.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { adaptationValues } from "../contract.ts";
import { decideAdaptation, openAdaptation, removeAdaptation, stateAdaptation } from "../service.server.ts";
import { rosterText } from "../text.ts";
import type { Route } from "./+types/adaptation";
import { studentText } from "./student.text.ts";
import { studentsText } from "./students.text.ts";

/** Why a student needs adaptation. Opening the page is recorded, so it is a command. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { commanding } = representing(context, request);
	const outcome = await commanding((work) => openAdaptation(work, params.studentId));
	if (outcome.refused) missing();
	const { student, adaptations } = outcome.done;
	return { student: { id: student.id, name: student.name }, adaptations };
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const form = await request.formData();
	const page = `/placement/students/${params.studentId}/adaptation`;
	const [decide, remove] = [form.get("decide"), form.get("remove")];
	if (typeof decide === "string" || typeof remove === "string") {
		const done = await commanding((work) =>
			typeof decide === "string"
				? decideAdaptation(work, params.studentId, decide)
				: removeAdaptation(work, params.studentId, String(remove)),
		);
		if (done.refused) missing();
		return redirect(page);
	}
	const parsed = parseForm(adaptationValues, form);
	if (parsed.refusals) return data({ refusals: parsed.refusals, given: parsed.given }, 422);
	const outcome = await commanding((work) => stateAdaptation(work, params.studentId, parsed.values));
	if (outcome.refused) missing();
	return redirectWithToast(page, studentText[language].adaptationSaved);
}

export default function AdaptationPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = studentsText[language];
	const about = studentText[language];
	const { student, adaptations } = loaderData;
	const title = about.adaptationTitle(student.name);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader
				title={title}
				trail={[
					{ to: "/placement/students", label: text.title },
					{ to: `/placement/students/${student.id}`, label: student.name },
				]}
			/>
			<Alert>{about.adaptationLogged}</Alert>
			{adaptations.length === 0 && <p className="ds-paragraph quiet">{about.adaptationNone}</p>}
			{adaptations.map((one) => (
				<Card key={one.id}>
					<p className="ds-paragraph">{one.need}</p>
					<p className="quiet">
						{one.statedBy === "student" && `${about.adaptationByStudent} ${formatShortDate(language, one.statedOn)}. `}
						{one.decidedOn === null ? (
							<Status tone="warning">{about.adaptationUndecided}</Status>
						) : (
							about.adaptationBy(one.decidedBy ?? "", formatShortDate(language, one.decidedOn))
						)}
					</p>
					<Form method="post" className="row">
						{one.decidedOn === null && (
							<button type="submit" className="ds-button" data-size="sm" name="decide" value={one.id}>
								{about.adaptationDecide}
							</button>
						)}
						<button
							type="submit"
							className="ds-button"
							data-variant="tertiary"
							data-color="danger"
							data-size="sm"
							name="remove"
							value={one.id}
						>
							{about.adaptationRemove}
						</button>
					</Form>
				</Card>
			))}
			<Section title={about.adaptationAdd} lead={about.adaptationAddLead}>
				<TaskForm refused={actionData} labels={text.fields} say={saying(language, rosterText[language].refusals)}>
					<Field name="need" kind="textarea" required maxLength={2000} width="full" />
					<Field name="lastDay" kind="date" />
					<SubmitButton>{text.save}</SubmitButton>
				</TaskForm>
			</Section>
		</div>
	);
}
