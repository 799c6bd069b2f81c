import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { moneyKinds, networkKinds } from "../codes.ts";
import { networkText } from "../text.ts";
import { networkPageText } from "./network.text.ts";

/** What is asked about a network. */
export function NetworkFields({ today }: { readonly today: string }) {
	const language = useLanguage();
	const [text, words] = [networkPageText[language], networkText[language]];
	const { hints, groups } = text;
	return (
		<>
			<Section title={groups.what}>
				<Field name="name" maxLength={160} autoComplete="off" width="full" required />
				<Field name="purpose" kind="textarea" rows={3} maxLength={4000} width="full" hint={hints.purpose} required />
				<Field
					name="kind"
					kind="radio"
					required
					hint={hints.selfGoverning}
					choices={networkKinds.map((one) => ({ value: one, label: words.kinds[one] }))}
				/>
				<Field name="foundedOn" kind="date" max={today} required />
			</Section>
			<Section title={groups.governed}>
				<Field name="foundedBy" maxLength={300} autoComplete="off" width="full" hint={hints.foundedBy} />
				<Field name="owners" maxLength={500} autoComplete="off" width="full" hint={hints.owners} />
				<Field name="decides" maxLength={500} autoComplete="off" width="full" hint={hints.decides} />
				<Field
					name="moneyKind"
					kind="select"
					required
					choices={moneyKinds.map((one) => ({ value: one, label: words.moneyKinds[one] }))}
				/>
				<Field name="money" maxLength={500} autoComplete="off" width="full" />
				<Field name="leadRotates" kind="checkbox" />
				<Field name="gatheringsAYear" kind="number" whole />
			</Section>
			<Section title={groups.plan}>
				<Field name="plan" kind="textarea" rows={5} maxLength={4000} width="full" />
				<Field name="planUntil" kind="date" required="sometimes" />
			</Section>
		</>
	);
}
