import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { ConfirmPage } from "../../../../ui/ConfirmForm.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { conclusionFacts } from "../contract.ts";
import { closeHearing, openToKeep } from "../service.server.ts";
import { hearingText } from "../text.ts";
import type { Route } from "./+types/hearing-close";
import { hearingDeedsText } from "./deeds.text.ts";
import { hearingPagesText } from "./hearing.text.ts";

/** Closes a hearing where every input has an answer, with a few words on what it came to. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	const { hearing } = (await reading((work) => openToKeep(work, params.hearingId))).done ?? missing();
	if (hearing.state !== "open") missing();
	return { id: hearing.id, title: hearing.title, version: hearing.version };
}

const sent = conclusionFacts.extend({ version: z.int() });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding, house } = representing(context, request);
	const parsed = parseForm(sent, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const mails = house.configuration.mail.smtpUrl !== undefined;
	const outcome = await commanding((work) => closeHearing(work, params.hearingId, parsed.values, { mails, language }));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/hearings/${params.hearingId}`, hearingDeedsText[language].closed);
}

export default function HearingClose({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = hearingPagesText[language];
	const deedWords = hearingDeedsText[language];
	const { id, title, version } = loaderData;
	const here = `/hearings/${id}`;
	return (
		<>
			<title>{houseText[language].pageTitle(deedWords.close)}</title>
			<ConfirmPage
				title={deedWords.close}
				trail={[{ to: here, label: title }]}
				action={`${here}/close`}
				submit={deedWords.close}
				cancelTo={here}
				refused={actionData}
				say={saying(language, hearingText[language].refusals)}
			>
				<p>{deedWords.closeBody}</p>
				<input type="hidden" name="version" value={version} />
				<Field
					name="conclusion"
					label={text.fields.conclusion}
					kind="textarea"
					maxLength={4000}
					hint={text.hints.conclusion}
				/>
			</ConfirmPage>
		</>
	);
}
