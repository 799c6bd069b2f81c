import { data } from "react-router";
import { saying } from "../../../../forms/text.ts";
import { formatMoment } from "../../../../language.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { meetInArena, openNetwork } from "../../service.server.ts";
import { networkText } from "../text.ts";
import type { Route } from "./+types/gatherings";
import { memberText } from "./member.text.ts";

/** When the network has met and shall meet: meetings of its arena. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const { network, gatherings, can } = (await openNetwork(work, params.networkId)) ?? missing();
		return { arenaId: network.arenaId, gatherings, mayKeep: can.keep && network.endedOn === null };
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const outcome = await commanding((work) => meetInArena(work, params.networkId));
	if (outcome.refused) return data({ refusals: outcome.refused, given: {} }, 422);
	return redirectWithToast(`/development/networks/${params.networkId}/gatherings`, memberText[language].arenaMade);
}

export default function Gatherings({ loaderData, actionData, params }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [memberText[language], networkText[language]];
	const { arenaId, gatherings, mayKeep } = loaderData;
	const { gathering } = text;
	if (arenaId === null)
		return (
			<>
				<EmptyState title={text.noArena}>{text.noArenaBody}</EmptyState>
				{mayKeep && (
					<TaskForm refused={actionData} say={saying(language, words.refusals)} className="">
						<SubmitButton>{text.makeArena}</SubmitButton>
					</TaskForm>
				)}
			</>
		);
	return (
		<Section
			title={text.gatherings}
			lead={text.gatheringsLead}
			actions={
				<>
					{mayKeep && (
						<Link className="ds-button" data-variant="primary" to={`/arenas/${arenaId}/meetings/new`}>
							{text.plan}
						</Link>
					)}
					<Link className="ds-button" data-variant="secondary" to={`/arenas/${arenaId}`}>
						{text.toArena}
					</Link>
				</>
			}
		>
			<Table
				caption={text.gatherings}
				hideCaption
				rows={gatherings}
				rowKey={(row) => row.id}
				rowHref={(row) => `/development/networks/${params.networkId}/gatherings/${row.id}`}
				columns={[
					{ key: "when", label: gathering.when, cell: (row) => formatMoment(language, row.startsAt) },
					{ key: "where", label: gathering.where, cell: (row) => row.place },
					{ key: "state", label: gathering.state, cell: (row) => text.gatheringStates[row.state] },
				]}
				empty={<EmptyState title={text.noGatherings}>{text.gatheringsLead}</EmptyState>}
			/>
		</Section>
	);
}
