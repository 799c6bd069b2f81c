import { Form, Outlet } from "react-router";
import { houseText } from "../../../../text.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { Tabs } from "../../../../ui/Tabs.tsx";
import { Tag } from "../../../../ui/Tag.tsx";
import { missing, representing } from "../../../../visit.server.ts";
import { readRun } from "../run.server.ts";
import { openStanding } from "../run-view.server.ts";
import { roundToRun } from "../service.server.ts";
import type { Route } from "./+types/run";
import { roundPagesText } from "./round.text.ts";
import { runPagesText } from "./run.text.ts";
import { SupposedPlaces } from "./SupposedPlaces.tsx";

/** The frame round the pages of one finished run. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	const frame = await reading(async (work) => {
		const round = await roundToRun(work, params.roundId, null);
		const run = await readRun(work, params.runId);
		if (round.refused || run?.roundId !== params.roundId || run.state !== "done") missing();
		const { id, name, chosen, claims, placed, supposed, organisationId } = run;
		return {
			id,
			name,
			...{ chosen, supposed, organisationId },
			roundId: params.roundId,
			roundName: round.done.name,
			unplaced: (claims ?? 0) - (placed ?? 0),
		};
	});
	const { ask, edits } = (await openStanding(reading, params.runId)) ?? missing();
	if (edits.length === 0) return frame;
	return { ...frame, unplaced: (await ask("unplacedPage", { edits, offset: 0, pageSize: 0 })).total };
}

export default function RunFrame({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = runPagesText[language];
	const { id, name, roundId, roundName, chosen, unplaced, supposed } = loaderData;
	const round = `/placement/rounds/${roundId}`;
	const base = `${round}/runs/${id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(`${name}, ${roundName}`)}</title>
			<PageHeader
				title={name}
				trail={[
					{ to: "/placement/rounds", label: roundPagesText[language].title },
					{ to: round, label: roundName },
					{ to: `${round}/runs`, label: roundPagesText[language].runs },
				]}
				{...(chosen
					? { tags: <Tag tone="success">{text.chosen}</Tag> }
					: supposed.length > 0
						? {}
						: {
								secondary: (
									<Form method="post" action={`${round}/runs`}>
										<input type="hidden" name="run" value={id} />
										<SubmitButton name="deed" value="choose">
											{text.choose}
										</SubmitButton>
									</Form>
								),
							})}
			/>
			<Tabs
				label={text.views}
				tabs={[
					{ to: base, label: text.result },
					{ to: `${base}/plan`, label: text.plan },
					{ to: `${base}/board`, label: text.board },
					{ to: `${base}/unplaced`, label: text.unplaced, count: unplaced },
					{ to: `${base}/sites`, label: text.sites },
					{ to: `${base}/proof`, label: text.proof },
				]}
			/>
			<SupposedPlaces supposed={supposed} organisationId={loaderData.organisationId} />
			<Outlet />
		</div>
	);
}
