import { data } from "react-router";
import { parseForm } from "../../../forms/parse.ts";
import { saying } from "../../../forms/text.ts";
import { houseText } from "../../../text.ts";
import { Link } from "../../../ui/Link.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../ui/TaskForm.tsx";
import { uiText } from "../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../visit.server.ts";
import { itemFacts } from "../contract.ts";
import { askForItem, openArena } from "../service.server.ts";
import { meetingText } from "../text.ts";
import type { Route } from "./+types/item-ask";
import { arenaText } from "./arena.text.ts";
import { ItemFields } from "./ItemFields.tsx";

/** A member asks for an item. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const { arena, can } = (await openArena(work, params.arenaId)).done ?? missing();
		return can.takePart ? { arena } : missing();
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(itemFacts, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => askForItem(work, params.arenaId, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/arenas/${params.arenaId}`, arenaText[language].asked);
}

export default function ItemAsk({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = arenaText[language];
	const here = `/arenas/${loaderData.arena.id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.ask)}</title>
			<PageHeader
				title={text.ask}
				trail={[
					{ to: "/arenas", label: text.trail },
					{ to: here, label: loaderData.arena.name },
				]}
			/>
			<TaskForm
				refused={actionData}
				values={{ kind: "discussion" }}
				labels={text.fields}
				say={saying(language, meetingText[language].refusals)}
			>
				<ItemFields />
				<div className="task-buttons">
					<SubmitButton>{text.ask}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={here}>
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}
