import { useLanguage } from "../../../ui/language.tsx";
import { Timeline } from "../../../ui/Timeline.tsx";
import { missing, representing } from "../../../visit.server.ts";
import { openAgreement } from "../service.server.ts";
import { listEvents } from "../store.server.ts";
import type { Route } from "./+types/history";
import { historyText } from "./history.text.ts";

/** The life of an agreement, newest first. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const opened = await openAgreement(work, params.agreementId, null);
		if (opened.refused) missing();
		const { agreement, parties } = opened.done;
		const names = new Map(parties.map(({ organisationId, name }) => [organisationId, name]));
		names.set(agreement.organisationId, agreement.keeperName);
		return (await listEvents(work, agreement)).map(({ partyId, at, ...event }) => ({
			...{ ...event, at: at.toISOString() },
			by: [event.personName, partyId === null ? null : names.get(partyId)].filter(Boolean).join(", "),
		}));
	});
}

export default function AgreementHistory({ loaderData }: Route.ComponentProps) {
	const text = historyText[useLanguage()];
	const words: Readonly<Record<string, string>> = text.events;
	if (loaderData.length === 0) return <p className="ds-paragraph quiet">{text.noEvents}</p>;
	return (
		<Timeline
			events={loaderData.map(({ id, at, what, number, note, by }) => {
				const said = Object.hasOwn(words, what) ? (words[what] ?? what) : what;
				return {
					...{ id, at, by },
					title: number === null ? said : text.eventVersion(said, number),
					children: note ? <p className="written quiet">{note}</p> : null,
				};
			})}
		/>
	);
}
