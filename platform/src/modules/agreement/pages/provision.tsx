import { z } from "zod";
import { DraftForm } from "../../../draft/DraftForm.tsx";
import { answerDraft, saveDraft } from "../../../draft/save.server.ts";
import { houseText } from "../../../text.ts";
import { Field } from "../../../ui/Field.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { missing, representing } from "../../../visit.server.ts";
import { provisionKinds, regulatedProvisions } from "../codes.ts";
import { provision } from "../contract.ts";
import { agreementRefusalText } from "../refusals.text.ts";
import { setProvision } from "../service.server.ts";
import { agreementText } from "../text.ts";
import type { Route } from "./+types/provision";
import "./agreement.css";
import { writableBy } from "./opened.server.ts";
import { writeText } from "./write.text.ts";

function kindIn(address: string) {
	return provisionKinds.find((one) => one === address) ?? missing();
}

/** What the whole agreement says on a matter. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	const kind = kindIn(params.kind);
	return reading(async (work) => {
		const { agreement, provisions } = await writableBy(work, params.agreementId);
		const stands = provisions.find((one) => one.kind === kind);
		return {
			...{ id: agreement.id, title: agreement.title, kind, version: stands?.version ?? null },
			words: { body: stands?.body ?? "" },
		};
	});
}

const written = z.object({ body: provision.shape.body.trim().default(""), version: z.int().min(1).nullable() });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, reading, commanding } = representing(context, request);
	const { agreementId } = params;
	const kind = kindIn(params.kind);
	const form = await request.formData();
	const result = await saveDraft(form, written, {
		async save({ body, version }) {
			const set = await commanding((work) => setProvision(work, agreementId, { kind, body, version }));
			return set.refused ? set : { done: { version: body === "" ? null : (version ?? 0) + 1 } };
		},
		current: () =>
			reading(async (work) => {
				const { provisions } = await writableBy(work, agreementId);
				const now = provisions.find((one) => one.kind === kind);
				return { version: now?.version ?? null, words: { body: now?.body ?? "" } };
			}),
	});
	return answerDraft(form, result, { to: `/agreements/${agreementId}#${kind}`, toast: writeText[language].saved });
}

export default function ProvisionPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = writeText[language];
	const { id, title, kind, version, words } = loaderData;
	const here = `/agreements/${id}`;
	const name = agreementText[language].provisions[kind];
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(name)}</title>
			<PageHeader
				title={name}
				trail={[{ to: here, label: title }]}
				{...(regulatedProvisions.includes(kind) ? { lead: text.provisionHint } : {})}
			/>
			<DraftForm
				version={version}
				words={words}
				refused={actionData}
				labels={text.fields}
				refusals={agreementRefusalText[language].refusals}
				cancelTo={here}
			>
				<Field
					name="body"
					label={text.fields.body}
					kind="textarea"
					rows={10}
					maxLength={8000}
					hint={version === null ? undefined : text.provisionEmpty}
				/>
			</DraftForm>
		</div>
	);
}
