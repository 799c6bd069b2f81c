import { data } from "react-router";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { involvedRoles } from "../../../../involvement/rules.ts";
import { involvementText } from "../../../../involvement/text.ts";
import { houseText } from "../../../../text.ts";
import { findNamed } from "../../../../ui/choice.ts";
import { Field } from "../../../../ui/Field.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { uiText } from "../../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { organisationChoices } from "../../../organisation/service.server.ts";
import { inviteeFacts } from "../contract.ts";
import { addInvitee, openToKeep } from "../service.server.ts";
import { hearingText } from "../text.ts";
import type { Route } from "./+types/invitee-new";
import { hearingPagesText } from "./hearing.text.ts";
import { inviteesText } from "./invitees.text.ts";

/** Somebody to hear: in what role, and where they are reached. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const { hearing } = (await openToKeep(work, params.hearingId)).done ?? missing();
		if (hearing.state !== "draft" && hearing.state !== "open") missing();
		return { hearing: { id: hearing.id, title: hearing.title }, organisations: await organisationChoices(work) };
	});
}

const typed = inviteeFacts.omit({ partyId: true });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, reading, commanding } = representing(context, request);
	const form = await request.formData();
	const parsed = parseForm(typed, form);
	const named = String(form.get("partyId") ?? "").trim();
	const given = { ...parsed.given, partyId: named };
	const partyId = named === "" ? null : findNamed(await reading(organisationChoices), named)?.value;
	const unknown = partyId === undefined ? [{ code: "organisation-unknown", field: "partyId" }] : [];
	if (parsed.refusals || partyId === undefined)
		return data({ refusals: [...(parsed.refusals ?? []), ...unknown], given }, 422);
	const outcome = await commanding((work) => addInvitee(work, params.hearingId, { ...parsed.values, partyId }));
	if (outcome.refused) return data({ refusals: outcome.refused, given }, 422);
	return redirectWithToast(`/hearings/${params.hearingId}`, hearingPagesText[language].saved);
}

export default function InviteeNew({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = hearingPagesText[language];
	const inviteeWords = inviteesText[language];
	const words = hearingText[language];
	const { hearing, organisations } = loaderData;
	const here = `/hearings/${hearing.id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(inviteeWords.addInvitee)}</title>
			<PageHeader
				title={inviteeWords.addInvitee}
				trail={[
					{ to: "/arenas/hearings", label: words.title },
					{ to: here, label: hearing.title },
				]}
			/>
			<TaskForm refused={actionData} labels={text.fields} say={saying(language, words.refusals)}>
				<Field
					name="role"
					kind="select"
					required
					choices={involvedRoles.map((one) => ({ value: one, label: involvementText[language].role[one] }))}
				/>
				<Field name="name" maxLength={200} autoComplete="off" required />
				<Field name="email" kind="email" maxLength={320} autoComplete="off" hint={text.hints.email} />
				<Field name="partyId" kind="lookup" choices={organisations} width="full" hint={text.hints.partyId} />
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
