import { data, Form } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../forms/parse.ts";
import { houseText } from "../../../text.ts";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { missing, redirectWithToast, representing } from "../../../visit.server.ts";
import { seatFacts } from "../contract.ts";
import { changeSeat, openArena, removeSeat } from "../service.server.ts";
import type { Route } from "./+types/seat-edit";
import { arenaText } from "./arena.text.ts";
import { SeatForm } from "./SeatForm.tsx";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const { arena, parties, seats, can, asker } = (await openArena(work, params.arenaId)).done ?? missing();
		const seat = seats.find(({ id }) => id === params.seatId) ?? missing();
		if (!can.keep && !(can.takePart && seat.partyId === asker.organisationId)) missing();
		return { arena, parties, seat, keeps: can.keep };
	});
}

const change = seatFacts.extend({ version: z.int() });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const text = arenaText[language];
	const form = await request.formData();
	const back = `/arenas/${params.arenaId}`;
	if (form.get("deed") === "remove") {
		const outcome = await commanding((work) => removeSeat(work, params.arenaId, params.seatId));
		if (outcome.refused) return data({ refusals: outcome.refused, given: {} }, 422);
		return redirectWithToast(back, text.saved);
	}
	const parsed = parseForm(change, form);
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => changeSeat(work, params.arenaId, params.seatId, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(back, text.saved);
}

export default function SeatEdit({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = arenaText[language];
	const { arena, parties, seat, keeps } = loaderData;
	const here = `/arenas/${arena.id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(seat.role)}</title>
			<PageHeader
				title={seat.role}
				trail={[
					{ to: "/arenas", label: text.trail },
					{ to: here, label: arena.name },
				]}
			/>
			<SeatForm refused={actionData} values={{ ...seat }} parties={parties} keeps={keeps} cancelTo={here} />
			{keeps && (
				<Form method="post">
					<button
						type="submit"
						className="ds-button"
						data-variant="tertiary"
						data-color="danger"
						name="deed"
						value="remove"
					>
						{text.removeMember}
					</button>
				</Form>
			)}
		</div>
	);
}
