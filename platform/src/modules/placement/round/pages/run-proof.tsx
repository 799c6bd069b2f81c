import { formatMoment, formatNumber } from "../../../../language.ts";
import { redirect } from "../../../../redirect.server.ts";
import { CopyButton } from "../../../../ui/CopyButton.tsx";
import { Facts } from "../../../../ui/Facts.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, representing } from "../../../../visit.server.ts";
import { stepText } from "../../allocate/text.ts";
import { mostPairsInFile } from "../../codes.ts";
import { askRunLater, readRun } from "../run.server.ts";
import { listChecks, requestVerification } from "../verify.server.ts";
import type { Route } from "./+types/run-proof";
import { OrderOfChoice } from "./OrderOfChoice.tsx";
import { runPagesText } from "./run.text.ts";
import { signed } from "./signed.ts";
import { whatIfText } from "./what-if.text.ts";

/** What a run proves, step by step, and the files by which anyone can check it. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	const { run, checks } = await reading(async (work) => {
		const run = (await readRun(work, params.runId)) ?? missing();
		return { run, checks: await listChecks(work, run) };
	});
	const ask = askRunLater(reading, run) ?? missing();
	return {
		checks: checks.map(({ at, ...check }) => ({ ...check, at: at.toISOString() })),
		...(await ask("proof", null)),
		...{ rules: run.rules, called: run.supposed.map(({ offerId, site }) => ({ offerId, site })), ...params },
	};
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { commanding } = representing(context, request);
	const outcome = await commanding((work) => requestVerification(work, params.runId));
	if (outcome.refused) missing();
	return redirect(`/jobs/${outcome.done.jobId}`);
}

export default function RunProof({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = runPagesText[language];
	const { holds, flaws, steps, snapshotHash, seed, pairs, milliseconds, rules, roundId, runId } = loaderData;
	const number = (value: number) => formatNumber(language, value);
	const all = Object.values(milliseconds).reduce((sum, part) => sum + part, 0);
	const told = pairs.provedFor === "open" ? text.pairs : text.pairsOnly;
	const base = `/placement/rounds/${roundId}/runs/${runId}`;
	const sites = new Map(loaderData.called.map(({ offerId, site }) => [offerId, site]));
	const supposed = loaderData.supposed.map(({ offer, places }) =>
		whatIfText[language].plus(signed(language, places), sites.get(offer) ?? offer),
	);
	return (
		<>
			<Section title={text.proof} lead={text.proofLead}>
				<Facts
					facts={[
						{ label: text.proofFacts.holds, value: text[holds] },
						{
							label: text.proofFacts.checked,
							value: flaws.length === 0 ? text.checkedFine : text.checkedFlaws(number(flaws.length)),
							source: flaws.join(" "),
						},
						{ label: text.proofFacts.pairs, value: told(number(pairs.open), number(pairs.considered)) },
						...(supposed.length === 0 ? [] : [{ label: whatIfText[language].factLabel, value: supposed.join("; ") }]),
						{ label: text.proofFacts.hash, value: <code className="hash">{snapshotHash}</code> },
						{ label: text.proofFacts.seed, value: <code>{seed}</code> },
						{ label: text.proofFacts.time, value: text.milliseconds(number(Math.round(all))) },
					]}
				/>
			</Section>
			<Checks checks={loaderData.checks} />
			<Section title={text.steps}>
				<Table
					caption={text.steps}
					hideCaption
					rows={steps}
					rowKey={(row) => row.name}
					columns={[
						{ key: "name", label: text.stepColumns.name, cell: (row) => stepText(row.name, language) },
						{ key: "value", label: text.stepColumns.value, cell: (row) => number(row.value), numeric: true },
						{
							key: "bound",
							label: text.stepColumns.bound,
							cell: (row) => (row.bound === null ? text.notProved : number(row.bound)),
							numeric: true,
						},
					]}
				/>
			</Section>
			<OrderOfChoice rules={rules} seed={seed} />
			<Section title={text.downloads} lead={text.downloadsLead}>
				<ul className="ds-list">
					{(["problem", "result"] as const).map((file) => (
						<li key={file}>
							{file === "problem" && pairs.open > mostPairsInFile ? (
								text.tooLarge(number(pairs.open))
							) : (
								<a className="ds-link" href={`${base}/${file}.json`} download>
									{text.files[file]}
								</a>
							)}
						</li>
					))}
				</ul>
				<CopyButton value={text.command} label={text.copy} />
			</Section>
		</>
	);
}

/** Having the separate checker go through the run again, and what it said before. */
function Checks({ checks }: Pick<Route.ComponentProps["loaderData"], "checks">) {
	const language = useLanguage();
	const { again: text, ...words } = runPagesText[language];
	const number = (value: number) => formatNumber(language, value);
	return (
		<Section title={text.title} lead={text.lead}>
			{checks.length > 0 && (
				<ul className="ds-list">
					{checks.map((check) => (
						<li key={check.id}>
							{text.line(formatMoment(language, check.at), check.byName)}{" "}
							<strong>
								{check.flaws.length > 0
									? words.checkedFlaws(number(check.flaws.length))
									: check.withProof
										? text.fine
										: text.planOnly}
							</strong>{" "}
							<span className="quiet">{words.milliseconds(number(check.milliseconds))}</span>
							{check.flaws.slice(0, 5).map((flaw) => (
								<p key={flaw}>{flaw}</p>
							))}
						</li>
					))}
				</ul>
			)}
			<TaskForm>
				<SubmitButton variant="secondary">{text.submit}</SubmitButton>
			</TaskForm>
		</Section>
	);
}
