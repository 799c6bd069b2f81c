import { z } from "zod";
import { DraftForm } from "../../../draft/DraftForm.tsx";
import { wordsOf } from "../../../draft/merge.ts";
import { answerDraft, saveDraft } from "../../../draft/save.server.ts";
import { houseText } from "../../../text.ts";
import { Field } from "../../../ui/Field.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { missing, representing } from "../../../visit.server.ts";
import { email } from "../../organisation/contract.ts";
import { sides } from "../codes.ts";
import { type Party, versionOnly } from "../contract.ts";
import { agreementRefusalText } from "../refusals.text.ts";
import { changeParty } from "../service.server.ts";
import { agreementText } from "../text.ts";
import type { Route } from "./+types/party";
import "./agreement.css";
import { shownIn } from "../words.ts";
import { openedFor } from "./opened.server.ts";
import { partyText } from "./party.text.ts";
import { writeText } from "./write.text.ts";

/** A party: its side, whether it signs, and who coordinates the agreement there, also after it is signed. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const { agreement, parties, can } = await openedFor(work, params.agreementId, "edit", "follow");
		const party = parties.find(({ organisationId }) => organisationId === params.partyId) ?? missing();
		return {
			...{ id: agreement.id, title: agreement.title, name: party.name, version: party.version },
			...{ words: partyWords(party), canEdit: can.edit },
		};
	});
}

const named = z.string().trim().max(200).nullable();
const written = z.object({
	...{ side: z.enum(sides), signs: z.boolean(), coordinatorName: named, coordinatorEmail: email.nullable() },
	...{ deputyName: named, deputyEmail: email.nullable() },
});

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, reading, commanding } = representing(context, request);
	const { agreementId, partyId } = params;
	const form = await request.formData();
	const result = await saveDraft(form, written.extend(versionOnly.shape), {
		async save(values) {
			const changed = await commanding((work) => changeParty(work, agreementId, partyId, values));
			return changed.refused ? changed : { done: { version: values.version + 1 } };
		},
		current: () =>
			reading(async (work) => {
				const { parties } = await openedFor(work, agreementId, "edit", "follow");
				const now = parties.find(({ organisationId }) => organisationId === partyId);
				return now && { version: now.version, words: partyWords(now) };
			}),
	});
	return answerDraft(form, result, { to: `/agreements/${agreementId}/parties`, toast: writeText[language].saved });
}

function partyWords(party: Party) {
	const { side, signs, coordinatorName, coordinatorEmail, deputyName, deputyEmail } = party;
	return wordsOf({ side, signs, coordinatorName, coordinatorEmail, deputyName, deputyEmail });
}

export default function PartyPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = writeText[language];
	const partyWords = partyText[language];
	const { fields, hints } = text;
	const { id, title, name, version, words, canEdit } = loaderData;
	const here = `/agreements/${id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(name)}</title>
			<PageHeader
				title={name}
				trail={[
					{ to: here, label: title },
					{ to: `${here}/parties`, label: partyWords.partyTitle },
				]}
			/>
			<DraftForm
				version={version}
				words={words}
				refused={actionData}
				labels={fields}
				shown={shownIn(language)}
				refusals={agreementRefusalText[language].refusals}
				cancelTo={`${here}/parties`}
			>
				{canEdit ? (
					<>
						<Field
							name="side"
							label={fields.side}
							kind="select"
							required
							choices={sides.map((one) => ({ value: one, label: agreementText[language].sides[one] }))}
						/>
						<Field name="signs" label={fields.signs} kind="checkbox" />
					</>
				) : (
					<>
						<input type="hidden" name="side" value={words.side ?? ""} />
						<input type="hidden" name="signs" value={words.signs ?? ""} />
					</>
				)}
				<div className="field-pair">
					<Field
						name="coordinatorName"
						label={fields.coordinatorName}
						maxLength={200}
						autoComplete="off"
						width="full"
					/>
					<Field
						name="coordinatorEmail"
						label={fields.coordinatorEmail}
						kind="email"
						maxLength={320}
						autoComplete="off"
						width="full"
						hint={hints.coordinatorEmail}
					/>
				</div>
				<div className="field-pair">
					<Field name="deputyName" label={fields.deputyName} maxLength={200} autoComplete="off" width="full" />
					<Field
						name="deputyEmail"
						label={fields.deputyEmail}
						kind="email"
						maxLength={320}
						autoComplete="off"
						width="full"
					/>
				</div>
			</DraftForm>
		</div>
	);
}
