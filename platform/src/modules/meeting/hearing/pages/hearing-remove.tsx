import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { ConfirmPage } from "../../../../ui/ConfirmForm.tsx";

import { useLanguage } from "../../../../ui/language.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";

import { openToKeep, removeDraft } from "../service.server.ts";
import { hearingText } from "../text.ts";
import type { Route } from "./+types/hearing-remove";
import { hearingDeedsText } from "./deeds.text.ts";

/** Deletes a draft nobody has been sent. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	const { hearing } = (await reading((work) => openToKeep(work, params.hearingId))).done ?? missing();
	if (hearing.state !== "draft") missing();
	return { id: hearing.id, title: hearing.title, version: hearing.version };
}

const sent = z.object({ version: z.int() });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(sent, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => removeDraft(work, params.hearingId, parsed.values.version));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast("/arenas/hearings", hearingDeedsText[language].draftRemoved);
}

export default function HearingRemove({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = hearingDeedsText[language];
	const { id, title, version } = loaderData;
	const here = `/hearings/${id}`;
	return (
		<>
			<title>{houseText[language].pageTitle(text.removeDraft)}</title>
			<ConfirmPage
				title={text.removeDraft}
				trail={[{ to: here, label: title }]}
				action={`${here}/remove`}
				submit={text.removeDraft}
				cancelTo={here}
				dangerous
				refused={actionData}
				say={saying(language, hearingText[language].refusals)}
			>
				<p>{text.removeDraftBody}</p>
				<input type="hidden" name="version" value={version} />
			</ConfirmPage>
		</>
	);
}
