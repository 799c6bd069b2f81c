import { formatNumber } from "../../../../language.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Status } from "../../../../ui/Tag.tsx";
import { wordFor } from "../../../organisation/text.ts";
import { ruleText } from "../../allocate/text.ts";
import type { RoundCheck } from "../checks.ts";
import { roundPagesText } from "./round.text.ts";

/**
 * What blocks or weakens a round before anything is run: who has no place open to them, and which rule it is.
 * @param wishes whether the students of the round are asked for wishes at all
 */
export function RoundChecks({ checks, wishes }: { readonly checks: RoundCheck; readonly wishes: boolean }) {
	const language = useLanguage();
	const text = roundPagesText[language];
	const number = (value: number) => formatNumber(language, value);
	return (
		<Section title={text.checks} lead={text.checksLead}>
			<ul className="checks">
				{checks.withoutOffer === 0 ? (
					<li>
						<Status tone="success">{text.noFindings}</Status>
					</li>
				) : (
					<li>
						<Status tone="danger">{text.noEligible(number(checks.withoutOffer))}</Status>
						<ul>
							{checks.byRule.map(({ rule, claims }) => (
								<li key={rule}>{text.noEligibleOf(number(claims), wordFor(ruleText[language], rule))}</li>
							))}
						</ul>
					</li>
				)}
				{checks.tooFew.map(({ course, claims, places }) => (
					<li key={`${course} ${claims} ${places}`}>
						<Status tone="danger">{text.tooFew(number(claims), course, number(places))}</Status>
					</li>
				))}
				{checks.withoutPostcode > 0 && (
					<li>
						<Status tone="warning">{text.withoutPostcode(number(checks.withoutPostcode))}</Status>
					</li>
				)}
				{checks.unknownPostcode > 0 && (
					<li>
						<Status tone="warning">{text.unknownPostcode(number(checks.unknownPostcode))}</Status>
					</li>
				)}
				{wishes && checks.withoutWishes > 0 && (
					<li>
						<Status tone="info">{text.withoutWishes(number(checks.withoutWishes))}</Status>
					</li>
				)}
				{checks.withoutAgreement !== null && checks.withoutAgreement.places > 0 && (
					<li>
						<Status tone="warning">
							{text.withoutAgreement(number(checks.withoutAgreement.places), number(checks.withoutAgreement.hosts))}
						</Status>
					</li>
				)}
			</ul>
		</Section>
	);
}
