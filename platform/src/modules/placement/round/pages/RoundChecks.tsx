import { formatNumber } from "../../../../language.ts";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Status } from "../../../../ui/Tag.tsx";
import { wordFor } from "../../../organisation/text.ts";
import { ruleText } from "../../allocate/text.ts";
import { takeInText } from "../../request/pages/take-in.text.ts";
import type { NeedsWaiting } from "../../roster/adaptation.server.ts";
import type { StudentWarning } from "../../roster/contract.ts";
import type { RoundCheck } from "../checks.ts";
import type { LackingNamed } from "../lacking.server.ts";
import { checkText } from "./check.text.ts";
import { LackingPairs } from "./LackingPairs.tsx";
import { roundPagesText } from "./round.text.ts";

/** So many sites are named. */
const namedAtMost = 10;

/**
 * What blocks or weakens a round before anything is run: who has no place open to them, and which rule it is.
 * @param wishes whether the students of the round are asked for wishes at all
 * @param needs what students have written that nobody has dealt with
 */
export function RoundChecks({
	checks,
	wishes,
	needs,
	round,
	outside,
	lacking,
}: {
	readonly checks: RoundCheck;
	readonly wishes: boolean;
	readonly needs: NeedsWaiting;
	readonly round: { readonly id: string; readonly firstDay: string; readonly lastDay: string };
	/** Places for the days of the round that it cannot use as it stands. */
	readonly outside: { readonly inAnswers: number; readonly hosts: number; readonly places: number };
	/** Between whom an agreement is lacking. */
	readonly lacking: LackingNamed;
}) {
	const language = useLanguage();
	const text = roundPagesText[language];
	const more = checkText[language];
	const students = (warning?: StudentWarning) =>
		`/placement/students?${new URLSearchParams({ round: round.id, ...(warning === undefined ? {} : { warning }) })}`;
	const number = (value: number) => formatNumber(language, value);
	return (
		<Section title={text.checks} lead={text.checksLead}>
			<ul className="checks">
				{checks.withoutOffer === 0 && checks.tooFew === null && (
					<li>
						<Status tone="success">{more.enough}</Status>
					</li>
				)}
				{checks.withoutOffer > 0 && (
					<li>
						<Status tone="danger">
							<Link className="ds-link" to={students()}>
								{text.noEligible(number(checks.withoutOffer))}
							</Link>
						</Status>
						<ul>
							{checks.byRule.map(({ rule, claims }) => (
								<li key={rule}>{text.noEligibleOf(number(claims), wordFor(ruleText[language], rule))}</li>
							))}
						</ul>
					</li>
				)}
				{checks.tooFew !== null && (
					<li>
						<Status tone="danger">
							<Link
								className="ds-link"
								to={`/placement/capacity/published?${new URLSearchParams({ from: round.firstDay, to: round.lastDay })}`}
							>
								{more.tooFew(
									number(checks.tooFew.claims),
									number(checks.tooFew.places),
									number(checks.tooFew.claims - checks.tooFew.places),
								)}
							</Link>
						</Status>
						<ul>
							{checks.tooFew.courses.map((course) => (
								<li key={course}>{course}</li>
							))}
						</ul>
					</li>
				)}
				{checks.unknownMunicipality.length > 0 && (
					<li>
						<Status tone="warning">
							<Link className="ds-link" to="/placement/capacity/sites">
								{more.unknownMunicipality(number(checks.unknownMunicipality.length))}
							</Link>
						</Status>
						<ul>
							{checks.unknownMunicipality.slice(0, namedAtMost).map((name) => (
								<li key={name}>{name}</li>
							))}
						</ul>
					</li>
				)}
				{outside.inAnswers > 0 && (
					<li>
						<Status tone="warning">
							<Link className="ds-link" to="/placement/requests">
								{takeInText[language].inRound(outside.inAnswers)}
							</Link>
						</Status>
					</li>
				)}
				{outside.places > 0 && (
					<li>
						<Status tone="info">
							<Link className="ds-link" to={`/placement/rounds/${round.id}/scope`}>
								{takeInText[language].otherHosts(outside.hosts, outside.places)}
							</Link>
						</Status>
					</li>
				)}
				{needs.students > 0 && (
					<li>
						<Status tone="warning">
							<Link className="ds-link" to={needs.path}>
								{more.needsWaiting(needs.students)}
							</Link>
						</Status>
					</li>
				)}
				{checks.withoutPostcode > 0 && (
					<li>
						<Status tone="warning">
							<Link className="ds-link" to={students("no-postcode")}>
								{text.withoutPostcode(number(checks.withoutPostcode))}
							</Link>
						</Status>
					</li>
				)}
				{checks.unknownPostcode > 0 && (
					<li>
						<Status tone="warning">
							<Link className="ds-link" to={students("unknown-postcode")}>
								{text.unknownPostcode(number(checks.unknownPostcode))}
							</Link>
						</Status>
					</li>
				)}
				{wishes && checks.withoutWishes > 0 && (
					<li>
						<Status tone="info">
							<Link className="ds-link" to={students("without-wishes")}>
								{text.withoutWishes(number(checks.withoutWishes))}
							</Link>
						</Status>
					</li>
				)}
				{checks.withoutAgreement !== null && checks.withoutAgreement.places > 0 && (
					<li>
						<Status tone="warning">
							{text.withoutAgreement(number(checks.withoutAgreement.places), number(checks.withoutAgreement.hosts))}
						</Status>
						<LackingPairs lacking={lacking} counts="places" />
					</li>
				)}
			</ul>
		</Section>
	);
}
