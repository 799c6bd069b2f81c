import { useEffect } from "react";
import { data, Link, useRevalidator } from "react-router";
import { formatMoment } from "../../language.ts";
import { redirect } from "../../redirect.server.ts";
import { houseText } from "../../text.ts";
import { Alert } from "../../ui/Alert.tsx";
import { Facts } from "../../ui/Facts.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Progress } from "../../ui/Progress.tsx";
import { SubmitButton } from "../../ui/SubmitButton.tsx";
import { TaskForm } from "../../ui/TaskForm.tsx";
import { missing, redirectWithToast, signedIn } from "../../visit.server.ts";
import { isOver, maySeeJob } from "../rules.ts";
import { cancelJob } from "../service.server.ts";
import { findJobRow } from "../store.server.ts";
import { jobText } from "../text.ts";
import { type JobView, viewJob } from "../view.server.ts";
import type { Route } from "./+types/job";
import { StateTag } from "./StateTag.tsx";

/** Whoever has just asked for the job (`follow`) goes on to the result when there is one. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
	const { actor, language, reading, url } = signedIn(context, request);
	const { stored, now } = await reading(async (work) => ({ stored: await findJobRow(work, params.id), now: work.now }));
	if (!stored || !maySeeJob(actor, stored)) missing();
	const job = viewJob(actor, language, stored, now);
	if (job.link !== null && url.searchParams.has("follow")) throw redirect(job.link);
	return { job, still: url.searchParams.has("still") };
}

export async function action({ context, params, request }: Route.ActionArgs) {
	const { language, commanding } = signedIn(context, request);
	const outcome = await commanding((work) => cancelJob(work, params.id));
	if (outcome.refused?.some((refusal) => refusal.code === "job-missing")) missing();
	if (outcome.refused) return data({ refusals: outcome.refused, given: {} }, 422);
	return redirectWithToast(`/jobs/${params.id}`, jobText[language].cancelling);
}

export default function Job({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = jobText[language];
	const { job, still } = loaderData;
	const underWay = !isOver(job.state);
	useMoves(job.id, underWay);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(job.title)}</title>
			<PageHeader
				title={job.title}
				trail={[{ to: "/jobs", label: text.title }]}
				tags={<StateTag state={job.state} />}
			/>
			{actionData && (
				<Alert tone="warning">
					<p role="alert">{text.over}</p>
				</Alert>
			)}
			{underWay && <UnderWay job={job} />}
			{underWay && <RefreshWithoutScript id={job.id} still={still} />}
			<Ending job={job} />
			{job.can.cancel && !job.cancelling && (
				<TaskForm>
					<SubmitButton variant="secondary" color="danger">
						{text.cancel}
					</SubmitButton>
				</TaskForm>
			)}
			<Facts
				facts={[
					{ label: text.asked, value: formatMoment(language, job.createdAt) },
					...(job.startedAt ? [{ label: text.started, value: formatMoment(language, job.startedAt) }] : []),
					...(job.finishedAt ? [{ label: text.ended, value: formatMoment(language, job.finishedAt) }] : []),
					...(job.attempt > 1 ? [{ label: text.attempt, value: job.attempt }] : []),
				]}
			/>
		</div>
	);
}

function UnderWay({ job }: { readonly job: JobView }) {
	const language = useLanguage();
	const text = jobText[language];
	const { done, of, step } = job.progress;
	const note = job.cancelling ? text.cancelling : step;
	if (job.state === "waiting")
		return (
			<p className="ds-paragraph">
				{job.fault !== null && job.nextAttemptAt !== null
					? text.again(formatMoment(language, job.nextAttemptAt))
					: text.waiting}
			</p>
		);
	return <Progress label={text.progress} {...(of > 0 ? { done, total: of } : {})} {...(note ? { note } : {})} />;
}

function Ending({ job }: { readonly job: JobView }) {
	const text = jobText[useLanguage()];
	if (job.state === "done")
		return (
			<Alert tone="success" title={text.doneBody}>
				{job.link !== null && (
					<Link className="ds-button" to={job.link}>
						{text.result}
					</Link>
				)}
			</Alert>
		);
	const again = job.back !== null && (
		<Link className="ds-button" to={job.back}>
			{text.tryAgain}
		</Link>
	);
	if (job.state === "cancelled") return <Alert title={text.cancelledBody}>{again}</Alert>;
	if (job.state !== "failed") return null;
	if (job.refusals.length > 0)
		return (
			<Alert tone="warning" title={text.refusedTitle}>
				<ul>
					{job.refusals.map((refusal) => (
						<li key={refusal}>{refusal}</li>
					))}
				</ul>
				<p>{text.refusedBody}</p>
				{again}
			</Alert>
		);
	return (
		<Alert tone="danger" title={text.failedTitle}>
			<p>{text.failedBody}</p>
			{job.fault !== null && (
				<p className="quiet">
					{text.fault}: {job.fault}
				</p>
			)}
			{again}
		</Alert>
	);
}

/** Without script the page loads itself again every few seconds, unless its reader would rather have it still. */
function RefreshWithoutScript({ id, still }: { readonly id: string; readonly still: boolean }) {
	const text = jobText[useLanguage()];
	return (
		<noscript>
			{still ? (
				<a className="ds-link" href={`/jobs/${id}?follow=1`}>
					{text.startRefreshing}
				</a>
			) : (
				<>
					<meta httpEquiv="refresh" content="3" />
					{text.refreshing}{" "}
					<a className="ds-link" href={`/jobs/${id}?still=1`}>
						{text.stopRefreshing}
					</a>
				</>
			)}
		</noscript>
	);
}

/** Asks for the page's data again each time the server says that the job has moved on. */
function useMoves(id: string, underWay: boolean): void {
	const { revalidate } = useRevalidator();
	useEffect(() => {
		if (!underWay) return;
		const source = new EventSource(`/jobs/${id}/events`);
		const again = () => {
			revalidate().catch(() => {
				// the next move asks again
			});
		};
		source.addEventListener("moved", again);
		source.addEventListener("over", () => {
			source.close();
			again();
		});
		return () => source.close();
	}, [id, underWay, revalidate]);
}
