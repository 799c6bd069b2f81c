import { Link, Outlet } from "react-router";
import { houseText } from "../../../../text.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Tabs } from "../../../../ui/Tabs.tsx";
import { missing, representing } from "../../../../visit.server.ts";
import { nameOrganisations } from "../../../organisation/service.server.ts";
import { readRoundHead } from "../service.server.ts";
import type { Route } from "./+types/round";
import { RoundStatus } from "./RoundStatus.tsx";
import { roundPagesText } from "./round.text.ts";

/** The frame round every page of one round. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { actor, reading } = representing(context, request);
	return reading(async (work) => {
		const { round, can, runs } = (await readRoundHead(work, params.roundId)) ?? missing();
		const owner = (await nameOrganisations(work, [round.organisationId])).get(round.organisationId);
		return {
			...{ id: round.id, name: round.name, state: round.state, can, runs: runs.length },
			calculated: runs.some((run) => run.state === "done"),
			owner: round.organisationId === actor.organisationId ? null : (owner?.name ?? ""),
		};
	});
}

export default function RoundFrame({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = roundPagesText[language];
	const { id, name, state, calculated, can, runs, owner } = loaderData;
	const base = `/placement/rounds/${id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(name)}</title>
			<PageHeader
				title={name}
				trail={[{ to: "/placement/rounds", label: text.title }]}
				tags={<RoundStatus state={state} calculated={calculated} />}
				{...(owner === null ? {} : { lead: text.ledBy(owner) })}
				{...(can.run
					? {
							secondary: (
								<Link className="ds-button" data-variant="secondary" data-size="sm" to={`${base}/edit`}>
									{text.edit}
								</Link>
							),
						}
					: {})}
			/>
			<Tabs
				label={text.views}
				tabs={[
					{ to: base, label: text.overview },
					{ to: `${base}/scope`, label: text.scope },
					...(can.run
						? [
								{ to: `${base}/rules`, label: text.rules },
								{ to: `${base}/runs`, label: text.runs, count: runs, withBelow: true },
								{ to: `${base}/publish`, label: text.publish, withBelow: true },
							]
						: []),
				]}
			/>
			<Outlet />
		</div>
	);
}
