import { Fragment } from "react";
import { data, Form, Link } from "react-router";
import { saying } from "../../../../forms/text.ts";
import { jobPath } from "../../../../job/service.server.ts";
import { formatMoment, formatNumber } from "../../../../language.ts";
import { done } from "../../../../outcome.ts";
import { redirect } from "../../../../redirect.server.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { roundToRun } from "../../round/service.server.ts";
import { perStudent } from "../effort.ts";
import { isOver, previewPublication } from "../preview.server.ts";
import { requestPublication } from "../publication.server.ts";
import { readPublications } from "../published.server.ts";
import { askSites } from "../tell.server.ts";
import { publishText } from "../text.ts";
import type { Route } from "./+types/round-publish";
import { effortText } from "./effort.text.ts";
import { publishPagesText } from "./publish.text.ts";
import { reconsiderText } from "./reconsider.text.ts";

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
			publishPagesText[language].reminded(count, withoutAddress),
		);
	}
	const outcome = await commanding((work) => requestPublication(work, params.roundId));
	if (outcome.refused) return data({ refusals: outcome.refused, given: {} }, 422);
	return redirect(jobPath(outcome.done.jobId));
}

type Data = Route.ComponentProps["loaderData"];

export default function RoundPublish({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = publishPagesText[language];
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
						<Changes preview={preview} />
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
									{preview.overbooked.map(({ siteId, name, planned, most }) => (
										<li key={siteId}>
											{text.overbookedLine(name, formatNumber(language, planned), formatNumber(language, most))}
										</li>
									))}
								</ul>
							</Alert>
						) : changesNothing(loaderData) ? null : (
							<TaskForm refused={actionData} say={saying(language, publishText[language].refusals)}>
								<SubmitButton>{text.publish}</SubmitButton>
							</TaskForm>
						)}
					</>
				)}
			</Section>
			<ToReplan loaderData={loaderData} />
			{publications.length > 0 && <Answers loaderData={loaderData} />}
			{publications.length > 0 && <Share loaderData={loaderData} />}
			{publications.length > 0 && <Effort loaderData={loaderData} />}
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
	const text = publishPagesText[useLanguage()];
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

function Changes({ preview }: { readonly preview: NonNullable<Data["preview"]> }) {
	const language = useLanguage();
	const { changes } = publishPagesText[language];
	const counts = { ...preview.changes, unplaced: preview.unplaced, withdrawn: preview.withdrawn, ended: preview.ended };
	const shown = (["added", "changed", "removed", "kept", "unplaced", "withdrawn", "ended"] as const).filter(
		(key) => counts[key] > 0 || key === "added",
	);
	return (
		<ul className="figures">
			{shown.map((key) => (
				<li key={key}>
					<strong>{formatNumber(language, counts[key])}</strong> {changes[key]}
				</li>
			))}
		</ul>
	);
}

function Effort({ loaderData: { effort, isDemo } }: { readonly loaderData: Data }) {
	const language = useLanguage();
	const text = effortText[language];
	const { here, own, spent, usual, placed, days } = effort;
	const each = (count: number) => {
		const found = perStudent(count, placed);
		return found === null ? "–" : formatNumber(language, found);
	};
	const all = (sum: { readonly messages: number; readonly touches: number }) =>
		formatNumber(language, sum.messages + sum.touches);
	const rows = [
		{ key: "here", who: text.here, ...here },
		{ key: "own", who: text.own, ...own },
		{ key: "usual", who: text.usual, ...usual },
	];
	return (
		<Section title={text.title} lead={text.lead(formatNumber(language, placed))}>
			<Table
				caption={`${text.title}: ${text.way}`}
				hideCaption
				rows={rows}
				rowKey={(row) => row.key}
				columns={[
					{ key: "who", label: text.way, cell: (row) => row.who },
					{
						key: "messages",
						label: text.messages,
						cell: (row) => text.of(each(row.messages), formatNumber(language, row.messages)),
						numeric: true,
					},
					{
						key: "touches",
						label: text.touches,
						cell: (row) => text.of(each(row.touches), formatNumber(language, row.touches)),
						numeric: true,
					},
				]}
			/>
			{days.value !== null && (
				<p>
					{text.days(
						formatNumber(language, Math.round((10 * days.value) / 24) / 10),
						formatNumber(language, days.denominator),
						formatNumber(language, days.population),
					)}
				</p>
			)}
			{here.organisations > 0 && (
				<p>
					{text.shared(
						formatNumber(language, here.organisations),
						formatNumber(language, Math.round(here.messages / here.organisations)),
						formatNumber(language, Math.round(here.touches / here.organisations)),
					)}{" "}
					{text.sources(all(spent.round), all(spent.capacity), all(spent.request))}
				</p>
			)}
			<p className="quiet">{isDemo ? `${text.demo} ${text.assumptions}` : text.assumptions}</p>
		</Section>
	);
}

/** The two lists everybody sends by e-mail, and whom nobody could write to. */
function Share({ loaderData: { unreached, roundId, mails } }: { readonly loaderData: Data }) {
	const text = publishPagesText[useLanguage()];
	const { sites, students } = unreached;
	const shown = sites.slice(0, 10);
	const waitingFor = (waiting: string) => new URLSearchParams({ round: roundId, waiting });
	return (
		<Section title={text.shareTitle} lead={text.shareLead}>
			<p className="row">
				<a className="ds-button" data-variant="secondary" href={`/placement/placements-by-site.xlsx?round=${roundId}`}>
					{text.bySite}
				</a>
				<a
					className="ds-button"
					data-variant="secondary"
					href={`/placement/placements-by-student.xlsx?round=${roundId}`}
				>
					{text.byStudent}
				</a>
			</p>
			{sites.length + students > 0 && (
				<Alert tone="warning" title={mails ? text.unreached : text.noMail}>
					{sites.length > 0 && (
						<p>
							{mails ? text.unreachedSites(sites.length) : text.noMailSites}{" "}
							{shown.map(({ id, name, own, placementId }, at) => (
								<Fragment key={id}>
									{at > 0 && ", "}
									{own || !mails ? (
										<Link
											className="ds-link"
											to={mails ? `/placement/sites/${id}/edit` : `/placement/placements/${placementId}/link`}
										>
											{name}
										</Link>
									) : (
										name
									)}
								</Fragment>
							))}
							{sites.length > shown.length && (
								<>
									{" "}
									<Link className="ds-link" to={`/placement/placements?${waitingFor("host")}`}>
										{text.unreachedMore(sites.length - shown.length)}
									</Link>
								</>
							)}
						</p>
					)}
					{students > 0 && (
						<p>
							<Link className="ds-link" to={`/placement/placements?${waitingFor("student")}`}>
								{(mails ? text.unreachedStudents : text.noMailStudents)(students)}
							</Link>
						</p>
					)}
					{mails && <p>{text.unreachedWay}</p>}
				</Alert>
			)}
		</Section>
	);
}

function Answers({ loaderData: { answers, roundId, mails } }: { readonly loaderData: Data }) {
	const language = useLanguage();
	const text = publishPagesText[language];
	const number = (value: number) => formatNumber(language, value);
	const of = (value: number) => text.of(number(value), number(answers.standing));
	return (
		<Section title={text.answersTitle}>
			<ul className="figures">
				<li>
					<strong>{of(answers.confirmed)}</strong> {text.answers.confirmed}
				</li>
				<li>
					<strong>{of(answers.accepted)}</strong> {text.answers.accepted}
				</li>
				<li>
					<strong>{number(answers.declined)}</strong> {text.answers.declined}
				</li>
				<li>
					<strong>{number(answers.reconsider)}</strong>{" "}
					{answers.reconsider === 0 ? (
						text.answers.reconsider
					) : (
						<Link
							className="ds-link"
							to={`/placement/placements?${new URLSearchParams({ round: roundId, waiting: "reconsider" })}`}
						>
							{text.answers.reconsider}
						</Link>
					)}
				</li>
			</ul>
			<p>
				<Link className="ds-link" to={`/placement/placements?round=${roundId}`}>
					{text.seeAll}
				</Link>
			</p>
			{mails && (
				<Form method="post">
					<SubmitButton variant="secondary" name="deed" value="remind">
						{text.remindSites}
					</SubmitButton>
				</Form>
			)}
		</Section>
	);
}
