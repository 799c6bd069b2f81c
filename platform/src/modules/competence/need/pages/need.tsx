import { changeOrRemove } from "../../../../forms/change-or-remove.server.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { ChangeOrRemove } from "../../../../ui/ChangeOrRemove.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { missing, representing } from "../../../../visit.server.ts";
import { nameOfEntry } from "../../framework/name.ts";
import { changeNeed, readNeed, removeNeed } from "../../service.server.ts";
import { competenceText } from "../../text.ts";
import { needChange } from "../contract.ts";
import { needText } from "../text.ts";
import type { Route } from "./+types/need";
import { needChoices } from "./choices.server.ts";
import { NeedFields } from "./NeedFields.tsx";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { language, reading } = representing(context, request);
	return reading(async (work) => {
		const need = await readNeed(work, params.needId);
		if (!need?.mayChange) missing();
		const choices = await needChoices(work, language);
		// What was stated with an entry since mapped away or out of use keeps it.
		const known = choices.entries.some(({ value }) => value === need.entryId);
		const own = {
			value: need.entryId,
			label: nameOfEntry(language, need),
			group: competenceText[language].kinds[need.kind],
		};
		return { need, units: choices.units, entries: known ? choices.entries : [...choices.entries, own] };
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const visit = representing(context, request);
	const text = needText[visit.language];
	return changeOrRemove(visit, request, {
		schema: needChange,
		change: (work, values) => changeNeed(work, params.needId, values),
		remove: (work, version) => removeNeed(work, params.needId, version),
		changed: () => ({ to: "/competence/needs", toast: text.changed }),
		removed: { to: "/competence/needs", toast: text.removed },
	});
}

/** One need, to be changed or taken away. */
export default function NeedPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = needText[language];
	const { need, units, entries } = loaderData;
	// Where it follows from those served, the positions are worked out and not stated.
	const values = { ...need, positions: need.users === null ? need.positions : null };
	const say = saying(language, competenceText[language].refusals);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.editTitle)}</title>
			<PageHeader
				title={text.editTitle}
				lead={`${nameOfEntry(language, need)}, ${need.unitName}`}
				trail={[{ to: "/competence/needs", label: text.needs }]}
			/>
			<ChangeOrRemove
				answer={actionData}
				values={values}
				labels={text.fields}
				say={say}
				text={text}
				cancelTo="/competence/needs"
			>
				<NeedFields units={units} entries={entries} />
			</ChangeOrRemove>
		</div>
	);
}
