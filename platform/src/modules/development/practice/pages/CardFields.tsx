import type { Choice } from "../../../../ui/ChoiceField.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { visibilities } from "../codes.ts";
import { practiceText } from "../text.ts";
import { cardText } from "./card.text.ts";

/** What is asked about a practice card: where, what, what came of it, and who sees it. */
export function CardFields({ networks }: { readonly networks: readonly Choice[] }) {
	const language = useLanguage();
	const text = cardText[language];
	const { hints, groups } = text;
	const long = { kind: "textarea", rows: 3, width: "full" } as const;
	return (
		<>
			<Section title={groups.what}>
				<Field name="title" maxLength={200} autoComplete="off" width="full" required />
				<Field name="done" {...long} rows={5} maxLength={4000} required />
			</Section>
			<Section title={groups.context}>
				<Field name="setting" maxLength={500} autoComplete="off" width="full" hint={hints.setting} required />
				<Field name="size" maxLength={300} autoComplete="off" width="full" hint={hints.size} required />
				<Field name="needed" {...long} maxLength={2000} hint={hints.needed} required />
			</Section>
			<Section title={groups.outcome} lead={hints.goals}>
				<Field name="better" {...long} maxLength={2000} hint={hints.outcomes} required="sometimes" />
				<Field name="same" {...long} maxLength={2000} required="sometimes" />
				<Field name="worse" {...long} maxLength={2000} required="sometimes" />
				<Field name="lesson" {...long} maxLength={4000} required />
			</Section>
			<Section title={groups.who}>
				<Field
					name="visibility"
					kind="radio"
					required
					hint={hints.visibility}
					choices={visibilities.map((one) => ({ value: one, label: practiceText[language].visibilities[one] }))}
				/>
				{networks.length > 0 && (
					<Field name="networkIds" kind="checkboxes" hint={hints.networkIds} choices={networks} />
				)}
				<Field name="revalidateOn" kind="date" hint={hints.revalidateOn} required />
			</Section>
		</>
	);
}
