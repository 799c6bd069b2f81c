import { data } from "react-router";
import { parseForm } from "../../../forms/parse.ts";
import { houseText } from "../../../text.ts";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { missing, redirectWithToast, representing } from "../../../visit.server.ts";
import { seatFacts } from "../contract.ts";
import { addSeat, openArena } from "../service.server.ts";
import type { Route } from "./+types/seat-new";
import { arenaText } from "./arena.text.ts";
import { SeatForm } from "./SeatForm.tsx";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading, url } = representing(context, request);
	return reading(async (work) => {
		const { arena, parties, seats, can } = (await openArena(work, params.arenaId)).done ?? missing();
		if (!can.keep) missing();
		const last = parties.find(({ id }) => id === url.searchParams.get("party"))?.id ?? arena.organisationId;
		return { arena, parties, isFirst: seats.length === 0, members: seats.length, partyId: last };
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const form = await request.formData();
	const parsed = parseForm(seatFacts, form);
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => addSeat(work, params.arenaId, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	const here = `/arenas/${params.arenaId}`;
	const { partyId, role } = parsed.values;
	if (form.has("next"))
		return redirectWithToast(`${here}/seats/new?party=${partyId}`, arenaText[language].savedOne(role));
	return redirectWithToast(here, arenaText[language].saved);
}

export default function SeatNew({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = arenaText[language];
	const { arena, parties, isFirst, partyId } = loaderData;
	const here = `/arenas/${arena.id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.addMember)}</title>
			<PageHeader
				title={text.addMember}
				trail={[
					{ to: "/arenas", label: text.trail },
					{ to: here, label: arena.name },
				]}
			/>
			<SeatForm
				refused={actionData}
				// Each one added has a form of its own, empty again.
				key={loaderData.members}
				values={{ partyId, duty: isFirst ? "chair" : "member" }}
				parties={parties}
				keeps
				goesOn
				cancelTo={here}
			/>
		</div>
	);
}
