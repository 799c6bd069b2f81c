import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { system } from "../../../../identity/actor.ts";
import { involvementText } from "../../../../involvement/text.ts";
import { formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { CopyButton } from "../../../../ui/CopyButton.tsx";
import { Facts } from "../../../../ui/Facts.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { Documents } from "../../document/pages/Documents.tsx";
import { shownDocuments } from "../../document/pages/shown.server.ts";
import { inputFacts } from "../contract.ts";
import { hasSaid, refuseClosing, standingOf, takesInput } from "../rules.ts";
import {
	giveInput,
	makeInputLink,
	openHearing,
	readInvolvement,
	readObject,
	removeInvitee,
	sayNoRemarks,
	sendHearing,
} from "../service.server.ts";
import { hearingText } from "../text.ts";
import type { Route } from "./+types/hearing";
import { hearingDeedsText } from "./deeds.text.ts";
import { NextDeed, OtherDeeds } from "./deeds.tsx";
import { GiveInput } from "./GiveInput.tsx";
import { HearingContent } from "./HearingContent.tsx";
import { HearingStands } from "./HearingStands.tsx";
import { hearingPagesText } from "./hearing.text.ts";
import { Inputs } from "./Inputs.tsx";
import { Invitees } from "./Invitees.tsx";
import { Involved } from "./Involved.tsx";
import { inputsText } from "./inputs.text.ts";
import { inviteesText } from "./invitees.text.ts";
import { leadOf, shownTo } from "./told.ts";
import { WriteFor } from "./WriteFor.tsx";

/** One hearing: for those who keep it, who is asked and what they said; for those invited, where they say it. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { language, reading } = representing(context, request);
	return reading(async (work) => {
		const opened = (await openHearing(work, params.hearingId)).done ?? missing();
		const { hearing, holderName, object, invitees, inputs, can } = opened;
		return {
			...{ hearing, holderName, object, inputs, can },
			standing: standingOf(hearing, work.today),
			open: takesInput(hearing, work.today),
			written: await readObject(work, hearing, language),
			documents: await shownDocuments(work, { of: "hearing", hearingId: hearing.id }),
			mayClose: refuseClosing(opened, work.today).length === 0,
			isAllAnswered: inputs.every(({ reply }) => reply !== null),
			invitees: invitees.map((one) => ({
				...{ id: one.id, name: one.name, role: one.role, partyName: one.partyName, email: one.email },
				...{ sent: one.invitedAt !== null, saidNone: one.noRemarksAt !== null, said: hasSaid(one, inputs) },
				inputs: inputs.filter(({ inviteeId }) => inviteeId === one.id).length,
			})),
			involved: can.keep ? await readInvolvement(work, opened) : [],
		};
	});
}

const deeds = z.object({
	deed: z.enum(["send", "link", "remove", "give", "none"]),
	version: z.int().optional(),
	inviteeId: z.string().optional(),
});

export async function action({ context, request, params }: Route.ActionArgs) {
	const { house, actor, language, reading, commanding } = representing(context, request);
	const text = hearingPagesText[language];
	const inputWords = inputsText[language];
	const form = await request.formData();
	const parsed = parseForm(deeds, form);
	if (parsed.refusals) return data({ at: "", refusals: parsed.refusals, given: {}, link: null }, 422);
	const { deed, version = 0, inviteeId = "" } = parsed.values;
	const { hearingId } = params;
	const here = `/hearings/${hearingId}`;
	if (deed === "link") {
		// The link is in this answer only, so there is no redirect.
		const outcome = await commanding((work) => makeInputLink(work, hearingId, inviteeId));
		if (outcome.refused) return data({ at: "", refusals: outcome.refused, given: {}, link: null }, 422);
		const { path, name } = outcome.done;
		const link = { url: new URL(path, house.configuration.url).href, name };
		return data({ at: "", refusals: [], given: {}, link }, 201);
	}
	if (deed === "send") {
		const mails = house.configuration.mail.smtpUrl !== undefined;
		const outcome = await commanding((work) => sendHearing(work, hearingId, version, { mails, language }));
		if (outcome.refused) return data({ at: "", refusals: outcome.refused, given: {}, link: null }, 422);
		const { told, mailed, silent } = outcome.done;
		return redirectWithToast(here, text.sent(told + mailed, silent));
	}
	if (deed === "remove") {
		const outcome = await commanding((work) => removeInvitee(work, hearingId, inviteeId));
		if (outcome.refused) return data({ at: "", refusals: outcome.refused, given: {}, link: null }, 422);
		return redirectWithToast(here, text.saved);
	}
	const { hearing, can } = (await reading((work) => openHearing(work, hearingId))).done ?? missing();
	// Whoever is invited writes in the holder's name, and the log says who it was: the hearing is the holder's alone.
	const isOwn = can.own.includes(inviteeId);
	const giver = { personId: actor.personId, name: actor.name };
	const giving: typeof commanding = isOwn
		? (work) => house.database.commanding(system("hearing input", hearing.organisationId), work)
		: commanding;
	const by = isOwn ? giver : undefined;
	const at = isOwn ? inviteeId : "others";
	if (deed === "none") {
		const outcome = await giving((work) => sayNoRemarks(work, inviteeId, by));
		if (outcome.refused) return data({ at, refusals: outcome.refused, given: {}, link: null }, 422);
		return redirectWithToast(here, inputWords.saidNone);
	}
	const said = parseForm(inputFacts, form);
	const given = { ...said.given, inviteeId };
	if (said.refusals) return data({ at, refusals: said.refusals, given, link: null }, 422);
	const outcome = await giving((work) => giveInput(work, inviteeId, said.values.body, by));
	if (outcome.refused) return data({ at, refusals: outcome.refused, given, link: null }, 422);
	return redirectWithToast(here, isOwn ? inputWords.given : text.saved);
}

export default function HearingPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = hearingPagesText[language];
	const inputWords = inputsText[language];
	const inviteeWords = inviteesText[language];
	const words = hearingText[language];
	const { hearing, holderName, object, inputs, invitees, can, standing, open } = loaderData;
	const here = `/hearings/${hearing.id}`;
	const own = invitees.filter(({ id }) => can.own.includes(id));
	const keeps = can.keep && hearing.state !== "draft";
	const refusedAt = (id: string) => (actionData?.at === id ? actionData : undefined);
	const isElsewhere = actionData && actionData.refusals.length > 0 && actionData.at === "";
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(hearing.title)}</title>
			<PageHeader
				title={hearing.title}
				lead={leadOf(language, hearing, holderName)}
				trail={[{ to: "/arenas/hearings", label: words.title }]}
				tags={<HearingStands standing={standing} tag />}
				action={can.keep && <NextDeed {...{ hearing, invitees, here }} mayClose={loaderData.mayClose} />}
				secondary={can.keep && <OtherDeeds {...{ hearing, here }} />}
			/>
			{isElsewhere && (
				<Alert tone="danger">{actionData.refusals.map(saying(language, words.refusals)).join(" ")}</Alert>
			)}
			{actionData?.link && (
				<div role="status">
					<Alert tone="success" title={text.linkMade(actionData.link.name)}>
						<p>{text.linkOnce}</p>
						<CopyButton value={actionData.link.url} label={text.copy} />
					</Alert>
				</div>
			)}
			{hearing.withdrawnBecause !== null && (
				<Alert tone="warning">{text.withdrawnBecause(hearing.withdrawnBecause)}</Alert>
			)}
			{standing === "to-answer" && !can.keep && <Alert tone="info">{inputWords.over}</Alert>}
			{can.keep && <Invitees {...{ invitees, hearing, here }} />}
			{keeps && (
				<Section title={inputWords.inputs} id="inputs">
					<Inputs
						inputs={inputs}
						invitees={invitees}
						showsReplies
						replyAt={hearing.state === "open" ? `${here}/inputs` : undefined}
					/>
					{hearing.state === "open" && !loaderData.mayClose && (
						<p className="ds-paragraph quiet">{hearingDeedsText[language].closeWhen}</p>
					)}
					{open && invitees.some(({ sent }) => sent) && (
						<WriteFor
							invitees={invitees.filter(({ sent, id }) => sent && !can.own.includes(id))}
							refused={refusedAt("others")}
						/>
					)}
				</Section>
			)}
			{!can.keep && inputs.length > 0 && (
				<Section title={can.seeAll ? inputWords.inputs : inputWords.ownInputs} id="inputs">
					<Inputs inputs={inputs} invitees={invitees} showsReplies={hearing.state === "answered"} />
				</Section>
			)}
			<HearingContent
				{...{ hearing, written: loaderData.written }}
				objectTitle={object?.title ?? null}
				objectPath={object?.path ?? null}
			/>
			<Documents {...loaderData.documents} fileAt="/documents" />
			{open &&
				own.map((invitee) => (
					<GiveInput
						key={invitee.id}
						invitee={invitee}
						again={invitee.inputs > 0}
						showsAll={hearing.showsAll}
						refused={refusedAt(invitee.id)}
					/>
				))}
			{keeps && <Involved roles={loaderData.involved} settled={hearing.settledOn !== null} />}
			<Section title={text.facts}>
				<Facts
					facts={[
						{ label: text.fields.lastDay, value: formatShortDate(language, hearing.lastDay) },
						{ label: text.phase, value: involvementText[language].phase[hearing.phase] },
						{
							label: text.opened,
							value: hearing.openedOn === null ? inviteeWords.notSent : formatShortDate(language, hearing.openedOn),
						},
						...(hearing.settledOn === null
							? []
							: [{ label: text.settled, value: formatShortDate(language, hearing.settledOn) }]),
						{ label: inputWords.inputs, value: shownTo(language, hearing) },
					]}
				/>
			</Section>
		</div>
	);
}
