import { data, Form, Link } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../forms/parse.ts";
import { saying } from "../../../forms/text.ts";
import { formatDate, type Language } from "../../../language.ts";
import { mailTo } from "../../../notice/service.server.ts";
import { houseText } from "../../../text.ts";
import { Alert } from "../../../ui/Alert.tsx";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import { Facts } from "../../../ui/Facts.tsx";
import { Field } from "../../../ui/Field.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../ui/TaskForm.tsx";
import { uiText } from "../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../visit.server.ts";
import { peopleText } from "../people/text.ts";
import { invitationDays, invitePerson, readInvitation, withdrawInvitation } from "../service.server.ts";
import { roleName } from "../text.ts";
import type { Route } from "./+types/person-invite";
import { placeLine } from "./contact-line.ts";
import { invitationText } from "./invitation.text.ts";
import { peoplePagesText } from "./people.text.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { actor, reading } = representing(context, request);
	const found = (await reading((work) => readInvitation(work, params.membershipId))) ?? missing();
	return { ...found, organisation: actor.organisationName ?? "", days: invitationDays };
}

const invitation = z.object({ reason: z.string().min(1).max(1000) });

/** Makes an invitation and shows its link this once, or takes one back. The link is in this answer only, so there is no redirect. */
export async function action({ context, request, params }: Route.ActionArgs) {
	const { actor, house, language, commanding } = representing(context, request);
	const form = await request.formData();
	if (form.has("withdraw")) {
		const taken = await commanding((work) => withdrawInvitation(work, params.membershipId));
		if (taken.refused) missing();
		return redirectWithToast(`/people/${params.membershipId}`, invitationText[language].withdrawn);
	}
	const parsed = parseForm(invitation, form);
	if (parsed.refusals) return data({ refused: parsed, made: null }, 422);
	const { url, mail } = house.configuration;
	const isMailed = mail.smtpUrl !== undefined;
	const outcome = await commanding(async (work) => {
		const invited = await invitePerson(work, params.membershipId, parsed.values);
		if (invited.done && isMailed)
			await mailTo(work, letterOf(language, actor.organisationName ?? "", { ...invited.done, ...parsed.values }));
		return invited;
	});
	if (outcome.refused) {
		if (outcome.refused[0]?.code === "missing") missing();
		return data({ refused: { refusals: outcome.refused, given: parsed.given }, made: null }, 422);
	}
	const link = new URL(outcome.done.path, url).href;
	return data({ refused: undefined, made: { link, reason: parsed.values.reason, isMailed } }, 201);
}

/** The same as a mail, where this installation sends mail. */
function letterOf(
	language: Language,
	organisation: string,
	{ email, path, reason }: { readonly email: string; readonly path: string; readonly reason: string },
) {
	const invitationWords = invitationText[language];
	return {
		...{ recipient: email, language, subject: invitationWords.inviteSubject(organisation) },
		body: `${reason}\n\n[${invitationWords.inviteOpenLink}](${path})`,
	};
}

export default function PersonInvite({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = peoplePagesText[language];
	const invitationWords = invitationText[language];
	const { membership, open, organisation, days } = loaderData;
	const page = `/people/${membership.id}`;
	const title = invitationWords.inviteTitle(membership.name);
	const role = roleName(language, membership.role);
	const made = actionData?.made;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader
				title={title}
				lead={invitationWords.inviteLead(days)}
				trail={[
					{ to: "/people", label: text.title },
					{ to: page, label: membership.name },
				]}
			/>
			{made ? (
				<Made made={made} email={membership.email ?? ""} organisation={organisation} page={page} />
			) : (
				<>
					{open !== null && (
						<Alert tone="warning">
							<p>{invitationWords.inviteOpen(open.askerName, formatDate(language, open.createdAt))}</p>
							<Form method="post">
								<button type="submit" className="ds-button" data-variant="secondary" name="withdraw" value="1">
									{invitationWords.withdraw}
								</button>
							</Form>
						</Alert>
					)}
					<Facts
						facts={[
							{ label: invitationWords.invitationTo, value: membership.email },
							{
								label: invitationWords.offers,
								value: `${role}, ${placeLine(membership.unitName, language)}`,
							},
						]}
					/>
					<TaskForm
						refused={actionData?.refused}
						values={{
							reason: invitationWords.reasonSuggested(
								role.toLocaleLowerCase("nb"),
								membership.unitName ?? organisation,
							),
						}}
						say={saying(language, peopleText[language].refusals)}
					>
						<Field name="reason" kind="textarea" label={invitationWords.reason} maxLength={1000} required />
						<div className="task-buttons">
							<SubmitButton>{invitationWords.inviteMake}</SubmitButton>
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

/** The link, this once, and ways to send it. */
function Made(props: {
	readonly made: { readonly link: string; readonly reason: string; readonly isMailed: boolean };
	readonly email: string;
	readonly organisation: string;
	readonly page: string;
}) {
	const invitationWords = invitationText[useLanguage()];
	const { made, email } = props;
	const letter = new URLSearchParams({
		subject: invitationWords.inviteSubject(props.organisation),
		body: `${made.reason}\n\n${made.link}\n`,
	});
	return (
		<div role="status" className="stack">
			<Alert tone="success" title={invitationWords.inviteMade}>
				<p>{made.isMailed ? invitationWords.inviteMailed(email) : invitationWords.inviteOnce(email)}</p>
				<CopyButton value={made.link} label={invitationWords.inviteCopy} />
			</Alert>
			<div className="row">
				{/* Mail programs read + as a plus, not as a space. */}
				<a
					className="ds-button"
					data-variant={made.isMailed ? "secondary" : "primary"}
					href={`mailto:${email}?${letter.toString().replaceAll("+", "%20")}`}
				>
					{invitationWords.inviteWrite}
				</a>
				<Link className="ds-button" data-variant="tertiary" to={props.page}>
					{invitationWords.inviteBack}
				</Link>
			</div>
		</div>
	);
}
