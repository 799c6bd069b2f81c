import { data, Form, Link } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { formatNumber } from "../../../../language.ts";
import { mailTo } from "../../../../notice/service.server.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { tableState } from "../../../../ui/table-state.ts";
import { uiText } from "../../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { mayCoordinate } from "../../rules.ts";
import { inviteStudents, listStudents } from "../service.server.ts";
import { rosterText } from "../text.ts";
import type { Route } from "./+types/students-invite";
import { inviteText } from "./invite.text.ts";
import { letterOf, reasonFor } from "./invite-letter.ts";
import { studentQuery, studentTable } from "./student-table.ts";
import { studentsText } from "./students.text.ts";

/** Those of the list who have an address and a need without wishes. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { house, reading, url } = representing(context, request);
	return reading(async (work) => {
		if (!mayCoordinate(await mandateOf(work))) missing();
		const query = studentQuery(tableState(url, studentTable));
		const { rows } = await listStudents(work, { ...query, warning: "without-wishes" });
		return {
			count: rows.filter(({ named, email }) => named && email !== null).length,
			everybody: rows.filter(({ named }) => named).length,
			search: url.search,
			mails: house.configuration.mail.smtpUrl !== undefined,
		};
	});
}

const asked = z.object({ reason: z.string().min(1).max(1000) });

export async function action({ context, request }: Route.ActionArgs) {
	const { actor, house, language, commanding, url } = representing(context, request);
	const parsed = parseForm(asked, await request.formData());
	if (parsed.refusals) return data({ refusals: parsed.refusals, given: parsed.given }, 422);
	if (house.configuration.mail.smtpUrl === undefined) missing();
	const query = studentQuery(tableState(url, studentTable));
	const reason = reasonFor(language, parsed.values.reason);
	const outcome = await commanding(async (work) => {
		const invited = await inviteStudents(work, query, { reason, whom: "addressed" });
		for (const { student, path } of invited.done ?? [])
			if (student.email !== null)
				await mailTo(
					work,
					letterOf(student.writtenIn, actor.organisationName ?? "", {
						...{ email: student.email, path, reason: reason(student.writtenIn) },
					}),
				);
		return invited;
	});
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast("/placement/students", inviteText[language].inviteManyDone(outcome.done.length));
}

export default function StudentsInvite({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = studentsText[language];
	const inviting = inviteText[language];
	const { count, everybody, mails, search } = loaderData;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(inviting.inviteManyTitle)}</title>
			<PageHeader title={inviting.inviteManyTitle} trail={[{ to: "/placement/students", label: text.title }]} />
			{everybody === 0 && (
				<EmptyState
					title={inviting.inviteManyNone}
					action={{ to: "/placement/students?warning=without-wishes", label: text.title }}
				/>
			)}
			{count > 0 && mails && (
				<>
					<p className="ds-paragraph">{inviting.inviteManyLead(formatNumber(language, count))}</p>
					<TaskForm
						refused={actionData}
						values={{ reason: inviting.inviteReason }}
						labels={text.fields}
						say={saying(language, rosterText[language].refusals)}
					>
						<Field name="reason" kind="textarea" maxLength={1000} width="full" required />
						<div className="task-buttons">
							<SubmitButton>{inviting.inviteManySend}</SubmitButton>
							<Link className="ds-button" data-variant="tertiary" to="/placement/students">
								{uiText[language].cancel}
							</Link>
						</div>
					</TaskForm>
				</>
			)}
			{everybody > 0 && (
				<Section
					title={inviting.linksTitle}
					lead={`${mails ? "" : `${inviting.inviteManyNoMail} `}${inviting.linksLead(formatNumber(language, everybody))}`}
				>
					{/* The answer is a file: the browser sends this itself. */}
					<Form method="post" reloadDocument action={`/placement/students/links.xlsx${search}`}>
						<SubmitButton variant={mails ? "secondary" : "primary"}>{inviting.linksMake}</SubmitButton>
					</Form>
				</Section>
			)}
		</div>
	);
}
