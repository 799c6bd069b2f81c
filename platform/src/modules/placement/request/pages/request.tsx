import { data, Form, Link } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { formatNumber } from "../../../../language.ts";
import type { Refusal } from "../../../../outcome.ts";
import { houseText } from "../../../../text.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { CopyButton } from "../../../../ui/CopyButton.tsx";
import { Details } from "../../../../ui/Details.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { readVocabulary } from "../../../organisation/service.server.ts";
import { capacityText } from "../../capacity/text.ts";
import { standingOf } from "../rules.ts";
import {
	followHost,
	makeRequestLink,
	readRequest,
	remindRequest,
	sendRequests,
	takeInAnswer,
	withdrawRequest,
} from "../service.server.ts";
import { requestText } from "../text.ts";
import type { Route } from "./+types/request";
import { AnswerGiven } from "./AnswerGiven.tsx";
import { requestAnswerText } from "./answer.text.ts";
import { RequestFacts } from "./RequestFacts.tsx";
import { Sending } from "./Sending.tsx";
import { StandingOf } from "./StandingOf.tsx";
import { sendingText } from "./sending.text.ts";

/** One order, for both sides. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading, language, house } = representing(context, request);
	return reading(async (work) => {
		const page = (await readRequest(work, params.requestId)) ?? missing();
		const { settings } = await readVocabulary(work);
		return {
			page,
			mails: house.configuration.mail.smtpUrl !== undefined,
			standing: standingOf(page.request, work.today),
			settings: page.request.settings.map((code) => settings.find((one) => one.code === code)?.name[language] ?? code),
		};
	});
}

const deeds = z.object({
	deed: z.enum(["send", "remind", "withdraw", "link", "follow", "takeIn"]),
	version: z.int(),
	email: z.email().max(320).nullable(),
});

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, house, commanding } = representing(context, request);
	const answers = requestAnswerText[language];
	const parsed = parseForm(deeds, await request.formData());
	if (parsed.refusals) return data({ ...parsed, link: null }, 422);
	const { given } = parsed;
	const { deed, version, email } = parsed.values;
	const telling = { mails: house.configuration.mail.smtpUrl !== undefined, language, email };
	const { requestId } = params;
	const here = `/placement/requests/${requestId}`;
	const back = (refusals: readonly Refusal[]) => data({ refusals, given, link: null }, 422);
	switch (deed) {
		case "send": {
			const { sent, silent } = requestText[language];
			const outcome = await commanding((work) => sendRequests(work, [requestId], telling));
			if (outcome.refused) return back(outcome.refused);
			return redirectWithToast(here, outcome.done.silent > 0 ? `${sent} ${silent}` : sent);
		}
		case "remind": {
			const outcome = await commanding((work) => remindRequest(work, requestId, telling));
			if (outcome.refused) return back(outcome.refused);
			return redirectWithToast(here, sendingText[language].reminded[outcome.done.way]);
		}
		case "withdraw": {
			const outcome = await commanding((work) => withdrawRequest(work, requestId, version));
			if (outcome.refused) return back(outcome.refused);
			return outcome.done.removed
				? redirectWithToast("/placement/requests", answers.removed)
				: redirectWithToast(here, answers.withdrawn);
		}
		case "follow": {
			const outcome = await commanding((work) => followHost(work, requestId, version, { ...telling, email: null }));
			if (outcome.refused) return back(outcome.refused);
			return redirectWithToast(here, answers.followed);
		}
		case "takeIn": {
			const outcome = await commanding((work) => takeInAnswer(work, requestId, version));
			if (outcome.refused) return back(outcome.refused);
			return redirectWithToast(here, answers.takenIn(formatNumber(language, outcome.done.places)));
		}
		case "link": {
			// The link is in this answer only, so there is no redirect.
			const outcome = await commanding((work) => makeRequestLink(work, requestId, language, email));
			if (outcome.refused) return back(outcome.refused);
			return data({ refusals: [], given, link: new URL(outcome.done.path, house.configuration.url).href }, 201);
		}
	}
}

export default function RequestPageView({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = requestText[language];
	const answers = requestAnswerText[language];
	const { page, standing, settings, mails } = loaderData;
	const { request, answer, can, heirs } = page;
	const here = `/placement/requests/${request.id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(request.courseName)}</title>
			<PageHeader
				title={request.courseName}
				trail={[{ to: "/placement/requests", label: text.title }]}
				tags={<StandingOf standing={standing} />}
				action={
					<>
						{can.send && page.addresses === null && <Deed deed="send" label={text.send} version={request.version} />}
						{can.answer && (
							<Link
								className="ds-button"
								data-variant={can.asHost && request.state === "sent" ? "primary" : "secondary"}
								to={`${here}/answer`}
							>
								{request.state === "answered"
									? answers.changeAnswer
									: can.asHost
										? answers.answerNow
										: answers.answerFor}
							</Link>
						)}
					</>
				}
				secondary={
					<>
						{can.change && (
							<Link className="ds-button" data-variant="secondary" to={`${here}/edit`}>
								{text.edit}
							</Link>
						)}
						{can.makeLink && page.addresses === null && (
							<Deed deed="link" label={answers.makeLink} version={request.version} quiet />
						)}
					</>
				}
			/>
			{actionData && actionData.refusals.length > 0 && page.addresses === null && (
				<Alert tone="danger">
					{actionData.refusals
						.map(saying(language, { ...capacityText[language].refusals, ...text.refusals }))
						.join(" ")}
				</Alert>
			)}
			{actionData?.link && (
				<div role="status">
					<Alert tone="success" title={answers.linkMade}>
						<p>{answers.linkOnce}</p>
						<CopyButton value={actionData.link} label={answers.copy} />
					</Alert>
				</div>
			)}
			{heirs.length > 0 && (
				<Alert tone="warning">
					<p>{answers.heirs(request.hostName, heirs.map(({ name }) => name).join(", "))}</p>
					{can.withdraw && <Deed deed="follow" label={answers.follow} version={request.version} />}
				</Alert>
			)}
			<Section title={text.about}>
				<RequestFacts request={request} settings={settings} />
			</Section>
			<Sending
				page={page}
				mails={mails}
				refused={actionData && actionData.refusals.length > 0 ? actionData : undefined}
			/>
			<AnswerGiven request={request} answer={answer} />
			{can.takeIn && (
				<Alert tone="info">
					<p>{answers.takeInBody}</p>
					<Deed deed="takeIn" label={answers.takeIn} version={request.version} />
				</Alert>
			)}
			{can.withdraw && (
				<Details summary={request.state === "draft" ? answers.removeDraft : answers.withdraw}>
					{request.state !== "draft" && <p className="ds-paragraph">{answers.withdrawBody}</p>}
					<Deed
						deed="withdraw"
						label={request.state === "draft" ? answers.removeDraft : answers.withdraw}
						version={request.version}
						dangerous
					/>
				</Details>
			)}
		</div>
	);
}

function Deed(props: {
	readonly deed: string;
	readonly label: string;
	readonly version: number;
	readonly quiet?: boolean;
	readonly dangerous?: boolean;
}) {
	return (
		<Form method="post">
			<input type="hidden" name="version" value={props.version} />
			<button
				type="submit"
				className="ds-button"
				data-variant={props.quiet ? "tertiary" : "primary"}
				data-color={props.dangerous ? "danger" : undefined}
				name="deed"
				value={props.deed}
			>
				{props.label}
			</button>
		</Form>
	);
}
