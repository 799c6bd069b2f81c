import { data, Form, Link } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { jobPath } from "../../../../job/service.server.ts";
import { formatMoment, formatNumber } from "../../../../language.ts";
import { redirect } from "../../../../redirect.server.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { Tag } from "../../../../ui/Tag.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { id } from "../../../organisation/contract.ts";
import { runRequest } from "../contract.ts";
import { chooseRun, deleteRun, requestRun } from "../run.server.ts";
import { listRuns } from "../run.store.server.ts";
import { roundToRun } from "../service.server.ts";
import { roundText } from "../text.ts";
import type { Route } from "./+types/round-runs";
import { CompareRuns } from "./CompareRuns.tsx";
import { roundPagesText } from "./round.text.ts";
import { runsText } from "./runs.text.ts";
import { whatIfText } from "./what-if.text.ts";

/** The runs of a round side by side, and the way to a new one. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const found = await roundToRun(work, params.roundId, null);
		if (found.refused) missing();
		const runs = await listRuns(work, found.done);
		return { roundId: found.done.id, runs };
	});
}

const runDeed = z.object({ run: id });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const text = runsText[language];
	const form = await request.formData();
	const deed = form.get("deed");
	const here = `/placement/rounds/${params.roundId}/runs`;
	if (deed === "choose" || deed === "delete") {
		const parsed = parseForm(runDeed, form);
		if (parsed.refusals) missing();
		const { run } = parsed.values;
		const outcome = await commanding((work) => (deed === "choose" ? chooseRun(work, run) : deleteRun(work, run)));
		if (outcome.refused) return data({ refusals: outcome.refused, given: {} }, 422);
		return redirectWithToast(here, deed === "choose" ? text.chosenNow : text.deleted);
	}
	const parsed = parseForm(runRequest, form);
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => requestRun(work, params.roundId, parsed.values.name));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirect(jobPath(outcome.done.jobId));
}

type Run = Route.ComponentProps["loaderData"]["runs"][number];

export default function RoundRuns({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const { runColumns: columns, ...text } = runsText[language];
	const title = roundPagesText[language].runs;
	const { runs, roundId } = loaderData;
	const finished = runs.filter((run) => run.measures !== null);
	return (
		<>
			<Section title={text.run}>
				<TaskForm
					refused={actionData}
					labels={{ name: text.runName }}
					say={saying(language, roundText[language].refusals)}
				>
					<Field name="name" maxLength={120} autoComplete="off" hint={text.runNameHint} />
					<SubmitButton>{text.run}</SubmitButton>
				</TaskForm>
				<p>
					<Link className="ds-link" to={`/placement/rounds/${roundId}/runs/what-if`}>
						{whatIfText[language].open}
					</Link>
				</p>
			</Section>
			<Section title={title}>
				<Table
					caption={title}
					hideCaption
					rows={runs}
					rowKey={(row) => row.id}
					rowHref={(row) => (row.state === "done" ? `/placement/rounds/${roundId}/runs/${row.id}` : undefined)}
					columns={[
						{
							key: "name",
							label: columns.name,
							cell: (row) => (
								<>
									{row.name} {row.chosen && <Tag tone="success">{text.chosen}</Tag>}
									{row.supposed.length > 0 && <Tag tone="warning">{whatIfText[language].tag}</Tag>}
								</>
							),
						},
						{ key: "result", label: columns.result, cell: (row) => <Placed run={row} />, numeric: true },
						{ key: "holds", label: columns.holds, cell: (row) => (row.holds === null ? "" : text.holds[row.holds]) },
						{
							key: "when",
							label: columns.when,
							cell: (row) => formatMoment(language, row.finishedAt ?? row.createdAt),
						},
						{ key: "state", label: columns.state, cell: (row) => <State run={row} /> },
						{ key: "deeds", label: columns.deeds, cell: (row) => <Deeds run={row} /> },
					]}
					empty={<EmptyState title={text.runsEmpty}>{text.runsEmptyBody}</EmptyState>}
				/>
			</Section>
			{finished.length > 0 && <CompareRuns runs={finished} />}
			{runs.some((run) => run.state === "stopped") && <Alert>{text.runsEmptyBody}</Alert>}
		</>
	);
}

function Placed({ run }: { readonly run: Run }) {
	const language = useLanguage();
	if (run.placed === null || run.claims === null) return null;
	return runsText[language].placedOf(formatNumber(language, run.placed), formatNumber(language, run.claims));
}

function State({ run }: { readonly run: Run }) {
	const text = runsText[useLanguage()];
	if (run.state !== "waiting" || run.jobId === null) return text.runStates[run.state];
	return (
		<Link className="ds-link" to={`/jobs/${run.jobId}?follow=1`}>
			{text.seeProgress}
		</Link>
	);
}

function Deeds({ run }: { readonly run: Run }) {
	const text = runsText[useLanguage()];
	if (run.chosen || run.state === "waiting") return null;
	return (
		<Form method="post" className="row-deeds">
			<input type="hidden" name="run" value={run.id} />
			{run.state === "done" && run.supposed.length === 0 && (
				<SubmitButton variant="secondary" size="sm" name="deed" value="choose">
					{text.choose}
					<span className="visually-hidden"> {run.name}</span>
				</SubmitButton>
			)}
			<SubmitButton variant="tertiary" size="sm" name="deed" value="delete">
				{text.delete}
				<span className="visually-hidden"> {run.name}</span>
			</SubmitButton>
		</Form>
	);
}
