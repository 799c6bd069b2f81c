import { data } from "react-router";
import { AnswersView } from "../../../../forms/AnswersView.tsx";
import { namesIn } from "../../../../forms/pages/answer-names.ts";
import { shownAnswers } from "../../../../forms/pages/answering.server.ts";
import { openAnswer } from "../../../../forms/stored/answer.server.ts";
import { formatMoment, formatNumber, formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { Facts } from "../../../../ui/Facts.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { missing, representing } from "../../../../visit.server.ts";
import { LineSums, LinesTable } from "../../apply/pages/LinesTable.tsx";
import { yearsOf } from "../../apply/rules.ts";
import { applyText } from "../../apply/text.ts";
import { TrackRecord } from "../../report/pages/TrackRecord.tsx";
import { openReceived, readTrackRecord } from "../../service.server.ts";
import { fundingText } from "../../text.ts";
import { stateOf } from "../rules.ts";
import { assessText } from "../text.ts";
import type { Route } from "./+types/received-one";
import { Assessing } from "./Assessing.tsx";
import { Deciding } from "./Deciding.tsx";
import { receivedDeed } from "./received-deeds.server.ts";
import { StateOf } from "./StateOf.tsx";

/** One application as it was sent, with what those who assess give it, the decision and the appeal. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const opened = (await openReceived(work, params.callId, params.applicationId)).done ?? missing();
		const { answerId } = opened.received;
		const answer = answerId === null ? undefined : (await openAnswer(work, answerId)).done;
		return {
			...{ ...opened, id: params.applicationId, years: yearsOf(opened.bound, work.today) },
			shown: answer ? await shownAnswers(work, answer) : null,
			carried: await readTrackRecord(work, opened.received.applicantId),
		};
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const visit = representing(context, request);
	const { callId, applicationId } = params;
	return data(await receivedDeed(visit, callId, applicationId, await request.formData()), 422);
}

export type Loaded = Route.ComponentProps["loaderData"];
export type Refused = Route.ComponentProps["actionData"];

export default function ReceivedOne({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = assessText[language];
	const { call, content, received, bound, years, shown, decision, appeal } = loaderData;
	const sent = received.content;
	const state = stateOf({
		...{ withdrawn: received.withdrawn, decided: Boolean(decision?.decidedAt), outcome: decision?.outcome ?? null },
		...{ eligible: decision?.eligible ?? null, appealed: appeal ? (appeal.outcome ?? "waiting") : null },
	});
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(sent.applicant)}</title>
			<PageHeader
				title={sent.applicant}
				lead={text.sent(
					received.reference,
					formatNumber(language, received.number),
					formatMoment(language, received.sentAt),
				)}
				trail={[
					{ to: "/funding/own", label: fundingText[language].own },
					{ to: `/funding/calls/${call.id}`, label: content.title },
					{ to: `/funding/calls/${call.id}/applications`, label: text.title },
				]}
				tags={<StateOf state={state} />}
			/>
			{received.withdrawnReason !== null && (
				<Alert tone="danger">{applyText[language].withdrawnBecause(received.withdrawnReason)}</Alert>
			)}
			{sent.parties.length > 1 && (
				<Section title={applyText[language].partiesTitle}>
					<Facts facts={sent.parties.map(({ name, part }) => ({ label: name, value: part }))} />
				</Section>
			)}
			<Section title={applyText[language].linesTitle}>
				<div className="stack application-lines">
					<LinesTable lines={sent.lines} categories={bound.categories} parties={sent.parties} />
					<LineSums lines={sent.lines} years={years} />
				</div>
			</Section>
			{sent.facts.length > 0 && (
				<Section title={applyText[language].facts}>
					<Facts
						facts={sent.facts.map(({ label, value, source, asOf }) => ({
							...{ label, value },
							source: [source, asOf && applyText[language].asOf(formatShortDate(language, asOf))]
								.filter(Boolean)
								.join(", "),
						}))}
					/>
				</Section>
			)}
			{shown && (
				<Section title={applyText[language].answers}>
					<AnswersView
						definition={shown.definition}
						values={shown.answers.values}
						names={namesIn(shown)}
						filesAt={`/forms/answers/${shown.answer.id}/take/file`}
					/>
				</Section>
			)}
			<TrackRecord carried={loaderData.carried} isOwn={false} />
			<Assessing loaderData={loaderData} refused={actionData} />
			<Deciding loaderData={loaderData} refused={actionData} />
		</div>
	);
}
