import { data } from "react-router";
import { parseForm } from "../../../../forms/parse.ts";
import { linkVisit } from "../../../../identity/link-visit.server.ts";
import { houseText } from "../../../../text.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { missing, redirectWithToast } from "../../../../visit.server.ts";
import { Documents } from "../../document/pages/Documents.tsx";
import { shownDocuments } from "../../document/pages/shown.server.ts";
import { inputFacts } from "../contract.ts";
import { isShownToAll, standingOf, takesInput } from "../rules.ts";
import { giveInput, inputPurpose, openHearingLink, readObject, sayNoRemarks } from "../service.server.ts";
import type { Route } from "./+types/link-hearing";
import { hearingContentText } from "./content.text.ts";
import { GiveInput } from "./GiveInput.tsx";
import { HearingContent } from "./HearingContent.tsx";
import { HearingStands } from "./HearingStands.tsx";
import { hearingPagesText } from "./hearing.text.ts";
import { Inputs } from "./Inputs.tsx";
import { inputsText } from "./inputs.text.ts";
import { leadOf } from "./told.ts";

/** A hearing for somebody invited without an account: read it, give input, and afterwards read the answer. */
export async function loader({ context, params }: Route.LoaderArgs) {
	const { visit, reading } = await linkVisit(context, params.token, inputPurpose);
	return reading(async (work) => {
		const { whole, inviteeId } = (await openHearingLink(work)).done ?? missing();
		const { hearing, holderName, object, invitees, inputs } = whole;
		const own = invitees.find(({ id }) => id === inviteeId) ?? missing();
		return {
			...{ hearing, holderName, objectTitle: object?.title ?? null },
			written: await readObject(work, hearing, visit.language),
			...(await shownDocuments(work, { of: "hearing", hearingId: hearing.id })),
			fileAt: `/link/${encodeURIComponent(params.token)}/documents`,
			standing: standingOf(hearing, work.today),
			open: takesInput(hearing, work.today),
			all: isShownToAll(hearing),
			own: { id: own.id, name: own.name, role: own.role, saidNone: own.noRemarksAt !== null },
			invitees: invitees.map(({ id, name, role }) => ({ id, name, role })),
			inputs,
		};
	});
}

export async function action({ context, params, request }: Route.ActionArgs) {
	const { visit, actor, commanding } = await linkVisit(context, params.token, inputPurpose);
	const text = inputsText[visit.language];
	const here = `/link/${encodeURIComponent(params.token)}/hearing`;
	const form = await request.formData();
	if (form.get("deed") === "none") {
		const outcome = await commanding((work) => sayNoRemarks(work, actor.objectId));
		if (outcome.refused) return data({ refusals: outcome.refused, given: {} }, 422);
		return redirectWithToast(here, text.saidNone);
	}
	const parsed = parseForm(inputFacts, form);
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => giveInput(work, actor.objectId, parsed.values.body));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(here, text.givenByLink);
}

export default function LinkHearing({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = hearingPagesText[language];
	const inputWords = inputsText[language];
	const { hearing, holderName, own, inputs, invitees, open, all } = loaderData;
	const mine = inputs.filter(({ inviteeId }) => inviteeId === own.id);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(hearing.title)}</title>
			<PageHeader
				title={hearing.title}
				lead={leadOf(language, hearing, holderName)}
				tags={<HearingStands standing={loaderData.standing} tag />}
				secondary={
					open &&
					loaderData.written !== null && (
						<a className="ds-button" data-variant="secondary" href="#give">
							{hearingContentText[language].toInput}
						</a>
					)
				}
			/>
			{hearing.withdrawnBecause !== null && (
				<Alert tone="warning">{text.withdrawnBecause(hearing.withdrawnBecause)}</Alert>
			)}
			{loaderData.standing === "to-answer" && <Alert tone="info">{inputWords.over}</Alert>}
			{(mine.length > 0 || all) && (
				<Section title={all ? inputWords.inputs : inputWords.ownInputs}>
					<Inputs
						inputs={all ? inputs : mine}
						invitees={all ? invitees : []}
						showsReplies={hearing.state === "answered"}
					/>
				</Section>
			)}
			<HearingContent {...{ hearing, written: loaderData.written }} objectTitle={loaderData.objectTitle} />
			<Documents documents={loaderData.documents} fileAt={loaderData.fileAt} />
			{open && (
				<GiveInput id="give" invitee={own} again={mine.length > 0} showsAll={hearing.showsAll} refused={actionData} />
			)}
		</div>
	);
}
