import { data, Link } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { formatDate } from "../../../../language.ts";
import { mailTo } from "../../../../notice/service.server.ts";
import { houseText } from "../../../../text.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { CopyButton } from "../../../../ui/CopyButton.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { uiText } from "../../../../ui/text.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { wishLinkDays } from "../codes.ts";
import { inviteStudent, readWishInvitation } from "../service.server.ts";
import { rosterText } from "../text.ts";
import type { Route } from "./+types/student-invite";
import { inviteText } from "./invite.text.ts";
import { letterOf } from "./invite-letter.ts";
import { studentsText } from "./students.text.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	const { student, open } = (await reading((work) => readWishInvitation(work, params.studentId))) ?? missing();
	if (!student.named) missing();
	const { id, name, email, writtenIn } = student;
	// The page has the words of the reader's language alone.
	return {
		student: { id, name, email },
		reason: inviteText[writtenIn].inviteReason,
		openSince: open?.createdAt ?? null,
	};
}

const asked = z.object({ reason: z.string().min(1).max(1000) });

/** Makes a link and shows it this once: it is in this answer only, so there is no redirect. */
export async function action({ context, request, params }: Route.ActionArgs) {
	const { actor, house, commanding } = representing(context, request);
	const parsed = parseForm(asked, await request.formData());
	if (parsed.refusals) return data({ refused: parsed, link: null, mailedTo: null }, 422);
	const { url, mail } = house.configuration;
	const isMailed = mail.smtpUrl !== undefined;
	const outcome = await commanding(async (work) => {
		const invited = await inviteStudent(work, params.studentId, { reason: () => parsed.values.reason });
		const email = invited.done?.student.email ?? null;
		if (invited.done && isMailed && email !== null)
			await mailTo(
				work,
				letterOf(invited.done.student.writtenIn, actor.organisationName ?? "", {
					email,
					path: invited.done.path,
					...parsed.values,
				}),
			);
		return invited;
	});
	if (outcome.refused) {
		if (outcome.refused[0]?.code === "missing") missing();
		return data({ refused: { refusals: outcome.refused, given: parsed.given }, link: null, mailedTo: null }, 422);
	}
	const { path, student } = outcome.done;
	return data({ refused: undefined, link: new URL(path, url).href, mailedTo: isMailed ? student.email : null }, 201);
}

export default function StudentInvite({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = studentsText[language];
	const inviting = inviteText[language];
	const { student, openSince } = loaderData;
	const page = `/placement/students/${student.id}`;
	const title = inviting.inviteTitle(student.name);
	const link = actionData?.link;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader
				title={title}
				lead={inviting.inviteLead(wishLinkDays)}
				trail={[
					{ to: "/placement/students", label: text.title },
					{ to: page, label: student.name },
				]}
			/>
			{link ? (
				<div role="status" className="stack">
					<Alert tone="success" title={inviting.inviteMade}>
						<p>
							{inviting.inviteOnce} {actionData.mailedTo !== null && inviting.inviteMailed(actionData.mailedTo)}
						</p>
						<CopyButton value={link} label={inviting.inviteCopy} />
					</Alert>
				</div>
			) : (
				<>
					{openSince !== null && <Alert>{inviting.inviteOpen(formatDate(language, openSince))}</Alert>}
					<TaskForm
						refused={actionData?.refused}
						values={{ reason: loaderData.reason }}
						labels={text.fields}
						say={saying(language, rosterText[language].refusals)}
					>
						<Field name="reason" kind="textarea" maxLength={1000} width="full" required />
						<div className="task-buttons">
							<SubmitButton>{inviting.inviteMake}</SubmitButton>
							<Link className="ds-button" data-variant="tertiary" to={page}>
								{uiText[language].cancel}
							</Link>
						</div>
					</TaskForm>
				</>
			)}
		</div>
	);
}
