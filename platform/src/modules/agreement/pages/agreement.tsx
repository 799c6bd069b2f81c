import { Form, Outlet } from "react-router";
import { formatDate, type Language } from "../../../language.ts";
import { redirect } from "../../../redirect.server.ts";
import { houseText } from "../../../text.ts";
import { Link } from "../../../ui/Link.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { Tabs } from "../../../ui/Tabs.tsx";
import { missing, representing } from "../../../visit.server.ts";
import type { Standing } from "../codes.ts";
import { resultsText } from "../follow/results.text.ts";
import { followText } from "../follow/text.ts";
import { type NextStep, nextStepOf } from "../next.ts";
import { isInside } from "../open.server.ts";
import { mayKeepAgreements, maySign, standingOf } from "../rules.ts";
import { listVersions, openAgreement } from "../service.server.ts";
import { agreementText } from "../text.ts";
import { daysInWords, inOneSentence } from "../words.ts";
import type { Route } from "./+types/agreement";
import "./agreement.css";
import { agreementPagesText } from "./agreement.text.ts";
import { StandingOf } from "./StandingOf.tsx";

/** The frame round one agreement: what it is, how it stands, what to do next, and its tabs. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const opened = await openAgreement(work, params.agreementId, null);
		if (opened.refused) missing();
		const { agreement, can, parties, organisationId, asker } = opened.done;
		if (!isInside(organisationId, opened.done)) throw redirect(`/agreements/published/${agreement.id}`);
		const standing = standingOf(agreement, work.today);
		const { changedSince } = await listVersions(work, opened.done);
		const { id, title, kind, level, version, firstDay, lastDay, endedOn, followedById } = agreement;
		return {
			...{ id, title, kind, level, version, firstDay, lastDay, endedOn, followedById, can, standing, changedSince },
			// What was promised is followed up from when all have signed.
			isMade: agreement.state === "signed",
			// Whoever keeps agreements may ask those whom one concerns, until it is behind them.
			mayHear: mayKeepAgreements(asker) && agreement.state !== "withdrawn",
			next: nextStepOf({
				...{ agreement, parties, can, organisationId, changedSince },
				...{ maySign: maySign(asker), isToRenew: standing === "to-renew" },
			}),
		};
	});
}

export default function AgreementFrame({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = agreementPagesText[language];
	const words = agreementText[language];
	const { id, title, kind, level, standing, can, next } = loaderData;
	const here = `/agreements/${id}`;
	const following = followText[language];
	const tabs = [
		{ to: here, label: text.theText },
		...(standing === "draft" ? [] : [{ to: `${here}/negotiation`, label: text.negotiation }]),
		...(can.follow && loaderData.isMade
			? [
					{ to: `${here}/delivered`, label: following.tab },
					{ to: `${here}/results`, label: resultsText[language].tab },
				]
			: []),
		{ to: `${here}/history`, label: text.history },
	];
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader
				title={title}
				lead={
					<>
						{words.kinds[kind]}, {words.levels[level].toLocaleLowerCase("nb")}. {sayStanding(language, loaderData)}
					</>
				}
				trail={[{ to: "/agreements", label: words.title }]}
				tags={<StandingOf standing={standing} tag />}
				action={<NextAction here={here} next={next} version={loaderData.version} />}
				secondary={
					<>
						<a className="ds-button" data-variant="secondary" href={`${here}.pdf`} download>
							{text.pdf}
						</a>
						{loaderData.mayHear && (
							<Link className="ds-button" data-variant="tertiary" to={`/hearings/new?kind=agreement&id=${id}`}>
								{text.hear}
							</Link>
						)}
					</>
				}
			/>
			<Tabs label={text.parts} tabs={tabs} />
			<Outlet />
		</div>
	);
}

function NextAction(props: { readonly here: string; readonly next: NextStep; readonly version: number }) {
	const text = agreementPagesText[useLanguage()];
	const { here, next, version } = props;
	const { kind } = next;
	// Whoever said no themselves knows why.
	const isOwnNo = kind === "declined" && next.waitingFor.length === 0;
	if (kind === "wait" || kind === "none" || isOwnNo) return null;
	if (kind === "open-for-signing")
		return (
			<Form method="post" action={`${here}/open-for-signing`}>
				<input type="hidden" name="version" value={version} />
				<button type="submit" className="ds-button">
					{text.next[kind]}
				</button>
			</Form>
		);
	const to = {
		...{
			"put-forward": "put-forward",
			"put-forward-again": "put-forward",
			answer: "negotiation",
			declined: "negotiation",
			sign: "sign",
		},
		...{ "leader-signs": "negotiation", renew: "copy?follows=1" },
	}[kind];
	return (
		<Link className="ds-button" to={`${here}/${to}`}>
			{text.next[kind]}
		</Link>
	);
}

type Said = {
	readonly standing: Standing;
	readonly next: NextStep;
	readonly changedSince: boolean;
	readonly firstDay: string | null;
	readonly lastDay: string | null;
	readonly endedOn: string | null;
	readonly followedById: string | null;
};

/** How an agreement stands, and what it waits for, in a sentence. */
function sayStanding(language: Language, said: Said): string {
	const { said: text } = agreementPagesText[language];
	const { standing, next } = said;
	const names = inOneSentence(language, next.waitingFor);
	switch (standing) {
		case "draft":
			return text.draft;
		case "negotiating":
			if (said.changedSince) return text.changed;
			if (next.kind === "answer") return text.answer;
			if (next.kind === "declined") return next.waitingFor.length > 0 ? text.declined(names) : text.declinedByUs;
			return next.waitingFor.length > 0 ? text.waitsForApproval(names) : text.approved;
		case "signing":
			if (next.kind === "sign") return text.sign;
			return next.kind === "leader-signs" ? text.leaderSigns : text.waitsForSignature(names);
		case "to-renew":
			if (said.followedById !== null) return text.followed;
			return text.renew(formatDate(language, said.lastDay ?? ""));
		case "run-out":
			return text.ended(formatDate(language, said.lastDay ?? ""));
		case "ended":
			return text.ended(formatDate(language, said.endedOn ?? said.lastDay ?? ""));
		case "withdrawn":
			return text.withdrawn;
		default:
			return text.holds(daysInWords(language, { ...said, lastDay: said.endedOn ?? said.lastDay }) ?? "");
	}
}
