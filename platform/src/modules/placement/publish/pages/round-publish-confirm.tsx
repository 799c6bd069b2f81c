import { data } from "react-router";
import { saying } from "../../../../forms/text.ts";
import { jobPath } from "../../../../job/service.server.ts";
import { formatDate } from "../../../../language.ts";
import { redirect } from "../../../../redirect.server.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { ConfirmForm } from "../../../../ui/ConfirmForm.tsx";
import { Facts } from "../../../../ui/Facts.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { missing, representing } from "../../../../visit.server.ts";
import { nameLacking } from "../../round/lacking.server.ts";
import { checkText } from "../../round/pages/check.text.ts";
import { LackingPairs } from "../../round/pages/LackingPairs.tsx";
import type { Ways } from "../preview.store.server.ts";
import { requestPublication } from "../publication.server.ts";
import { summarizePublication } from "../summary.server.ts";
import { publishText } from "../text.ts";
import type { Route } from "./+types/round-publish-confirm";
import { publishConfirmText } from "./publish-confirm.text.ts";

/** The last look before a plan is published: whom it reaches and how, and what is not as it should be. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading, house } = representing(context, request);
	const telling = { mails: house.configuration.mail.smtpUrl !== undefined };
	const summary = (await summarizePublication(reading, house.database, params.roundId, telling)) ?? missing();
	const { judged, ...rest } = summary;
	// What cannot be published is said on the page before this one.
	if (judged.overbooked.length > 0) throw redirect(`/placement/rounds/${params.roundId}/publish`);
	const { changes, unplaced } = judged;
	const lackingPairs = await reading((work) => nameLacking(work, rest.lacking));
	return { roundId: params.roundId, changes, unplaced, ...rest, lackingPairs };
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { commanding } = representing(context, request);
	const outcome = await commanding((work) => requestPublication(work, params.roundId));
	if (outcome.refused?.some(({ code }) => code === "missing")) missing();
	if (outcome.refused) return data({ refusals: outcome.refused, given: {} }, 422);
	return redirect(jobPath(outcome.done.jobId));
}

export default function RoundPublishConfirm({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = publishConfirmText[language];
	const { roundId, run, told } = loaderData;
	const here = `/placement/rounds/${roundId}/publish`;
	return (
		<Section title={text.title(run.name)} lead={text.lead}>
			<Facts
				facts={[
					{
						label: text.students,
						value: (
							<Reached ways={told.students} say={{ account: text.account, mail: text.mail, nobody: text.nobody }} />
						),
					},
					{
						label: text.sites,
						value: (
							<Reached
								ways={told.sites}
								say={{ account: text.siteMail, mail: text.siteMail, nobody: text.siteNobody }}
							/>
						),
					},
				]}
			/>
			<Flags loaderData={loaderData} />
			<ConfirmForm
				action={`${here}/confirm`}
				submit={text.publish}
				cancelTo={here}
				refused={actionData}
				say={saying(language, publishText[language].refusals)}
			>
				{null}
			</ConfirmForm>
		</Section>
	);
}

function Reached({
	ways,
	say,
}: {
	readonly ways: Ways;
	readonly say: Readonly<Record<keyof Ways, (many: number) => string>>;
}) {
	const text = publishConfirmText[useLanguage()];
	const lines = (["account", "mail", "nobody"] as const).flatMap((way) => (ways[way] > 0 ? [say[way](ways[way])] : []));
	if (lines.length === 0) return text.none;
	return (
		<ul className="plain-list">
			{lines.map((line) => (
				<li key={line}>{line}</li>
			))}
		</ul>
	);
}

/** What somebody may want to put right first. */
function Flags({ loaderData }: { readonly loaderData: Route.ComponentProps["loaderData"] }) {
	const language = useLanguage();
	const text = publishConfirmText[language];
	const { roundId, run, changes, unplaced, wishesUntil, lacking, needs } = loaderData;
	const base = `/placement/rounds/${roundId}`;
	const flags = [
		...(changes.removed > 0 ? [{ key: "removed", line: text.removed(changes.removed), to: null }] : []),
		...(unplaced > 0
			? [{ key: "unplaced", line: text.unplaced(unplaced), to: `${base}/runs/${run.id}/unplaced` }]
			: []),
		...(wishesUntil === null
			? []
			: [{ key: "wishes", line: text.wishes(formatDate(language, wishesUntil)), to: `${base}/edit` }]),
		...(lacking === null ? [] : [{ key: "lacking", line: text.lacking(lacking.places, lacking.hosts), to: null }]),
		...(needs.students > 0
			? [{ key: "needs", line: checkText[language].needsWaiting(needs.students), to: needs.path }]
			: []),
	];
	if (flags.length === 0) return null;
	return (
		<Alert tone="warning" title={text.look}>
			<ul>
				{flags.map(({ key, line, to }) => (
					<li key={key}>
						{to === null ? (
							line
						) : (
							<Link className="ds-link" to={to}>
								{line}
							</Link>
						)}
						{key === "lacking" && <LackingPairs lacking={loaderData.lackingPairs} counts="students" />}
					</li>
				))}
			</ul>
		</Alert>
	);
}
