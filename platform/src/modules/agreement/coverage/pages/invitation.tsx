import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { formatDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Facts } from "../../../../ui/Facts.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { agreementRefusalText } from "../../refusals.text.ts";
import { agreementText } from "../../text.ts";
import { nameOfTheme } from "../../words.ts";
import { invitationsText } from "../invitations.text.ts";
import { readInvitation, takeUp } from "../service.server.ts";
import type { Route } from "./+types/invitation";

/** One invitation: who is invited to what, and for those invited the way to take it up. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { actor, reading } = representing(context, request);
	const invitation = (await reading((work) => readInvitation(work, params.invitationId))) ?? missing();
	const invited = invitation.parties.some(({ id }) => id === actor.organisationId);
	return {
		invitation,
		canTake: invited && invitation.takenBy === null,
		isOwn: invitation.takenBy === actor.organisationId,
	};
}

const taking = z.object({ title: z.string().trim().min(1).max(200) });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(taking, await request.formData());
	if (parsed.refusals) return data({ refusals: parsed.refusals, given: parsed.given }, 422);
	const outcome = await commanding((work) => takeUp(work, params.invitationId, parsed.values.title));
	if (outcome.refused) {
		if (outcome.refused[0]?.code === "missing") missing();
		return data({ refusals: outcome.refused, given: parsed.given }, 422);
	}
	return redirectWithToast(`/agreements/${outcome.done.agreementId}`, invitationsText[language].taken);
}

export default function InvitationPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = invitationsText[language];
	const words = agreementText[language];
	const refusalWords = agreementRefusalText[language];
	const { invitation, canTake, isOwn } = loaderData;
	const title = text.one(invitation.brokerName);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader
				title={title}
				trail={[
					{ to: "/agreements", label: words.title },
					{ to: "/agreements/invitations", label: text.title },
				]}
			/>
			<Facts
				facts={[
					{ label: text.fields.parties, value: invitation.parties.map(({ name }) => name).join(", ") },
					{ label: text.fields.themes, value: invitation.themes.map((one) => nameOfTheme(language, one)).join(", ") },
					{ label: text.fields.message, value: invitation.message },
					{ label: text.at, value: formatDate(language, invitation.madeAt), source: invitation.madeBy },
					{
						label: text.takenBy,
						value:
							invitation.takenByName === null
								? text.notTaken
								: [invitation.takenByName, invitation.takenAt && formatDate(language, invitation.takenAt)]
										.filter(Boolean)
										.join(", "),
					},
				]}
			/>
			{isOwn && invitation.agreementId !== null && (
				<p>
					<Link className="ds-button" to={`/agreements/${invitation.agreementId}`}>
						{text.toDraft}
					</Link>
				</p>
			)}
			{canTake && (
				<Section title={text.take} lead={text.takeLead}>
					<TaskForm
						refused={actionData}
						labels={{ title: text.titleField }}
						values={{ title: text.suggested }}
						say={saying(language, { ...refusalWords.refusals, ...text.refusals })}
					>
						<Field name="title" maxLength={200} width="full" required />
						<SubmitButton>{text.take}</SubmitButton>
					</TaskForm>
				</Section>
			)}
		</div>
	);
}
