import { data } from "react-router";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import type { Refusal } from "../../../../outcome.ts";
import { houseText } from "../../../../text.ts";
import { Field } from "../../../../ui/Field.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { uiText } from "../../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { mandateOf, organisationChoices } from "../../../organisation/service.server.ts";
import { themes } from "../../codes.ts";
import { linesFor, PartyLines, partyLabels } from "../../pages/PartyLines.tsx";
import { readPartyLines } from "../../party-lines.server.ts";
import { agreementRefusalText } from "../../refusals.text.ts";
import { mayKeepAgreements } from "../../rules.ts";
import { agreementText } from "../../text.ts";
import { newInvitation } from "../contract.ts";
import { invitationsText } from "../invitations.text.ts";
import { isBroker } from "../rules.ts";
import { invite } from "../service.server.ts";
import type { Route } from "./+types/invitation-new";

/** A broker invites parties. `?party=` and `?theme=` (several) choose beforehand. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, reading, url } = representing(context, request);
	return reading(async (work) => {
		if (!mayKeepAgreements(await mandateOf(work)) || !isBroker(actor.organisationKind ?? "")) missing();
		const parties = await organisationChoices(work);
		const chosen = url.searchParams
			.getAll("party")
			.flatMap((id) => parties.find(({ value }) => value === id)?.label ?? []);
		return {
			parties,
			chosen: chosen.length,
			values: {
				...Object.fromEntries(chosen.map((label, index) => [`parties.${index}`, label])),
				themes: themes.filter((theme) => url.searchParams.getAll("theme").includes(theme)),
			},
		};
	});
}

export async function action({ context, request }: Route.ActionArgs) {
	const { language, reading, commanding } = representing(context, request);
	const form = await request.formData();
	const parsed = parseForm(
		newInvitation.omit({ partyIds: true }).extend({ message: newInvitation.shape.message.nullable() }),
		form,
	);
	const { partyIds, lines, ...named } = readPartyLines(form, await reading(organisationChoices));
	const refusals: Refusal[] = [...(parsed.refusals ?? []), ...named.refusals];
	const given = { ...parsed.given, ...named.given };
	if (named.addsLines) return data({ refusals: [], given, lines });
	if (named.refusals.length === 0 && partyIds.length < 2)
		refusals.push({ code: "needs-two-parties", field: `parties.${partyIds.length}` });
	if (refusals.length > 0 || !parsed.values) return data({ refusals, given, lines }, 422);
	const values = { ...parsed.values, message: parsed.values.message ?? "", partyIds: [...partyIds] };
	const outcome = await commanding((work) => invite(work, values));
	if (outcome.refused) {
		if (outcome.refused[0]?.code === "not-allowed") missing();
		const there = named
			.placed(outcome.refused)
			.map((one) => (one.field === "partyIds" ? { ...one, field: "parties.0" } : one));
		return data({ refusals: there, given, lines }, 422);
	}
	return redirectWithToast(
		`/agreements/invitations/${outcome.done.id}`,
		invitationsText[language].sent(outcome.done.told),
	);
}

export default function InvitationNew({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = invitationsText[language];
	const words = agreementText[language];
	const refusalWords = agreementRefusalText[language];
	const { parties, chosen, values } = loaderData;
	const lines = actionData?.lines ?? linesFor(chosen);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.new)}</title>
			<PageHeader
				title={text.new}
				lead={text.newLead}
				trail={[
					{ to: "/agreements", label: words.title },
					{ to: "/agreements/invitations", label: text.title },
				]}
			/>
			<TaskForm
				refused={actionData}
				values={values}
				labels={{ ...partyLabels(language, lines), themes: text.fields.themes, message: text.fields.message }}
				say={saying(language, { ...refusalWords.refusals, ...text.refusals })}
			>
				<PartyLines
					legend={text.fields.parties}
					hint={text.partyHint}
					lines={lines}
					choices={parties}
					submit={text.send}
				/>
				<Field
					name="themes"
					kind="checkboxes"
					required
					choices={themes.filter((one) => one !== "other").map((one) => ({ value: one, label: words.themes[one] }))}
				/>
				<Field name="message" kind="textarea" maxLength={2000} width="full" />
				<div className="task-buttons">
					<SubmitButton name="do" value="create">
						{text.send}
					</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to="/agreements/invitations">
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}
