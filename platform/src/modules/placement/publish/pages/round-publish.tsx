import { Link } from "react-router";
import { formatMoment, formatNumber } from "../../../../language.ts";
import { done } from "../../../../outcome.ts";
import { redirect } from "../../../../redirect.server.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { roundToRun } from "../../round/service.server.ts";
import { isOver, previewPublication } from "../preview.server.ts";
import { readPublications } from "../published.server.ts";
import { askSites } from "../tell.server.ts";
import type { Route } from "./+types/round-publish";
import { RoundAnswers, ShareRound } from "./RoundAnswers.tsx";
import { RoundEffort } from "./RoundEffort.tsx";
import { reconsiderText } from "./reconsider.text.ts";
import { roundPublishText } from "./round-publish.text.ts";

/** What publishing would change, the publications there are, and how sites and students have answered. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading, house, url } = representing(context, request);
	const telling = { mails: house.configuration.mail.smtpUrl !== undefined };
	const published = await reading(async (work) => {
		const found = await roundToRun(work, params.roundId, null);
		if (found.refused) missing();
		return { ...(await readPublications(work, found.done, telling)), isOver: isOver(found.done, work.today) };
	});
	return {
		roundId: params.roundId,
		...telling,
		isDemo: house.configuration.demo,
		preview:
			(await previewPublication(reading, house.database, params.roundId, url.searchParams.get("check") !== null)) ??
			null,
		...published,
	};
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding, house } = representing(context, request);
	const telling = { mails: house.configuration.mail.smtpUrl !== undefined };
	const form = await request.formData();
	if (form.get("deed") === "remind") {
		const asked = await commanding(async (work) => {
			const found = await roundToRun(work, params.roundId, null);
			return found.refused ? found : done(await askSites(work, found.done, {}, telling));
		});
		if (asked.refused) missing();
		const { asked: count, withoutAddress } = asked.done;
		return redirectWithToast(
			`/placement/rounds/${params.roundId}/publish`,
			roundPublishText[language].reminded(count, withoutAddress),
		);
	}
	// Nobody publishes past the summary.
	return redirect(`/placement/rounds/${params.roundId}/publish/confirm`);
}

type Data = Route.ComponentProps["loaderData"];

export default function RoundPublish({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = roundPublishText[language];
	const { preview, publications, roundId } = loaderData;
	return (
		<>
			<Section title={text.publishTitle}>
				{loaderData.isOver ? (
					<p>{text.over}</p>
				) : preview === null ? (
					<EmptyState title={text.publishNone} action={{ to: `/placement/rounds/${roundId}/runs`, label: text.toRuns }}>
						{text.publishNoneBody}
					</EmptyState>
				) : (
					<>
						{changesNothing(loaderData) ? (
							<Standing preview={preview} roundId={roundId} />
						) : (
							<p>{(loaderData.mails ? text.publishLead : text.publishLeadNoMail)(preview.run.name)}</p>
						)}
						<Changes preview={preview} stands={changesNothing(loaderData)} />
						{!preview.judged && (
							<p>
								<Link className="ds-link" to="?check">
									{text.checkRoom}
								</Link>
							</p>
						)}
						{preview.overbooked.length > 0 ? (
							<Alert tone="warning" title={text.overbooked}>
								<ul>
									{preview.overbooked.map(({ siteId, name, planned, most, promisedTo }) => (
										<li key={siteId}>
											{text.overbookedLine(name, formatNumber(language, planned), formatNumber(language, most))}
											{promisedTo !== null && ` ${text.promisedTo(promisedTo)}`}
										</li>
									))}
								</ul>
							</Alert>
						) : changesNothing(loaderData) ? null : (
							<p>
								<Link className="ds-button" to={`/placement/rounds/${roundId}/publish/confirm`}>
									{text.seeAndPublish}
								</Link>
							</p>
						)}
					</>
				)}
			</Section>
			<ToReplan loaderData={loaderData} />
			{publications.length > 0 && <RoundAnswers loaderData={loaderData} />}
			{publications.length > 0 && <ShareRound loaderData={loaderData} />}
			{publications.length > 0 && <RoundEffort loaderData={loaderData} />}
			{publications.length > 0 && (
				<Section title={text.history}>
					<Table
						caption={`${text.history} (${publications.length})`}
						hideCaption
						rows={publications}
						rowKey={(row) => String(row.number)}
						columns={[
							{ key: "number", label: text.historyColumns.number, cell: (row) => row.number },
							{ key: "when", label: text.historyColumns.when, cell: (row) => formatMoment(language, row.publishedAt) },
							{ key: "by", label: text.historyColumns.by, cell: (row) => row.publishedBy },
							{ key: "run", label: text.historyColumns.run, cell: (row) => row.runName },
							{
								key: "changes",
								label: text.historyColumns.changes,
								cell: ({ changes }) =>
									text.changesLine(
										formatNumber(language, changes.added),
										formatNumber(language, changes.changed),
										formatNumber(language, changes.removed),
									),
							},
						]}
					/>
				</Section>
			)}
		</>
	);
}

const replannedShown = 10;

/** Students who have been granted another place than they have. */
function ToReplan({ loaderData: { toReplan, roundId } }: { readonly loaderData: Data }) {
	const text = reconsiderText[useLanguage()];
	if (toReplan.length === 0) return null;
	return (
		<Section title={text.openTitle(toReplan.length)} lead={text.openLead}>
			<ul>
				{toReplan.slice(0, replannedShown).map(({ id, studentName, siteName }) => (
					<li key={id}>
						<Link className="ds-link" to={`/placement/placements/${id}`}>
							{studentName}
						</Link>{" "}
						({siteName})
					</li>
				))}
			</ul>
			{toReplan.length > replannedShown && (
				<p>
					<Link
						className="ds-link"
						to={`/placement/placements?${new URLSearchParams({ round: roundId, waiting: "replan" })}`}
					>
						{text.more(toReplan.length)}
					</Link>
				</p>
			)}
		</Section>
	);
}

/** Whether the chosen run is what holds already. */
function changesNothing({ preview, publications }: Data): boolean {
	if (preview === null || publications.length === 0) return false;
	const { added, changed, removed } = preview.changes;
	return added + changed + removed === 0;
}

/** What is published already; and the way on, where somebody has no place by it any more. */
function Standing({ preview, roundId }: { readonly preview: NonNullable<Data["preview"]>; readonly roundId: string }) {
	const text = roundPublishText[useLanguage()];
	const lost = preview.ended + preview.withdrawn;
	if (lost === 0) return <p>{text.upToDate}</p>;
	return (
		<>
			<p>{text.lostSince(lost)}</p>
			<p className="row">
				<Link className="ds-button" to={`/placement/rounds/${roundId}/runs`}>
					{text.toRuns}
				</Link>
				<Link className="ds-button" data-variant="secondary" to={`/placement/rounds/${roundId}/rules`}>
					{text.toRules}
				</Link>
			</p>
		</>
	);
}

function Changes({
	preview,
	stands,
}: {
	readonly preview: NonNullable<Data["preview"]>;
	/** Published as it is: then nobody's place is new, and nobody is about to keep one. */
	readonly stands: boolean;
}) {
	const language = useLanguage();
	const { changes } = roundPublishText[language];
	const counts = { ...preview.changes, unplaced: preview.unplaced, withdrawn: preview.withdrawn, ended: preview.ended };
	const shown = (["added", "changed", "removed", "kept", "unplaced", "withdrawn", "ended"] as const).filter(
		(key) => counts[key] > 0 || (key === "added" && !stands),
	);
	const wordOf = (key: (typeof shown)[number]) => {
		if (stands && key === "kept") return changes.keptStanding;
		return stands && key === "unplaced" ? changes.unplacedStanding : changes[key];
	};
	return (
		<ul className="figures">
			{shown.map((key) => (
				<li key={key}>
					<strong>{formatNumber(language, counts[key])}</strong> {wordOf(key)}
				</li>
			))}
		</ul>
	);
}
