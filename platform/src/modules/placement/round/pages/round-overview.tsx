import { Link } from "react-router";
import { formatDate, formatNumber, type Language } from "../../../../language.ts";
import { Facts } from "../../../../ui/Facts.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Card, Section } from "../../../../ui/Section.tsx";
import { missing, representing } from "../../../../visit.server.ts";
import { listLost } from "../../publish/lost.store.server.ts";
import { listPublications } from "../../publish/publication.store.server.ts";
import { countToTakeIn } from "../../request/service.server.ts";
import { findNeedsWaiting } from "../../roster/adaptation.server.ts";
import { checkedRound } from "../checked.server.ts";
import { nameLacking } from "../lacking.server.ts";
import { readRound } from "../service.server.ts";
import type { Route } from "./+types/round-overview";
import { OrderOfChoice } from "./OrderOfChoice.tsx";
import { RoundChecks } from "./RoundChecks.tsx";
import { roundPagesText } from "./round.text.ts";

/** A round with more students is checked when somebody asks for it: it takes some seconds. */
const checkedAtOnce = 5000;

/** Where a round stands, what to do next, and what would block or weaken a run. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { actor, reading, house, url } = representing(context, request);
	const page = (await reading((work) => readRound(work, params.roundId))) ?? missing();
	const [latest] = page.can.run ? await reading((work) => listPublications(work, page.round)) : [];
	const { round, periods, hosts, otherHosts, runs, can } = page;
	const { rules, seed, ...facts } = round;
	const claims = periods.reduce((sum, period) => sum + ((period.included && period.claims) || 0), 0);
	const waits = can.run && claims > checkedAtOnce && url.searchParams.get("check") === null;
	const checks = can.run && !waits ? await checkedRound(house.database, actor.organisationId, round) : null;
	return {
		// Of a round others run one knows of one's own students alone, and a host of none.
		counts: periods.some((period) => period.included && period.claims !== null) || can.run,
		...{ round: facts, rules, seed, can, runs: runs.length, claims, waits },
		checks,
		lacking: await reading((work) => nameLacking(work, checks?.withoutAgreement ?? null)),
		lost: page.can.run
			? ((await reading((work) => listLost(work, round.organisationId, round.id)))[0]?.students ?? 0)
			: 0,
		needs: await reading((work) => findNeedsWaiting(work, round.id)),
		// Publishing again is the next step only where another run has been chosen since.
		upToDate: latest !== undefined && latest.runId === round.chosenRunId,
		outside: {
			inAnswers: can.run ? (await reading(countToTakeIn)).places : 0,
			hosts: otherHosts.length,
			places: otherHosts.reduce((sum, host) => sum + host.places, 0),
		},
		withWishes: periods.reduce((sum, period) => sum + ((period.included && period.withWishes) || 0), 0),
		places: hosts.reduce((sum, host) => sum + host.places, 0),
	};
}

type Data = Route.ComponentProps["loaderData"];

export default function RoundOverview({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = roundPagesText[language];
	const { round, claims, places, withWishes, can, checks, counts } = loaderData;
	const next = nextOf(loaderData, language);
	return (
		<>
			<ul className="figures">
				{counts && <Figure value={claims} label={can.run ? text.counts.claims : text.counts.ownClaims} />}
				<Figure value={places} label={text.counts.places} />
				{counts && round.wishesUntil !== null && <Figure value={withWishes} label={text.counts.withWishes} />}
			</ul>
			{can.run && (
				<Card tinted>
					<h2 className="ds-heading" data-size="xs">
						{text.next}
					</h2>
					<p>
						<Link className="ds-button" to={next.to}>
							{next.label}
						</Link>
					</p>
				</Card>
			)}
			{checks && (
				<RoundChecks
					checks={checks}
					round={round}
					wishes={round.wishesUntil !== null}
					needs={loaderData.needs}
					outside={loaderData.outside}
					lacking={loaderData.lacking}
				/>
			)}
			{loaderData.waits && (
				<Section title={text.checks} lead={text.checksLater}>
					<p>
						<Link className="ds-button" data-variant="secondary" to="?check">
							{text.checksDo}
						</Link>
					</p>
				</Section>
			)}
			<Section title={text.overview}>
				<Facts
					facts={[
						{
							label: text.facts.days,
							value: `${formatDate(language, round.firstDay)} – ${formatDate(language, round.lastDay)}`,
						},
						{ label: text.facts.wishes, value: wishesOf(loaderData, language) },
						{ label: text.facts.confirmBy, value: round.confirmBy && formatDate(language, round.confirmBy) },
						{
							label: text.facts.published,
							value: round.publishedAt === null ? text.notPublished : formatDate(language, round.publishedAt),
						},
					]}
				/>
			</Section>
			<OrderOfChoice rules={loaderData.rules} seed={loaderData.seed} />
		</>
	);
}

function Figure({ value, label }: { readonly value: number; readonly label: string }) {
	return (
		<li>
			<strong>{formatNumber(useLanguage(), value)}</strong> {label}
		</li>
	);
}

function wishesOf({ round }: Data, language: Language): string {
	const text = roundPagesText[language];
	if (round.wishesUntil === null) return text.wishesNone;
	const until = formatDate(language, round.wishesUntil);
	return round.wishesFrom === null
		? text.untilOnly(until, round.wishesMost)
		: text.wishesWhen(formatDate(language, round.wishesFrom), until, round.wishesMost);
}

/** The one thing to do now. */
function nextOf(
	{ round, claims, places, runs, upToDate, lost }: Data,
	language: Language,
): { to: string; label: string } {
	const text = roundPagesText[language];
	const base = `/placement/rounds/${round.id}`;
	if (claims === 0 || places === 0) return { to: `${base}/scope`, label: text.nextScope };
	if (upToDate && lost > 0) return { to: `${base}/publish`, label: text.nextLost(lost) };
	if (round.chosenRunId !== null)
		return { to: `${base}/publish`, label: upToDate ? text.nextFollow : text.nextPublish };
	if (runs > 0) return { to: `${base}/runs`, label: text.nextChoose };
	return { to: `${base}/runs`, label: round.state === "wishes" ? text.nextWishes : text.nextRun };
}
